using System.Diagnostics;
using System.Globalization;
using ImapAsync.Tests;

namespace ImapAsync.ServerTests;

/// <summary>
/// One run of tests/servers/run-with.sh, with a command that prints where the server is and then waits for the end of its input.
/// The input ends when this process closes it or ends in any way: then the script stops the server.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int MissingExitCode = 77;
    private const string TellAndWait = """printf '%s\n' "$IMAP_DIR" "$IMAP_PORT" "$IMAPS_PORT"; exec cat""";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(6); // of which apt takes nearly all
    private readonly Process _script;

    private ServerProcess(Process script, TestServer server)
    {
        _script = script;
        Server = server;
    }

    public TestServer Server { get; }

    /// <exception cref="ServerMissingException">The server is not installed and cannot be.</exception>
    public static async Task<ServerProcess> StartAsync(ServerKind kind)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new ServerMissingException("The test servers run on Linux (Debian or Ubuntu) only.");
        }

        Process script = Process.Start(CreateStartInfo(kind))!;
        Task<string> errors = script.StandardError.ReadToEndAsync();
        string? directory = await script.StandardOutput.ReadLineAsync().WaitAsync(StartLimit);
        string? plainPort = await script.StandardOutput.ReadLineAsync();
        string? tlsPort = await script.StandardOutput.ReadLineAsync();
        if (directory is null || plainPort is null || tlsPort is null)
        {
            await script.WaitForExitAsync();
            throw script.ExitCode == MissingExitCode
                ? new ServerMissingException((await errors).Trim())
                : new InvalidOperationException($"{kind} did not start (exit code {script.ExitCode}): {await errors}");
        }

        return new ServerProcess(script, new TestServer(kind, directory, Number(plainPort), Number(tlsPort)));
    }

    public async ValueTask DisposeAsync()
    {
        _script.StandardInput.Close();
        await _script.WaitForExitAsync();
        _script.Dispose();
        Server.Authority.Dispose();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static ProcessStartInfo CreateStartInfo(ServerKind kind)
    {
        string script = RepositoryRoot.Combine("tests", "servers", "run-with.sh");
        return new ProcessStartInfo("bash", [script, kind == ServerKind.Cyrus ? "cyrus" : "dovecot", "bash", "-c", TellAndWait])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SERVERS_EXTRA_USERS"] = TestServer.ExtraAccounts.ToString(CultureInfo.InvariantCulture) },
        };
    }
}

/// <summary>Says what to install.</summary>
internal sealed class ServerMissingException(string message) : Exception(message);
