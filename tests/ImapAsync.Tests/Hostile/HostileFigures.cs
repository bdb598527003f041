using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>
/// Measures what each attack costs the client. The tests that use it run one after another and not in parallel with others, since memory is counted for the whole process.
/// With IMAPASYNC_FIGURES set to a file's name, the table of docs/reliability.md is written there.
/// </summary>
[CollectionDefinition(nameof(HostileFigures), DisableParallelization = true)]
public sealed class HostileFigures : ICollectionFixture<HostileFigures>, IDisposable
{
    private static readonly string? File = Environment.GetEnvironmentVariable("IMAPASYNC_FIGURES");

    private readonly ConcurrentQueue<string> _rows = new();

    /// <summary>The default limits if figures are requested; otherwise the one that takes longest to reach is a sixteenth of it.</summary>
    internal static ImapConnectionOptions Options => HostileSteps.Plain with { Limits = File is { Length: > 0 } ? new() : new() { MaxAnswerOctets = 16 << 20 } };

    /// <summary>The most that any attack may make the client hold, with the default limits.</summary>
    public const long Most = 160 << 20;

    /// <summary>Runs an attack, and asserts that it costs no more memory than is allowed.</summary>
    /// <param name="name">What the server does.</param>
    /// <param name="attack">Does it, asserts what the client does, and returns that in a few words.</param>
    /// <param name="most">The allowed memory, if that is more than <see cref="Most"/>.</param>
    internal async Task MeasureAsync(string name, Func<Task<string>> attack, long most = Most)
    {
        PeakMemory memory = PeakMemory.Begin();
        long started = Stopwatch.GetTimestamp();
        string end = await attack();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        long peak = memory.End();
        _rows.Enqueue(string.Create(CultureInfo.InvariantCulture, $"| {name} | {end} | {elapsed.TotalSeconds:0.00} s | {peak / (1024.0 * 1024):0} MiB |"));
        Assert.True(peak <= most, $"{name}: the client held {peak >> 20} MiB");
    }

    public void Dispose()
    {
        if (File is { Length: > 0 } file)
            System.IO.File.WriteAllLines(file, ["| the server … | the client … | time | peak memory |", "| --- | --- | --- | --- |", .. _rows.Order(StringComparer.Ordinal)]);
    }
}
