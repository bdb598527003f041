using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>How much the peak memory of the process has grown. The test's own server is included.</summary>
internal sealed class PeakMemory
{
    private const string Reset = "/proc/self/clear_refs";
    private const string Status = "/proc/self/status";

    private readonly long _before;

    private PeakMemory(long before) => _before = before;

    /// <summary>Starts, with the heap as small as possible.</summary>
    public static PeakMemory Begin()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux())
            return new PeakMemory(Environment.WorkingSet);

        // proc(5): 5 sets the peak back to what is resident now.
        File.WriteAllText(Reset, "5");
        return new PeakMemory(Kilobytes("VmRSS:") << 10);
    }

    /// <summary>The peak since the beginning, in octets.</summary>
    public long End()
    {
        if (OperatingSystem.IsLinux())
            return Math.Max(0, (Kilobytes("VmHWM:") << 10) - _before);
        using System.Diagnostics.Process process = System.Diagnostics.Process.GetCurrentProcess();
        return Math.Max(0, process.PeakWorkingSet64 - _before);
    }

    private static long Kilobytes(string name)
    {
        string line = File.ReadLines(Status).First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
    }
}
