namespace ImapAsync;

/// <summary>One fact that the server reports about the selected mailbox.</summary>
internal readonly ref struct MailboxFact
{
    public MailboxFactKind Kind { get; init; }

    /// <summary>
    /// How many messages there are (also once SELECT is answered), the number of one that is gone, or the number in a
    /// code; 0 where it cannot be read.
    /// </summary>
    public ulong Number { get; init; }

    /// <summary>The flags defined in the mailbox.</summary>
    public FlagSet? Flags { get; init; }

    /// <summary>The expunged messages, by their UIDs.</summary>
    public UidSet? Uids { get; init; }

    /// <summary>What is reported about one message. Without a number and a UID the message is unknown.</summary>
    public FetchResponse Fetch { get; init; }

    /// <summary>Whether it is the answer to a command, or a part of it.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Whether a part of it was unreadable: only a comparison shows which messages exist.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>Whether it is about messages that exist, or existed until now.</summary>
    public bool IsOfMessages =>
        Kind is MailboxFactKind.Expunged or MailboxFactKind.Vanished or MailboxFactKind.Fetched;
}
