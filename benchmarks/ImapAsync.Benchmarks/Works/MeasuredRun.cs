using System.Diagnostics;
using System.Globalization;

namespace ImapAsync.Benchmarks;

/// <summary>Warms a piece of work up, and then measures it.</summary>
internal static class MeasuredRun
{
    /// <param name="settings">For how long it is warmed up, and how often it is measured.</param>
    /// <param name="warmUp">A small piece of the same work, for the compiler.</param>
    /// <param name="run">The work; returns what it made, so that it lives until the end, and its check.</param>
    public static async Task<Measurement> OfAsync(ClientSettings settings, Func<Task<WorkResult>> warmUp, Func<Task<WorkResult>> run)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < settings.WarmUpMs)
            await warmUp();

        Measurement[] runs = new Measurement[settings.Rounds];
        for (int i = 0; i < runs.Length; i++)
            runs[i] = await OnceAsync(run);
        return Measurement.MedianOf(runs);
    }

    private static async Task<Measurement> OnceAsync(Func<Task<WorkResult>> run)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        WorkResult result = await run();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        GC.KeepAlive(result.Made);
        return new Measurement(wall.TotalMilliseconds, cpu.TotalMilliseconds, allocated, PeakRss(), result.Check, result.Extra);
    }

    private static long PeakRss() => StatusOf("VmHWM:");

    /// <summary>A line of the process's status, in octets.</summary>
    public static long StatusOf(string field)
    {
        if (!OperatingSystem.IsLinux())
            return Process.GetCurrentProcess().PeakWorkingSet64;
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}

/// <summary>What a work made.</summary>
/// <param name="Check">A number that says that it was really done: how many messages, or octets.</param>
/// <param name="Made">The messages that were kept.</param>
/// <param name="Extra">What else there is to tell.</param>
internal readonly record struct WorkResult(long Check, object? Made = null, double Extra = 0);
