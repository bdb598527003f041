namespace ImapAsync;

/// <summary>
/// Splits a set of UIDs into windows, at messages of known size. Together the windows are the whole set: a size is a
/// hint, and a message without a known size is requested nevertheless.
/// </summary>
internal sealed class FetchWindows(long windowOctets)
{
    private const int MostMessages = 500;

    private readonly List<(uint Uid, long Size)> _messages = [];
    private bool _hasNameless;

    public void Add(Uid uid, long size) => _messages.Add((uid.Value, size));

    /// <summary>A message was reported without its UID.</summary>
    public void AddNameless() => _hasNameless = true;

    public IReadOnlyList<UidSet> Build(UidSet uids)
    {
        _messages.Sort();
        List<uint> cuts = FindCuts();
        // The message that * stands for may be the one without a UID: then only the set itself is sure to name it.
        if (cuts.Count == 0 || (_hasNameless && uids.HasStar && !IsStarTold(uids)))
            return uids.Split(LongSets.MaxOctets);

        List<UidSet> windows = [];
        UidSet named = Named(uids);
        UidSet closed = uids.OpenFrom is { } open ? named | UidSet.Range(open, new Uid(uint.MaxValue)) : named;
        uint from = 1;
        foreach (uint cut in cuts)
        {
            windows.AddRange((closed & UidSet.Range(new Uid(from), new Uid(cut - 1))).Split(LongSets.MaxOctets));
            from = cut;
        }

        UidSet last = named & UidSet.Range(new Uid(from), new Uid(uint.MaxValue));
        if (uids.OpenFrom is { } openFrom)
            last |= UidSet.From(new Uid(Math.Max(openFrom.Value, from)));
        windows.AddRange(last.Split(LongSets.MaxOctets));
        return windows;
    }

    // The start of each window except the first.
    private List<uint> FindCuts()
    {
        List<uint> cuts = [];
        long octets = 0;
        int count = 0;
        foreach ((uint uid, long size) in _messages)
        {
            if (count > 0 && (octets + size > windowOctets || count == MostMessages))
            {
                cuts.Add(uid);
                (octets, count) = (0, 0);
            }

            octets += size;
            count++;
        }

        return cuts;
    }

    private bool IsStarTold(UidSet uids) =>
        _messages.Exists(message => message.Uid >= uids.OpenFrom?.Value || !uids.Contains(new Uid(message.Uid)));

    // The set's ranges, and the message that * turned out to be.
    private UidSet Named(UidSet uids)
    {
        NumberSetBuilder builder = default;
        builder.Add(uids.Numbers);
        foreach ((uint uid, _) in _messages)
        {
            if (!uids.Contains(new Uid(uid)))
                builder.Add(uid);
        }

        return builder.Build<UidSet>();
    }
}
