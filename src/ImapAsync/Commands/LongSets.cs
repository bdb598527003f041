namespace ImapAsync;

/// <summary>
/// Sets that are too long for one command: servers take lines of 8,000 octets, and few take more (RFC 7162 §4,
/// RFC 2683 §3.2.1.5).
/// </summary>
internal static class LongSets
{
    private const int MaxOctets = 7_500;
    private const int MaxRangeOctets = 22;

    /// <summary>
    /// Cuts a set of UIDs into pieces for as many commands. Sequence numbers are never cut: an EXPUNGE between two
    /// pieces would make them name other messages.
    /// </summary>
    public static IReadOnlyList<UidSet> Cut(UidSet uids) =>
        uids.Ranges.Length <= MaxOctets / MaxRangeOctets ? [uids] : uids.Split(MaxOctets);
}
