namespace ImapAsync.Testing;

/// <summary>All users and their mailboxes, and the single lock under which everything is read and changed.</summary>
internal sealed class MailStore
{
    private readonly SortedDictionary<string, UserAccount> _users = new(StringComparer.OrdinalIgnoreCase);
    private uint _lastUidValidity = 1_000_000_000;

    public MailStore(Func<TimeProvider> clock, Func<ImapTestServerLimits> limits)
    {
        Clock = clock;
        Limits = limits;
    }

    /// <summary>Held while a command works, never across an await.</summary>
    public Lock Gate { get; } = new();

    public Func<ImapTestServerLimits> Limits { get; }

    public DateTimeOffset Now => Clock().GetUtcNow();

    public IEnumerable<UserAccount> Users => _users.Values;

    private Func<TimeProvider> Clock { get; }

    public UserAccount AddUser(string name, string password)
    {
        UserAccount user = new(name, password);
        if (!_users.TryAdd(name, user))
            throw new ArgumentException($"There is already a user {name}.", nameof(name));
        AddMailbox(user, "INBOX");
        return user;
    }

    public UserAccount? FindUser(string name) => _users.GetValueOrDefault(name);

    /// <summary>
    /// Creates a mailbox with a UIDVALIDITY above that of any earlier one, including one that had the same name.
    /// </summary>
    public Mailbox AddMailbox(UserAccount user, string name)
    {
        if (user.Mailboxes.Count >= Limits().MaxMailboxes)
        {
            throw CommandRefusedException.No(
                "LIMIT",
                $"There are already {Limits().MaxMailboxes} mailboxes "
                + $"({nameof(ImapTestServerLimits)}.{nameof(ImapTestServerLimits.MaxMailboxes)})");
        }

        if (user.Quota.Mailboxes is { } most && user.Mailboxes.Count >= most)
            throw CommandRefusedException.No("OVERQUOTA", "That is more than the quota allows");
        Mailbox mailbox = new(user, name, NextUidValidity(), Limits().MaxMessages);
        user.Mailboxes.Add(name, mailbox);
        return mailbox;
    }

    public uint NextUidValidity() => ++_lastUidValidity;
}
