namespace ImapAsync;

/// <summary>
/// The counters of a mailbox (STATUS, RFC 9051 §7.3.4). What was not requested, or not reported by the server, is null.
/// </summary>
/// <param name="Name">The mailbox.</param>
public sealed record MailboxStatus(MailboxName Name) : IMalformedHolder<MailboxStatus>
{
    // A hundred thousand mailboxes have a status each: a number that represents "unknown" takes half the space of a
    // nullable one.
    private const uint Unknown = uint.MaxValue;

    private readonly uint _messages = Unknown;
    private readonly uint _recent = Unknown;
    private readonly uint _unseen = Unknown;
    private readonly uint _deleted = Unknown;
    private readonly uint _uidNext;
    private readonly uint _uidValidity;
    private readonly long _size = -1;
    private readonly ulong _highestModSeq;
    private readonly MailboxStatusDetails? _details;

    /// <summary>The number of messages, 0 to 4294967294.</summary>
    public long? Messages { get => ToCount(_messages); init => _messages = FromCount(value); }

    /// <summary>The number of messages that no session had seen before.</summary>
    public long? Recent { get => ToCount(_recent); init => _recent = FromCount(value); }

    /// <summary>The number of messages without <c>\Seen</c>.</summary>
    public long? Unseen { get => ToCount(_unseen); init => _unseen = FromCount(value); }

    /// <summary>The number of messages with <c>\Deleted</c>.</summary>
    public long? Deleted { get => ToCount(_deleted); init => _deleted = FromCount(value); }

    /// <summary>The lowest UID that the next message can have.</summary>
    public Uid? UidNext { get => Uid.FromServer(_uidNext); init => _uidNext = value?.Value ?? 0; }

    /// <summary>Whether stored UIDs are still valid: if it differs from the stored value, they are not.</summary>
    public UidValidity? UidValidity
    {
        get => ImapAsync.UidValidity.FromServer(_uidValidity);
        init => _uidValidity = value?.Value ?? 0;
    }

    /// <summary>The total size of all messages in octets.</summary>
    public long? Size { get => _size < 0 ? null : _size; init => _size = value ?? -1; }

    /// <summary>The highest mod-sequence of all messages; null also if the mailbox keeps none.</summary>
    public ModSequence? HighestModSequence
    {
        get => ModSequence.FromServer(_highestModSeq);
        init => _highestModSeq = value?.Value ?? 0;
    }

    /// <summary>An identifier that is kept when the mailbox is renamed (RFC 8474).</summary>
    public string? MailboxId { get => _details?.MailboxId; init => _details = Rare with { MailboxId = value }; }

    /// <summary>The largest message that APPEND accepts, in octets; null also if there is no limit.</summary>
    public long? AppendLimit { get => _details?.AppendLimit; init => _details = Rare with { AppendLimit = value }; }

    /// <summary>The number of octets that EXPUNGE would free.</summary>
    public long? DeletedStorage
    {
        get => _details?.DeletedStorage;
        init => _details = Rare with { DeletedStorage = value };
    }

    /// <summary>Items that the library does not know, by name; usually empty.</summary>
    public IReadOnlyDictionary<string, ImapValue> Others
    {
        get => _details?.Others ?? MailboxInfoDetails.NoExtendedData;
        init => _details = Rare with { Others = value };
    }

    /// <summary>
    /// Malformed parts of the answer, such as a rounded number, whose interpretation is included. Usually empty.
    /// </summary>
    public IReadOnlyList<MalformedResponse> Malformed
    {
        get => _details?.Malformed ?? [];
        init => _details = Rare with { Malformed = value };
    }

    /// <summary>All rarely requested counters together.</summary>
    internal MailboxStatusDetails? Details { get => _details; init => _details = value; }

    /// <summary>
    /// The same status, completed with what another one read beside it reports and this one does not.
    /// </summary>
    internal MailboxStatus Or(MailboxStatus other) => new(Name)
    {
        Messages = Messages ?? other.Messages,
        Recent = Recent ?? other.Recent,
        Unseen = Unseen ?? other.Unseen,
        Deleted = Deleted ?? other.Deleted,
        UidNext = UidNext ?? other.UidNext,
        UidValidity = UidValidity ?? other.UidValidity,
        Size = Size ?? other.Size,
        HighestModSequence = HighestModSequence ?? other.HighestModSequence,
        Details = _details?.Or(other.Rare) ?? other.Details,
    };

    MailboxStatus IMalformedHolder<MailboxStatus>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };

    private MailboxStatusDetails Rare => _details ?? MailboxStatusDetails.None;

    private static long? ToCount(uint count) => count == Unknown ? null : count;

    private static uint FromCount(long? count) => count is >= 0 and < Unknown ? (uint)count : Unknown;
}

/// <summary>Rarely requested counters.</summary>
internal sealed record MailboxStatusDetails
{
    public static MailboxStatusDetails None { get; } = new();

    public string? MailboxId { get; init; }

    public long? AppendLimit { get; init; }

    public long? DeletedStorage { get; init; }

    public IReadOnlyDictionary<string, ImapValue>? Others { get; init; }

    public IReadOnlyList<MalformedResponse>? Malformed { get; init; }

    public MailboxStatusDetails Or(MailboxStatusDetails other) => new()
    {
        MailboxId = MailboxId ?? other.MailboxId,
        AppendLimit = AppendLimit ?? other.AppendLimit,
        DeletedStorage = DeletedStorage ?? other.DeletedStorage,
        Others = Others is null || other.Others is null ? Others ?? other.Others : Joined(other.Others, Others),
        Malformed = other.Malformed,
    };

    private static Dictionary<string, ImapValue> Joined(
        IReadOnlyDictionary<string, ImapValue> before, IReadOnlyDictionary<string, ImapValue> after)
    {
        Dictionary<string, ImapValue> joined = new(before, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, ImapValue value) in after)
            joined[name] = value;
        return joined;
    }
}
