namespace ImapAsync.Benchmarks;

/// <summary>What a peer needed for a work: the median of several runs.</summary>
internal sealed record Figure(Work Work, Peer Peer, Measurement Median)
{
    /// <summary>Allocated octets a message, command, mailbox or connection.</summary>
    public double BytesEach => (double)Median.Allocated / Work.Count;

    public static Figure Of(Work work, Peer peer, IReadOnlyList<Measurement> runs) => new(work, peer, Measurement.MedianOf(runs));
}
