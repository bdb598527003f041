namespace ImapAsync;

/// <summary>
/// What few messages have: sections that are streamed, items that came behind them, and items of a message that was
/// made by hand.
/// </summary>
internal sealed class FetchedExtras
{
    private FetchedMessage? _next;

    /// <summary>The items of the same message that came later.</summary>
    public FetchedMessage? Next
    {
        get => Volatile.Read(ref _next);
        set => Volatile.Write(ref _next, value);
    }

    /// <summary>The last of those: kept where the first one is, for the one who adds them.</summary>
    public FetchedMessage? Tail { get; set; }

    /// <summary>Whether its consumer has moved on, so that sections that come from here on are nobody's.</summary>
    public bool IsReleased { get; set; }

    /// <summary>What was asked for, where the response did not have all of it.</summary>
    public FetchItems? Asked { get; set; }

    /// <summary>
    /// The rest of the response, where a line end that does not belong there broke it; null where none did.
    /// </summary>
    public MalformedResponse? Rest { get; set; }

    /// <summary>The sections that are not in the octets.</summary>
    public MessageBody[] Bodies { get; set; } = [];

    /// <summary>What was not as it should be when it came, and was read all the same.</summary>
    public IReadOnlyList<MalformedResponse> Damage { get; set; } = [];

    public RawFetchItem[] Extensions { get; set; } = [];

    public DateTimeOffset? SaveDate { get; set; }

    public string? EmailId { get; set; }

    public string? ThreadId { get; set; }

    public string? Preview { get; set; }

    /// <summary>The same without what came later.</summary>
    public FetchedExtras Copy()
    {
        FetchedExtras copy = (FetchedExtras)MemberwiseClone();
        copy._next = null;
        copy.Tail = null;
        return copy;
    }
}
