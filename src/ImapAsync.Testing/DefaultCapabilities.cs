namespace ImapAsync.Testing;

/// <summary>The capabilities of the server unless they are switched off.</summary>
internal static class DefaultCapabilities
{
    public static readonly string[] All =
    [
        "IMAP4rev1", "IMAP4rev2", "STARTTLS",
        "AUTH=PLAIN", "AUTH=LOGIN", "AUTH=CRAM-MD5", "AUTH=SCRAM-SHA-256",
        "AUTH=XOAUTH2", "AUTH=OAUTHBEARER", "SASL-IR",
        "LITERAL+", "LITERAL-", "ID", "ENABLE", "IDLE", "UNSELECT", "NAMESPACE", "CHILDREN", "COMPRESS=DEFLATE",
        "UIDPLUS", "MOVE", "MULTIAPPEND", "BINARY", "CONDSTORE", "QRESYNC",
        "ESEARCH", "SEARCHRES", "WITHIN", "SORT", "SORT=DISPLAY",
        "THREAD=ORDEREDSUBJECT", "THREAD=REFERENCES", "THREAD=REFS",
        "LIST-EXTENDED", "LIST-STATUS", "SPECIAL-USE", "CREATE-SPECIAL-USE", "STATUS=SIZE", "SAVEDATE", "OBJECTID",
        "ACL", "RIGHTS=kxte", "QUOTA", "QUOTA=RES-STORAGE", "QUOTA=RES-MESSAGE", "QUOTA=RES-MAILBOX", "QUOTASET",
        "METADATA", "ANNOTATEMORE",
    ];
}
