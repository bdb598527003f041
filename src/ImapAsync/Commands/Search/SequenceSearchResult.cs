namespace ImapAsync;

/// <summary>What SEARCH found. A million messages are kept as ranges.</summary>
public sealed record SequenceSearchResult
{
    private readonly SequenceNumber? _min;
    private readonly SequenceNumber? _max;
    private readonly long? _count;
    private readonly bool _isListed = true;

    /// <summary>Makes a result, as a test would.</summary>
    public SequenceSearchResult()
    {
    }

    internal SequenceSearchResult(SearchData data)
    {
        Numbers = data.Numbers.Build<SequenceSet>();
        _min = SequenceNumber.FromServer(data.Min);
        _max = SequenceNumber.FromServer(data.Max);
        _count = data.Count;
        _isListed = data.IsListed;
        ModSeq = data.ModSeq;
        Partial = data.Partial;
        Relevancy = data.Relevancy;
        Others = data.Others;
    }

    /// <summary>
    /// The messages found, of which with <see cref="Partial"/> the part asked for. Empty also where the command asked
    /// for other things only.
    /// </summary>
    public SequenceSet Numbers { get; init; } = SequenceSet.Empty;

    /// <summary>The lowest sequence number found; null when nothing was found, and when it is not known.</summary>
    public SequenceNumber? Min { get => _min ?? (Partial is null ? Numbers.Min : null); init => _min = value; }

    /// <summary>The highest sequence number found; null when nothing was found, and when it is not known.</summary>
    public SequenceNumber? Max { get => _max ?? (Partial is null ? Numbers.Max : null); init => _max = value; }

    /// <summary>
    /// How many messages were found, 0 to 4294967295; null when the command did not ask for it, nor for all of them.
    /// </summary>
    public long? Count
    {
        get => _count ?? (_isListed && Partial is null ? Numbers.Count : null);
        init => _count = value;
    }

    /// <summary>
    /// The highest mod-sequence of the messages found, where the query asks for MODSEQ (CONDSTORE, RFC 7162 §3.1.5);
    /// otherwise null.
    /// </summary>
    public ModSequence? ModSeq { get; init; }

    /// <summary>Which part of the results <see cref="Numbers"/> are; null when they are all.</summary>
    public PartialRange? Partial { get; init; }

    /// <summary>
    /// How well each of <see cref="Numbers"/> fits, ascending by sequence number, 1 to 100 (RFC 6203 §4); empty where
    /// that was not asked for.
    /// </summary>
    public IReadOnlyList<int> Relevancy { get; init; } = [];

    /// <summary>Results that the library does not know, by name in any case (RFC 9051 §7.3.4); usually empty.</summary>
    public IReadOnlyDictionary<string, ImapValue> Others { get; init; } = MailboxInfoDetails.NoExtendedData;
}
