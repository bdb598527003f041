using System.ComponentModel;
using System.Diagnostics;

namespace ImapAsync.Benchmarks;

/// <summary>Runs a program to its end.</summary>
internal static class ProcessRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>What it wrote; if it failed, an exception with what it complained about.</summary>
    public static async Task<string> OutputAsync(ProcessStartInfo start) => (await RunAsync(start)).Output;

    /// <summary>What it wrote to its standard error.</summary>
    public static async Task<string> ErrorOutputAsync(ProcessStartInfo start) => (await RunAsync(start)).Error;

    /// <summary>What it wrote; null if there is no such program, or it fails.</summary>
    public static async Task<string?> TryOutputAsync(string program, params string[] arguments)
    {
        try
        {
            return await OutputAsync(new ProcessStartInfo(program, arguments));
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<(string Output, string Error)> RunAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        using CancellationTokenSource limit = new(Limit);
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException cancelled)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{Describe(start)} did not end within {Limit}.", cancelled);
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Describe(start)} ended with {process.ExitCode}: {await error}");
        return (await output, await error);
    }

    private static string Describe(ProcessStartInfo start) => $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
}
