namespace ImapAsync;

/// <summary>
/// Handles sets that are too long for one command. Servers accept lines of 8,192 octets, and some no longer ones:
/// Courier and Gmail refuse 16 KiB (RFC 7162 §4, RFC 2683 §3.2.1.5).
/// </summary>
internal static class LongSets
{
    /// <summary>The maximum length of a set in octets: the rest of the line is for the rest of the command.</summary>
    public const int MaxOctets = 7_500;

    private const int MaxRangeOctets = NumberSetFormat.MaxRangeLength + 1;

    /// <summary>
    /// Splits a set of UIDs into pieces for separate commands; null if one command is enough. Sequence numbers are
    /// never split: an EXPUNGE between two pieces would change which messages they identify.
    /// </summary>
    public static IReadOnlyList<TSet>? Cut<TSet>(TSet messages)
        where TSet : class, IMessageSet<TSet>
    {
        NumberSet numbers = messages.Numbers;
        if (messages is not UidSet || numbers.Ranges.Length <= MaxOctets / MaxRangeOctets)
            return null;
        List<NumberSet> pieces = NumberSetFormat.Split(numbers, MaxOctets);
        return pieces.Count == 1 ? null : pieces.ConvertAll(static piece => TSet.Wrap(piece));
    }
}
