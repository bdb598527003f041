namespace ImapAsync.Benchmarks;

/// <summary>What a work may cost. Null means no limit.</summary>
/// <param name="Work">The work.</param>
/// <param name="Ratio">How many times the raw drain's time.</param>
/// <param name="Bytes">Allocated octets a message, command, mailbox or connection.</param>
/// <param name="TotalBytes">Allocated octets in total.</param>
/// <param name="PeakRss">Resident octets of the process.</param>
/// <param name="WallMs">Milliseconds, where they are round trips.</param>
/// <param name="Flights">How often the client sends something after the server has.</param>
/// <param name="RssEach">Resident octets a connection.</param>
/// <param name="ResultBytes">Octets of the result itself.</param>
internal sealed record Goal(string Work, double? Ratio = null, double? Bytes = null, double? TotalBytes = null, double? PeakRss = null, double? WallMs = null, int? Flights = null, double? RssEach = null, double? ResultBytes = null)
{
    /// <summary>The goals that were set for this library.</summary>
    public static readonly Goal[] All =
    [
        new("W1a", Ratio: 6, Bytes: 1060),
        new("W1b", Ratio: 10, Bytes: 1530),
        new("W1c", Ratio: 18, Bytes: 3000),
        new("W2", WallMs: 6, Bytes: 100),
        new("W3", Ratio: 1.2, Bytes: 600),
        new("W3p", Bytes: 4000, PeakRss: 80 << 20),
        new("W4", Ratio: 1.05, TotalBytes: 100 << 10, PeakRss: 50 << 20),
        new("W5s", Ratio: 1.1, Bytes: 800),
        new("W5t", Bytes: 950),
        new("W5s-20ms"),
        new("W5t-20ms", WallMs: 42),
        new("W6s", Ratio: 1.3),
        new("W6p", Ratio: 3, Bytes: 1300),
        new("W7", WallMs: 3, Bytes: 300),
        new("W8", Bytes: 6 << 10, RssEach: 14 << 10),
        new("W9", Flights: 2),
        new("W10c", Ratio: 3, TotalBytes: 1 << 20, ResultBytes: 1 << 20),
        new("W10e", TotalBytes: 1 << 20, ResultBytes: 1 << 20),
        new("W1b-tls", Bytes: 1700),
        new("W1b-deflate", Bytes: 1700),
        new("W3-tls", Ratio: 1.3),
        new("W3-deflate", Ratio: 1.3),
        new("W1b-live", Ratio: 1.1),
        new("W3-live"),
    ];

    /// <summary>The next goals. The report judges these; the gate enforces those that were reached, in <see cref="All"/>.</summary>
    public static readonly Goal[] Next =
    [
        new("W1a", Ratio: 2.5, Bytes: 1060),
        new("W1b", Ratio: 3, Bytes: 1530),
        new("W1c", Ratio: 9, Bytes: 2300),
        new("W2", Ratio: 3.5, Bytes: 64),
        new("W3p", Ratio: 1.15, Bytes: 2000, PeakRss: 80 << 20),
        new("W4", Ratio: 1.05),
        new("W5s", Bytes: 400),
        new("W5t", Ratio: 1.8, Bytes: 600),
        new("W6p", Ratio: 1.2, Bytes: 900),
        new("W8", Bytes: 5 << 10, RssEach: 14 << 10),
        new("W10c", Ratio: 1.4),
    ];

    /// <summary>What was reached beside the goal, one line per figure.</summary>
    /// <param name="sdk">What this library needed.</param>
    /// <param name="raw">What the raw drain needed; null where it cannot do the work.</param>
    /// <param name="withTimes">Whether to judge times too, which depend on the load of the machine.</param>
    public IEnumerable<Verdict> Judge(Figure sdk, Figure? raw, bool withTimes)
    {
        Measurement median = sdk.Median;
        if (Bytes is { } bytes)
            yield return new Verdict(Work, $"allocated B/{sdk.Work.Unit}", sdk.BytesEach, bytes);
        if (TotalBytes is { } total)
            yield return new Verdict(Work, "allocated KB in all", median.Allocated / 1024.0, total / 1024);
        if (Flights is { } flights)
            yield return new Verdict(Work, "flights after the handshake", median.Flights, flights);
        if (RssEach is { } each)
            yield return new Verdict(Work, "resident KB a connection", median.Extra / median.Check / 1024, each / 1024);
        if (ResultBytes is { } result)
            yield return new Verdict(Work, "KB of the result", median.Extra / 1024, result / 1024);
        if (PeakRss is { } peak)
            yield return new Verdict(Work, "peak RSS MB", median.PeakRss / 1048576.0, peak / 1048576);
        if (!withTimes)
            yield break;
        if (Ratio is { } ratio && raw is not null)
            yield return new Verdict(Work, "times the raw drain", median.WallMs / raw.Median.WallMs, ratio);
        if (WallMs is { } wall)
            yield return new Verdict(Work, "milliseconds", median.WallMs, wall);
    }
}

/// <summary>One figure beside its goal.</summary>
internal sealed record Verdict(string Work, string What, double Reached, double Goal)
{
    public bool Holds => Reached <= Goal;

    public override string ToString() => $"{(Holds ? "pass" : "FAIL")}  {Work,-12} {What,-28} {Reached,10:0.##}  (at most {Goal:0.##})";
}
