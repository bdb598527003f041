namespace ImapAsync.Testing;

/// <summary>A mailbox and its messages. All access happens under the store's lock.</summary>
internal sealed class Mailbox(UserAccount owner, string name, uint uidValidity, int maxMessages)
{
    private readonly List<StoredMessage> _messages = [];
    private readonly List<ExpungedUid> _expunged = [];

    public UserAccount Owner { get; } = owner;

    public string Name { get; set; } = name;

    public uint UidValidity { get; set; } = uidValidity;

    /// <summary>An identifier that is kept when the mailbox is renamed (RFC 8474).</summary>
    public string Id { get; } = $"M{uidValidity}";

    public uint UidNext { get; private set; } = 1;

    public ulong HighestModSequence { get; private set; } = 1;

    /// <summary>In ascending order of their UIDs.</summary>
    public IReadOnlyList<StoredMessage> Messages => _messages;

    public IReadOnlyList<ExpungedUid> Expunged => _expunged;

    /// <summary>
    /// The first UID not yet reported to any session: from there on, messages are recent to the next session that
    /// selects the mailbox.
    /// </summary>
    public uint FirstRecent { get; set; } = 1;

    /// <summary>Whether it is only a level of the hierarchy.</summary>
    public bool IsNoSelect { get; set; }

    /// <summary>Whether it was deleted: sessions that have it selected are notified.</summary>
    public bool IsDeleted { get; set; }

    public MailboxAttributes SpecialUse { get; set; } = MailboxAttributes.Empty;

    public AccessList Access { get; } = new();

    public EntryStore Metadata { get; } = new();

    public EntryStore Annotations { get; } = new();

    /// <summary>Raised after each change.</summary>
    public ChangeSignals Changes { get; } = new();

    /// <summary>The keywords that messages have or had, for PERMANENTFLAGS.</summary>
    public FlagSet Keywords { get; private set; } = FlagSet.Empty;

    public StoredMessage Add(NewMessage message, DateTimeOffset now)
    {
        if (_messages.Count >= maxMessages)
        {
            throw CommandRefusedException.No(
                "LIMIT",
                $"There are already {maxMessages} messages in {Name} "
                + $"({nameof(ImapTestServerLimits)}.{nameof(ImapTestServerLimits.MaxMessages)})");
        }

        StoredMessage stored = new(new Uid(UidNext++), message.Content)
        {
            InternalDate = WholeSeconds(message.InternalDate),
            SaveDate = WholeSeconds(now),
            Flags = WithoutRecent(message.Flags),
            ModSequence = ++HighestModSequence,
        };
        _messages.Add(stored);
        Remember(stored.Flags);
        Changes.Raise();
        return stored;
    }

    /// <summary>Counts a change that concerns no message: of an annotation of the mailbox (RFC 7162 §3.2).</summary>
    public void Touch() => HighestModSequence++;

    /// <summary>Sets the flags of a message; false if it already has them.</summary>
    public bool SetFlags(StoredMessage message, FlagSet flags)
    {
        flags = WithoutRecent(flags);
        if (message.Flags == flags)
            return false;
        message.Flags = flags;
        message.ModSequence = ++HighestModSequence;
        Remember(flags);
        Changes.Raise();
        return true;
    }

    /// <summary>Removes messages; all get one mod-sequence.</summary>
    public void Remove(IReadOnlyCollection<StoredMessage> messages)
    {
        if (messages.Count == 0)
            return;
        HighestModSequence++;
        foreach (StoredMessage message in messages)
        {
            message.IsExpunged = true;
            _expunged.Add(new ExpungedUid(message.Uid, HighestModSequence));
        }

        _messages.RemoveAll(static message => message.IsExpunged);
        Changes.Raise();
    }

    /// <summary>
    /// Starts over, as after a restore from a backup: the messages stay, but their old UIDs are invalid.
    /// </summary>
    public void ChangeUidValidity(uint uidValidity)
    {
        StoredMessage[] kept = [.. _messages];
        UidValidity = uidValidity;
        UidNext = 1;
        _messages.Clear();
        _expunged.Clear();
        foreach (StoredMessage message in kept)
        {
            message.IsExpunged = true;
            Add(new NewMessage(message.Content, message.Flags, message.InternalDate), message.SaveDate);
        }

        Changes.Raise();
    }

    public int Count(Flag flag) => _messages.Count(message => message.Flags.Contains(flag));

    public long Size => _messages.Sum(static message => (long)message.Size);

    // IMAP has no fractions: something invisible must not decide the order in which messages are sorted.
    private static DateTimeOffset WholeSeconds(DateTimeOffset time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Offset);

    private static FlagSet WithoutRecent(FlagSet flags) => flags.Contains(Flag.Recent) ? flags - Flag.Recent : flags;

    private void Remember(FlagSet flags)
    {
        foreach (Flag flag in flags)
        {
            if (!flag.IsSystem && !Keywords.Contains(flag))
                Keywords |= flag;
        }
    }
}
