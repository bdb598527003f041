using System.Text.Json;

namespace ImapAsync.Benchmarks;

/// <summary>What a peer needed for a work, as it says itself in its last line of output.</summary>
/// <param name="WallMs">From before the command to after the last octet was used.</param>
/// <param name="CpuMs">User and system time of the peer's process meanwhile.</param>
/// <param name="Allocated">What it allocated meanwhile; -1 if it does not know.</param>
/// <param name="PeakRss">The largest resident size of its process in octets.</param>
/// <param name="Check">A number computed from what was read, which is the same for every peer that did the same work.</param>
/// <param name="Extra">Further results, such as the size of a result.</param>
internal sealed record Measurement(double WallMs, double CpuMs, long Allocated, long PeakRss, long Check, double Extra = 0)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>How often the client sent something after the server had, as the replay server counts it.</summary>
    public int Flights { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>The median of each figure.</summary>
    public static Measurement MedianOf(IReadOnlyList<Measurement> runs) => new(
        MedianOf(runs, run => run.WallMs), MedianOf(runs, run => run.CpuMs), (long)MedianOf(runs, run => run.Allocated), (long)MedianOf(runs, run => run.PeakRss), runs[0].Check, MedianOf(runs, run => run.Extra))
    {
        Flights = (int)MedianOf(runs, run => run.Flights),
    };

    public static Measurement Parse(string json) => JsonSerializer.Deserialize<Measurement>(json, Format)!;

    private static double MedianOf(IReadOnlyList<Measurement> runs, Func<Measurement, double> value)
    {
        double[] values = [.. runs.Select(value).Order()];
        return values[values.Length / 2];
    }
}
