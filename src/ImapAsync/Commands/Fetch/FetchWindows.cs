namespace ImapAsync;

/// <summary>Cuts messages into windows by their sizes.</summary>
internal sealed class FetchWindows(long windowOctets, int longestSet)
{
    private const int MostMessages = 500;

    private readonly List<(uint Uid, long Size)> _messages = [];

    public void Add(Uid uid, long size) => _messages.Add((uid.Value, size));

    public IReadOnlyList<UidSet> Build()
    {
        _messages.Sort();
        List<UidSet> windows = [];
        NumberSetBuilder builder = default;
        long octets = 0;
        int count = 0;
        foreach ((uint uid, long size) in _messages)
        {
            if (count > 0 && (octets + size > windowOctets || count == MostMessages))
            {
                windows.AddRange(builder.BuildUids().Split(longestSet));
                (builder, octets, count) = (default, 0, 0);
            }

            builder.Add(uid);
            octets += size;
            count++;
        }

        if (count > 0)
            windows.AddRange(builder.BuildUids().Split(longestSet));
        return windows;
    }
}
