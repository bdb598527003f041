using System.Diagnostics;
using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Support;

/// <summary>Runs a third-party client. If it is missing, it is installed, as root on Debian, or the test is skipped, unless IMAPASYNC_SERVERS=required.</summary>
internal static class ClientProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private static bool IsRequired => Environment.GetEnvironmentVariable("IMAPASYNC_SERVERS") == "required";

    /// <summary>Finds a program, or skips the test with a line that says what to install.</summary>
    public static Task RequireAsync(string program, string package, CancellationToken cancellationToken) => InstallAsync("install.sh", [program, package], cancellationToken);

    /// <summary>Runs a script of <c>tests/clients</c> that installs something; returns what it printed, or skips the test with its output.</summary>
    public static async Task<string> InstallAsync(string script, string[] arguments, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip($"{script} installs on Linux only.");
        }

        (int exitCode, string output) = await RunAsync("bash", [RepositoryRoot.Combine("tests", "clients", script), .. arguments], [], cancellationToken);
        if (exitCode != 0 && !IsRequired)
        {
            Assert.Skip(output.Trim());
        }

        Assert.True(exitCode == 0, output);
        return output.Trim();
    }

    /// <summary>Runs a program to its end and returns its exit code and all of its output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, string[] arguments, Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
