using System.Diagnostics;
using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>Runs a test in a separate process, where no other test disturbs the memory that it measures, and with a heap that cannot grow beyond a limit.</summary>
internal static class OwnProcess
{
    private const string Mark = "IMAPASYNC_OWN_PROCESS";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether this process is the one that was started for the test.</summary>
    public static bool IsThis => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>The memory of this process at present, and the most that it ever had.</summary>
    public static (long Now, long Peak) Memory
    {
        get
        {
            using Process process = Process.GetCurrentProcess();
            return (process.WorkingSet64, process.PeakWorkingSet64);
        }
    }

    /// <summary>Runs only that test, and fails with its output if it fails.</summary>
    public static async Task RunAsync(string test, long heapOctets)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string tests = Path.Combine(AppContext.BaseDirectory, typeof(OwnProcess).Assembly.GetName().Name + ".dll");
        ProcessStartInfo start = new(dotnet, [tests, "-method", test, "-noColor"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Mark] = "1", ["DOTNET_GCHeapHardLimit"] = heapOctets.ToString("X", CultureInfo.InvariantCulture) },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource patience = new(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{test} did not end within {Patience}.", exception);
        }

        string said = await output + await errors;
        Assert.True(process.ExitCode == 0, said);
        Assert.Contains("Total: 1,", said, StringComparison.Ordinal);
    }
}
