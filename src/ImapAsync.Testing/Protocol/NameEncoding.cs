namespace ImapAsync.Testing;

/// <summary>How the names of mailboxes are encoded.</summary>
internal enum NameEncoding
{
    /// <summary>In modified UTF-7 (RFC 3501 §5.1.3).</summary>
    ModifiedUtf7,

    /// <summary>In UTF-8, after ENABLE of IMAP4rev2.</summary>
    Utf8,

    /// <summary>In either, if the server imitates one that sends UTF-8 without being asked.</summary>
    Either,
}
