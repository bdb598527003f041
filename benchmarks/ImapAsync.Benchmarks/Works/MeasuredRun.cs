using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace ImapAsync.Benchmarks;

/// <summary>Warms a piece of work up, and then measures it.</summary>
internal static class MeasuredRun
{
    // For how long nothing may be compiled; and by which factor a warm-up may exceed its time.
    private const int QuietMs = 300;
    private const int LongestWarmUp = 4;

    /// <param name="settings">For how long it is warmed up, and how often it is measured.</param>
    /// <param name="warmUp">A small piece of the same work, for the compiler.</param>
    /// <param name="run">The work; returns what it made, so that it lives until the end, and its check.</param>
    public static async Task<Measurement> OfAsync(ClientSettings settings, Func<Task<WorkResult>> warmUp, Func<Task<WorkResult>> run)
    {
        await WarmUpAsync(settings.WarmUpMs, warmUp);
        Measurement[] runs = new Measurement[settings.Rounds];
        for (int i = 0; i < runs.Length; i++)
            runs[i] = await OnceAsync(run);
        return Measurement.MedianOf(runs);
    }

    // Until the runtime has compiled nothing new for a while: on a busy machine it lags far behind.
    private static async Task WarmUpAsync(int milliseconds, Func<Task<WorkResult>> warmUp)
    {
        long start = Stopwatch.GetTimestamp();
        long lastCompiled = start;
        long compiled = JitInfo.GetCompiledMethodCount();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds is var elapsed && elapsed < LongestWarmUp * milliseconds
            && (elapsed < milliseconds || Stopwatch.GetElapsedTime(lastCompiled).TotalMilliseconds < QuietMs))
        {
            await warmUp();
            if (JitInfo.GetCompiledMethodCount() is var now && now != compiled)
                (compiled, lastCompiled) = (now, Stopwatch.GetTimestamp());
        }
    }

    private static async Task<Measurement> OnceAsync(Func<Task<WorkResult>> run)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using Process process = Process.GetCurrentProcess();
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

    /// <summary>A line of a process's status, in octets; of this one by default.</summary>
    public static long StatusOf(string field, int? process = null)
    {
        int id = process ?? Environment.ProcessId;
        if (!OperatingSystem.IsLinux())
            return Process.GetProcessById(id).PeakWorkingSet64;
        string line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}

/// <summary>What a work produced.</summary>
/// <param name="Check">A number that proves that it was really done: how many messages, or octets.</param>
/// <param name="Made">The messages that were kept.</param>
/// <param name="Extra">Further results.</param>
internal readonly record struct WorkResult(long Check, object? Made = null, double Extra = 0);
