namespace ImapAsync;

/// <summary>
/// Which mailboxes LIST selects, in addition to matching the patterns (LIST-EXTENDED, RFC 9051 §6.3.9.1).
/// </summary>
[Flags]
public enum ListSelectionOptions
{
    /// <summary>Only by name.</summary>
    None = 0,

    /// <summary>SUBSCRIBED: those that the user subscribed to, even if they do not exist.</summary>
    Subscribed = 1 << 0,

    /// <summary>REMOTE: also those on other servers.</summary>
    Remote = 1 << 1,

    /// <summary>RECURSIVEMATCH: also those with a match below them; only together with another selection.</summary>
    RecursiveMatch = 1 << 2,

    /// <summary>SPECIAL-USE: those with a special use (RFC 6154).</summary>
    SpecialUse = 1 << 3,
}

/// <summary>What LIST returns for each mailbox, besides its name (LIST-EXTENDED, RFC 9051 §6.3.9.2).</summary>
[Flags]
public enum ListReturnOptions
{
    /// <summary>The server's default.</summary>
    None = 0,

    /// <summary>SUBSCRIBED: the attribute <c>\Subscribed</c>.</summary>
    Subscribed = 1 << 0,

    /// <summary>CHILDREN: the attributes <c>\HasChildren</c> and <c>\HasNoChildren</c>.</summary>
    Children = 1 << 1,

    /// <summary>SPECIAL-USE: the attributes of special use, such as <c>\Sent</c> (RFC 6154).</summary>
    SpecialUse = 1 << 2,

    /// <summary>MYRIGHTS: <see cref="MailboxInfo.MyRights"/> (RFC 8440).</summary>
    MyRights = 1 << 3,
}
