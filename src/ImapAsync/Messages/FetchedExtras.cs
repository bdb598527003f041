namespace ImapAsync;

/// <summary>
/// What few messages have: streamed sections, items that arrived after them, and items of a message created by the
/// caller.
/// </summary>
internal sealed class FetchedExtras
{
    private FetchedMessage? _next;

    /// <summary>The items of the same message that arrived later.</summary>
    public FetchedMessage? Next
    {
        get => Volatile.Read(ref _next);
        set => Volatile.Write(ref _next, value);
    }

    /// <summary>The last of those, kept with the first for the code that appends to them.</summary>
    public FetchedMessage? Tail { get; set; }

    /// <summary>Whether the consumer has moved on, so that nobody will read sections arriving from now on.</summary>
    public bool IsReleased { get; set; }

    /// <summary>What was requested, if the response did not contain all of it.</summary>
    public FetchItems? Asked { get; set; }

    /// <summary>The rest of the response, if a stray line end broke it; null otherwise.</summary>
    public MalformedResponse? Rest { get; set; }

    /// <summary>The sections that are not in the octets.</summary>
    public MessageBody[] Bodies { get; set; } = [];

    /// <summary>Faults of the response that did not prevent it from being read.</summary>
    public IReadOnlyList<MalformedResponse> Damage { get; set; } = [];

    public RawFetchItem[] Extensions { get; set; } = [];

    public DateTimeOffset? SaveDate { get; set; }

    public string? EmailId { get; set; }

    public string? ThreadId { get; set; }

    public string? Preview { get; set; }

    /// <summary>A copy without what arrived later.</summary>
    public FetchedExtras Copy()
    {
        FetchedExtras copy = (FetchedExtras)MemberwiseClone();
        copy._next = null;
        copy.Tail = null;
        return copy;
    }
}
