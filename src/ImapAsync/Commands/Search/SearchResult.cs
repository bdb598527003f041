namespace ImapAsync;

/// <summary>The common part of <see cref="SearchResult"/> and <see cref="SequenceSearchResult"/>.</summary>
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
        ModSequence = data.ModSequence;
        Partial = data.Partial;
        Relevancy = data.Relevancy;
        Others = data.Others;
    }

    /// <summary>The lowest number found; null if nothing was found, and if it is not known.</summary>
    public TNumber? Min { get => _min ?? (Partial is null ? Found.Min : null); init => _min = value; }

    /// <summary>The highest number found; null if nothing was found, and if it is not known.</summary>
    public TNumber? Max { get => _max ?? (Partial is null ? Found.Max : null); init => _max = value; }

    /// <summary>
    /// The number of messages found, 0 to 4294967295; null if the command requested neither it nor all of them.
    /// </summary>
    public long? Count { get => _count ?? (_isListed && Partial is null ? Found.Count : null); init => _count = value; }

    /// <summary>
    /// The highest mod-sequence of the messages found, if the query uses MODSEQ (CONDSTORE, RFC 7162 §3.1.5); otherwise
    /// null.
    /// </summary>
    public ModSequence? ModSequence { get; init; }

    /// <summary>The part of the results that the messages are; null if they are all.</summary>
    public PartialRange? Partial { get; init; }

    /// <summary>
    /// How well each of the messages matches, in ascending order of their numbers, 1 to 100 (RFC 6203 §4); empty if it
    /// was not requested.
    /// </summary>
    public IReadOnlyList<int> Relevancy { get; init; } = [];

    /// <summary>
    /// Results that the library does not know, by name, ignoring case (RFC 9051 §7.3.4); usually empty.
    /// </summary>
    public IReadOnlyDictionary<string, ImapValue> Others { get; init; } = MailboxInfoDetails.NoExtendedData;

    private protected TSet Found { get; init; }
}

/// <summary>The result of UID SEARCH. A million messages are kept as ranges.</summary>
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
    /// The messages found; with <see cref="SearchResult{TSet, TNumber}.Partial"/>, the requested part of them. Also
    /// empty if the command requested only other results.
    /// </summary>
    public UidSet Uids { get => Found; init => Found = value; }
}

/// <summary>The result of SEARCH. A million messages are kept as ranges.</summary>
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
