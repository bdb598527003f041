namespace ImapAsync.Benchmarks;

/// <summary>What a peer needed for a work: the median of several runs.</summary>
internal sealed record Figure(Work Work, Peer Peer, Measurement Median)
{
    /// <summary>Allocated octets a message, command, mailbox or connection.</summary>
    public double BytesEach => (double)Median.Allocated / Work.Count;

    public static Figure Of(Work work, Peer peer, IReadOnlyList<Measurement> runs) => new(work, peer, new Measurement(
        MedianOf(runs, run => run.WallMs), MedianOf(runs, run => run.CpuMs), (long)MedianOf(runs, run => run.Allocated), (long)MedianOf(runs, run => run.PeakRss), runs[0].Check, MedianOf(runs, run => run.Extra))
    {
        Flights = (int)MedianOf(runs, run => run.Flights),
    });

    private static double MedianOf(IReadOnlyList<Measurement> runs, Func<Measurement, double> value)
    {
        double[] values = [.. runs.Select(value).Order()];
        return values[values.Length / 2];
    }
}
