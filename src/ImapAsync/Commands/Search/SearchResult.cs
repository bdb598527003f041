namespace ImapAsync;

/// <summary>What <see cref="SearchResult"/> and <see cref="SequenceSearchResult"/> share.</summary>
/// <typeparam name="TSet"><see cref="UidSet"/> or <see cref="SequenceSet"/>.</typeparam>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public abstract record SearchResult<TSet, TNumber>
    where TSet : MessageSet<TSet, TNumber>, IMessageSet<TSet>
    where TNumber : unmanaged
{
    private readonly TNumber? _min;
    private readonly TNumber? _max;
    private readonly long? _count;
    private readonly bool _isListed = true;

    private protected SearchResult() => Found = MessageSet<TSet, TNumber>.Empty;

    private protected SearchResult(SearchData data)
    {
        Found = data.Build<TSet>();
        _min = MessageNumber.FromServer<TNumber>(data.Min);
        _max = MessageNumber.FromServer<TNumber>(data.Max);
        _count = data.Count;
        _isListed = data.IsListed;
        ModSeq = data.ModSeq;
        Partial = data.Partial;
        Relevancy = data.Relevancy;
        Others = data.Others;
    }

    /// <summary>The lowest number found; null when nothing was found, and when it is not known.</summary>
    public TNumber? Min { get => _min ?? (Partial is null ? Found.Min : null); init => _min = value; }

    /// <summary>The highest number found; null when nothing was found, and when it is not known.</summary>
    public TNumber? Max { get => _max ?? (Partial is null ? Found.Max : null); init => _max = value; }

    /// <summary>
    /// How many messages were found, 0 to 4294967295; null when the command did not ask for it, nor for all of them.
    /// </summary>
    public long? Count { get => _count ?? (_isListed && Partial is null ? Found.Count : null); init => _count = value; }

    /// <summary>
    /// The highest mod-sequence of the messages found, where the query asks for MODSEQ (CONDSTORE, RFC 7162 §3.1.5);
    /// otherwise null.
    /// </summary>
    public ModSequence? ModSeq { get; init; }

    /// <summary>Which part of the results the messages are; null when they are all.</summary>
    public PartialRange? Partial { get; init; }

    /// <summary>
    /// How well each of the messages fits, in ascending order of their numbers, 1 to 100 (RFC 6203 §4); empty where
    /// that was not asked for.
    /// </summary>
    public IReadOnlyList<int> Relevancy { get; init; } = [];

    /// <summary>Results that the library does not know, by name in any case (RFC 9051 §7.3.4); usually empty.</summary>
    public IReadOnlyDictionary<string, ImapValue> Others { get; init; } = MailboxInfoDetails.NoExtendedData;

    private protected TSet Found { get; init; }
}

/// <summary>What UID SEARCH found. A million messages are kept as ranges.</summary>
public sealed record SearchResult : SearchResult<UidSet, Uid>
{
    /// <summary>Creates a result, for tests.</summary>
    public SearchResult()
    {
    }

    internal SearchResult(SearchData data)
        : base(data)
    {
    }

    /// <summary>
    /// The messages found, of which with <see cref="SearchResult{TSet, TNumber}.Partial"/> the part asked for. Empty
    /// also where the command asked for other things only.
    /// </summary>
    public UidSet Uids { get => Found; init => Found = value; }
}

/// <summary>What SEARCH found. A million messages are kept as ranges.</summary>
public sealed record SequenceSearchResult : SearchResult<SequenceSet, SequenceNumber>
{
    /// <summary>Creates a result, for tests.</summary>
    public SequenceSearchResult()
    {
    }

    internal SequenceSearchResult(SearchData data)
        : base(data)
    {
    }

    /// <inheritdoc cref="SearchResult.Uids"/>
    public SequenceSet Numbers { get => Found; init => Found = value; }
}
