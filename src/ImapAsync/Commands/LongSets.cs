namespace ImapAsync;

/// <summary>
/// Sets that are too long for one command. Servers take lines of 8,192 octets, and some no longer ones: Courier and
/// Gmail refuse 16 KiB (RFC 7162 §4, RFC 2683 §3.2.1.5).
/// </summary>
internal static class LongSets
{
    /// <summary>How many octets a set may have: what remains of the line is for the rest of the command.</summary>
    public const int MaxOctets = 7_500;

    private const int MaxRangeOctets = 22;

    /// <summary>
    /// Cuts a set of UIDs into pieces for as many commands. Sequence numbers are never cut: an EXPUNGE between two
    /// pieces would make them name other messages.
    /// </summary>
    public static IReadOnlyList<UidSet> Cut(UidSet uids) =>
        uids.Ranges.Length <= MaxOctets / MaxRangeOctets ? [uids] : uids.Split(MaxOctets);
}
