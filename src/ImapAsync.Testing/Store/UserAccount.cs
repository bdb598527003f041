namespace ImapAsync.Testing;

/// <summary>A user, with everything that belongs to them.</summary>
internal sealed class UserAccount(string name, string password)
{
    public string Name { get; } = name;

    public string Password { get; set; } = password;

    /// <summary>The user's valid OAuth token; null if there is none.</summary>
    public string? Token { get; set; }

    /// <summary>Whether the user may act for others: PROXYAUTH, and an authorization identity in SASL.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>By name; INBOX always exists.</summary>
    public SortedDictionary<string, Mailbox> Mailboxes { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Subscriptions { get; } = new(StringComparer.Ordinal);

    public QuotaLimits Quota { get; } = new();

    /// <summary>Entries of the server as this user sees it: the METADATA of "".</summary>
    public EntryStore ServerMetadata { get; } = new();

    public EntryStore ServerAnnotations { get; } = new();

    public Mailbox Inbox => Mailboxes["INBOX"];

    public long StorageOctets => Mailboxes.Values.Sum(static mailbox => mailbox.Size);

    public long MessageCount => Mailboxes.Values.Sum(static mailbox => (long)mailbox.Messages.Count);
}
