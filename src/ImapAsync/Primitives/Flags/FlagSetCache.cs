namespace ImapAsync;

/// <summary>
/// Reads flag lists; equal octets return the same set, without allocating. One instance serves one read loop.
/// </summary>
internal sealed class FlagSetCache
{
    // A cache per command would cost more than most commands.
    [ThreadStatic]
    private static FlagSetCache? _ofThread;

    private readonly OctetCache<FlagSet> _sets = new();

    /// <summary>The flags that this thread has read; do not keep it across an await.</summary>
    public static FlagSetCache OfThread => _ofThread ??= new FlagSetCache();

    /// <summary>
    /// Reads the text between the parentheses of a flag list. False if something cannot be a flag and was skipped.
    /// </summary>
    public bool TryRead(ReadOnlySpan<byte> list, out FlagSet flags)
    {
        if (_sets.TryGet(list, out FlagSet? known))
        {
            flags = known;
            return true;
        }

        if (!FlagListParser.TryParse(list, out flags))
            return false;
        _sets.Add(list, flags);
        return true;
    }
}
