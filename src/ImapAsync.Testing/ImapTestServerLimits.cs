namespace ImapAsync.Testing;

/// <summary>
/// What the server accepts from its clients. Anything over a limit is refused, or ends the connection with BYE.
/// </summary>
public sealed record ImapTestServerLimits
{
    private readonly int _maxLineOctets = 64 << 10;
    private readonly int _maxLiteralOctets = 64 << 20;
    private readonly int _maxNesting = 64;
    private readonly int _maxMessages = 100_000;
    private readonly int _maxMailboxes = 10_000;
    private readonly int _maxConnections = 1_000;
    private readonly int _maxRecordedOctets = 64 << 20;

    /// <summary>The longest line of a command, in octets, without its literals.</summary>
    /// <value>Default: 65,536.</value>
    public int MaxLineOctets { get => _maxLineOctets; init => _maxLineOctets = Positive(value); }

    /// <summary>The largest literal, and with it the largest message, in octets.</summary>
    /// <value>Default: 64 MiB.</value>
    public int MaxLiteralOctets { get => _maxLiteralOctets; init => _maxLiteralOctets = Positive(value); }

    /// <summary>How deep the parentheses of a command, or the parts of a message, may be nested.</summary>
    /// <value>Default: 64.</value>
    public int MaxNesting { get => _maxNesting; init => _maxNesting = Positive(value); }

    /// <summary>The maximum number of messages in a mailbox.</summary>
    /// <value>Default: 100,000.</value>
    public int MaxMessages { get => _maxMessages; init => _maxMessages = Positive(value); }

    /// <summary>The maximum number of mailboxes of a user.</summary>
    /// <value>Default: 10,000.</value>
    public int MaxMailboxes { get => _maxMailboxes; init => _maxMailboxes = Positive(value); }

    /// <summary>The maximum number of simultaneous connections.</summary>
    /// <value>Default: 1,000.</value>
    public int MaxConnections { get => _maxConnections; init => _maxConnections = Positive(value); }

    /// <summary>
    /// How many octets of commands <see cref="ImapTestServer.Commands"/> keeps; each command counts 256 more for its
    /// metadata. The oldest are discarded.
    /// </summary>
    /// <value>Default: 64 MiB.</value>
    public int MaxRecordedOctets { get => _maxRecordedOctets; init => _maxRecordedOctets = Positive(value); }

    private static int Positive(int value, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }
}
