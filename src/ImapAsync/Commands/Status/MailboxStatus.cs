namespace ImapAsync;

/// <summary>
/// The counters of a mailbox (STATUS, RFC 9051 §7.3.4). What was not asked for, or what the server did not say, is
/// null.
/// </summary>
/// <param name="Name">The mailbox.</param>
public sealed record MailboxStatus(MailboxName Name) : IMalformedHolder<MailboxStatus>
{
    // A hundred thousand mailboxes have a status each: a number that stands for "unknown" takes half of what a nullable
    // one takes.
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

    /// <summary>How many messages there are, 0 to 4294967294.</summary>
    public long? Messages { get => ToCount(_messages); init => _messages = FromCount(value); }

    /// <summary>How many messages no session had seen before.</summary>
    public long? Recent { get => ToCount(_recent); init => _recent = FromCount(value); }

    /// <summary>How many messages lack <c>\Seen</c>.</summary>
    public long? Unseen { get => ToCount(_unseen); init => _unseen = FromCount(value); }

    /// <summary>How many messages have <c>\Deleted</c>.</summary>
    public long? Deleted { get => ToCount(_deleted); init => _deleted = FromCount(value); }

    /// <summary>The lowest UID that the next message can have.</summary>
    public Uid? UidNext { get => Uid.FromServer(_uidNext); init => _uidNext = value?.Value ?? 0; }

    /// <summary>Whether remembered UIDs are still good: if it is another than before, they are not.</summary>
    public UidValidity? UidValidity
    {
        get => ImapAsync.UidValidity.FromServer(_uidValidity);
        init => _uidValidity = value?.Value ?? 0;
    }

    /// <summary>How many octets all messages have together.</summary>
    public long? Size { get => _size < 0 ? null : _size; init => _size = value ?? -1; }

    /// <summary>The highest mod-sequence of all messages; null also where the mailbox keeps none.</summary>
    public ModSequence? HighestModSeq
    {
        get => ModSequence.FromServer(_highestModSeq);
        init => _highestModSeq = value?.Value ?? 0;
    }

    /// <summary>What stays the same when the mailbox is renamed (RFC 8474).</summary>
    public string? MailboxId { get => _details?.MailboxId; init => _details = Rare with { MailboxId = value }; }

    /// <summary>The largest message that APPEND takes, in octets; null also where there is no limit.</summary>
    public long? AppendLimit { get => _details?.AppendLimit; init => _details = Rare with { AppendLimit = value }; }

    /// <summary>How many octets EXPUNGE would free.</summary>
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
    /// What the server said that is not as it should be, such as a rounded number; what was made of it is there too.
    /// Usually empty.
    /// </summary>
    public IReadOnlyList<MalformedResponse> Malformed
    {
        get => _details?.Malformed ?? [];
        init => _details = Rare with { Malformed = value };
    }

    /// <summary>All that is seldom asked for, at once.</summary>
    internal MailboxStatusDetails? Details { get => _details; init => _details = value; }

    /// <summary>The same with what another tells that was read beside it, and this one does not.</summary>
    internal MailboxStatus Or(MailboxStatus other) => new(Name)
    {
        Messages = Messages ?? other.Messages,
        Recent = Recent ?? other.Recent,
        Unseen = Unseen ?? other.Unseen,
        Deleted = Deleted ?? other.Deleted,
        UidNext = UidNext ?? other.UidNext,
        UidValidity = UidValidity ?? other.UidValidity,
        Size = Size ?? other.Size,
        HighestModSeq = HighestModSeq ?? other.HighestModSeq,
        Details = _details?.Or(other.Rare) ?? other.Details,
    };

    MailboxStatus IMalformedHolder<MailboxStatus>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };

    private MailboxStatusDetails Rare => _details ?? MailboxStatusDetails.None;

    private static long? ToCount(uint count) => count == Unknown ? null : count;

    private static uint FromCount(long? count) => count is >= 0 and < Unknown ? (uint)count : Unknown;
}

/// <summary>What is seldom asked for.</summary>
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
