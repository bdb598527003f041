namespace ImapAsync;

/// <summary>
/// How much a server can make the client hold in memory. What exceeds a limit ends in an error that names the limit; a
/// streamed body has no limit.
/// </summary>
public sealed record ImapLimits
{
    private readonly long _maxResponseOctets = 16 << 20;
    private readonly long _maxLiteralOctets = 32 << 20;
    private readonly long _maxBufferedOctets = 64 << 20;
    private readonly long _maxAnswerOctets = 256 << 20;
    private readonly int _maxNesting = 64;
    private readonly int _maxListItems = 1_000_000;
    private readonly long _maxReadAheadOctets = 32 << 20;
    private readonly long _maxDiscardedOctets = 64 << 20;

    /// <summary>
    /// The largest response without its literals, in octets. A SEARCH of two million hits is one line.
    /// </summary>
    /// <value>Default: 16 MiB.</value>
    public long MaxResponseOctets { get => _maxResponseOctets; init => _maxResponseOctets = Positive(value); }

    /// <summary>The largest literal that is held in memory, in octets. Streamed literals are not held.</summary>
    /// <value>Default: 32 MiB.</value>
    public long MaxLiteralOctets { get => _maxLiteralOctets; init => _maxLiteralOctets = Positive(value); }

    /// <summary>The largest response together with its buffered literals, in octets.</summary>
    /// <value>Default: 64 MiB.</value>
    public long MaxBufferedOctets { get => _maxBufferedOctets; init => _maxBufferedOctets = Positive(value); }

    /// <summary>
    /// How many octets of untagged responses one command may gather until it is answered; each response counts as at
    /// least 128. Streamed answers, as of <c>FetchAsync</c>, are not gathered.
    /// </summary>
    /// <value>Default: 256 MiB.</value>
    public long MaxAnswerOctets { get => _maxAnswerOctets; init => _maxAnswerOctets = Positive(value); }

    /// <summary>
    /// How deep lists may be nested. A command whose answer exceeds the limit ends with
    /// <see cref="ImapLimitException"/>, and the connection stays open; in a FETCH only the item is malformed. A
    /// message's structure is malformed from 64 levels on, whatever this limit; untyped answers of
    /// <see cref="RawCommand"/> are checked when they are read. Threads, which are nested by nature, have a limit of
    /// 10,000 levels.
    /// </summary>
    /// <value>Default: 64.</value>
    public int MaxNesting { get => _maxNesting; init => _maxNesting = (int)Positive(value); }

    /// <summary>
    /// How many items a parenthesised list may have; what exceeds it ends as with <see cref="MaxNesting"/>. Lists that
    /// are not read are bounded only by <see cref="MaxResponseOctets"/>.
    /// </summary>
    /// <value>Default: 1,000,000.</value>
    public int MaxListItems { get => _maxListItems; init => _maxListItems = (int)Positive(value); }

    /// <summary>
    /// How many octets of streamed messages are read ahead into memory, in total, while other commands wait after a
    /// FETCH whose consumer has not caught up.
    /// </summary>
    /// <value>Default: 32 MiB.</value>
    public long MaxReadAheadOctets { get => _maxReadAheadOctets; init => _maxReadAheadOctets = Positive(value); }

    /// <summary>
    /// How many octets of an unread body are read and discarded before the connection is closed instead.
    /// </summary>
    /// <value>Default: 64 MiB.</value>
    public long MaxDiscardedOctets { get => _maxDiscardedOctets; init => _maxDiscardedOctets = Positive(value); }

    internal static ImapLimits Default { get; } = new();

    private static long Positive(long value, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }
}
