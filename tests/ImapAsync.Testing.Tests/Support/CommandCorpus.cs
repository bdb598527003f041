namespace ImapAsync.Testing.Tests.Support;

/// <summary>Valid commands of every kind, without tag, as seeds for mutations. Mailboxes and users are those of the test.</summary>
internal static class CommandCorpus
{
    public static readonly string[] All =
    [
        "CAPABILITY", "NOOP", "LOGOUT", "ID NIL", "ID (\"name\" \"x\" \"version\" NIL)", "STARTTLS", "COMPRESS DEFLATE", "IDLE", "CHECK",
        "LOGIN alice secret", "LOGIN \"bob\" {6+}\r\nsecret", "AUTHENTICATE PLAIN AGFsaWNlAHNlY3JldA==", "AUTHENTICATE PLAIN",
        "AUTHENTICATE LOGIN", "AUTHENTICATE CRAM-MD5", "AUTHENTICATE XOAUTH2 dXNlcj1hAWF1dGg9QmVhcmVyIHgBAQ==",
        "AUTHENTICATE SCRAM-SHA-256 biwsbj1hbGljZSxyPXg=", "AUTHENTICATE OAUTHBEARER =", "PROXYAUTH bob",
        "ENABLE CONDSTORE QRESYNC", "ENABLE IMAP4rev2",
        "SELECT INBOX", "SELECT inbox (CONDSTORE)", "SELECT INBOX (QRESYNC (1000000001 3 1:3 (1,2 1,2)))", "EXAMINE Work/Deep",
        "SELECT \"Other Users/bob\"", "EXAMINE \"Other Users/bob/Shared\"", "CLOSE", "UNSELECT", "EXPUNGE", "UID EXPUNGE 1:3",
        "CREATE Work/New", "CREATE \"Other Users/bob/x\"", "CREATE Sent (USE (\\Sent \\Archive))", "CREATE \"Other Users\"", "CREATE a/b/c/d",
        "DELETE Work", "DELETE Work/Deep", "DELETE \"Other Users/bob/Shared\"", "RENAME Work Play", "RENAME INBOX Old/Mail",
        "RENAME \"Other Users/bob/Shared\" \"Other Users/bob/Else\"", "RENAME Work/Deep Work/&APw-ber",
        "SUBSCRIBE Work", "UNSUBSCRIBE Work", "LSUB \"\" *", "LSUB Work/ %", "LIST \"\" \"\"", "LIST \"\" %", "LIST \"Other Users/\" *",
        "LIST (SUBSCRIBED RECURSIVEMATCH) \"\" (INBOX Work/% \"x\") RETURN (CHILDREN SUBSCRIBED STATUS (MESSAGES UIDNEXT))",
        "LIST (SPECIAL-USE REMOTE) \"\" * RETURN (SPECIAL-USE)", "NAMESPACE",
        "STATUS INBOX (MESSAGES RECENT UIDNEXT UIDVALIDITY UNSEEN HIGHESTMODSEQ SIZE DELETED MAILBOXID DELETED-STORAGE)",
        "APPEND INBOX {11+}\r\nA: b\r\n\r\nText", "APPEND Work (\\Seen $Key) \"17-Jul-1996 02:44:25 -0700\" {5+}\r\nA: b\n",
        "APPEND INBOX (\\Flagged) ~{6+}\r\nA\n\n\0\0\0 {4+}\r\nB: c", "APPEND {5+}\r\nINBOX {3}\r\nA: ", "APPEND \"Other Users/bob\" {2+}\r\n\r\n",
        "FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY BODYSTRUCTURE MODSEQ SAVEDATE EMAILID THREADID)",
        "FETCH 1 ALL", "FETCH 2:* FAST", "UID FETCH 1:* FULL", "UID FETCH $ (FLAGS) (CHANGEDSINCE 2 VANISHED)", "FETCH * FLAGS (CHANGEDSINCE 1)",
        "FETCH 1 (BODY[] BODY.PEEK[HEADER] BODY[TEXT]<0.10> BODY.PEEK[1.2.MIME] BODY[2.HEADER.FIELDS (From \"To\")])",
        "UID FETCH 4 (BINARY[1] BINARY.PEEK[2.1]<3.7> BINARY.SIZE[2] BODY.PEEK[HEADER.FIELDS.NOT (Subject)] BODY[2.TEXT])",
        "FETCH 3 (RFC822 RFC822.HEADER RFC822.TEXT)", "PARTIAL 1 RFC822 1 10", "PARTIAL 2 BODY[TEXT] 5 100",
        "STORE 1 FLAGS (\\Seen)", "STORE 1:2 +FLAGS.SILENT (\\Deleted $Key)", "UID STORE * -FLAGS \\Answered", "STORE 2 FLAGS ()",
        "UID STORE 1:* (UNCHANGEDSINCE 5) +FLAGS.SILENT (\\Draft)", "COPY 1:2 Work", "UID COPY 2:* \"Other Users/bob\"", "MOVE 1 Work",
        "UID MOVE 1:2 INBOX", "SEARCH ALL", "SEARCH RETURN (MIN MAX COUNT ALL SAVE) CHARSET UTF-8 OR (SEEN NOT 1:3) UID 2:*",
        "UID SEARCH RETURN () FROM \"ann\" SINCE 1-Jan-2020 NOT (LARGER 5 SMALLER 5000) KEYWORD $Key", "SEARCH HEADER Subject {3+}\r\nOne TEXT x",
        "SEARCH MODSEQ \"/flags/\\\\seen\" all 3 BODY text", "UID SEARCH $ OLDER 5 YOUNGER 500 SENTON 1-Jan-2026 EMAILID Eabc THREADID T",
        "SEARCH 2,$ SAVEDBEFORE 1-Feb-2026 UNDELETED", "SEARCH CHARSET KOI8-R SUBJECT \"x\"", "SORT (REVERSE DATE SUBJECT) UTF-8 ALL",
        "UID SORT (ARRIVAL CC FROM TO SIZE DISPLAYFROM DISPLAYTO) US-ASCII UNSEEN", "SORT (SIZE) UTF-8 MODSEQ 1",
        "THREAD REFERENCES UTF-8 ALL", "UID THREAD ORDEREDSUBJECT UTF-8 SEEN", "THREAD REFS UTF-8 NOT DELETED",
        "SETACL INBOX bob +lrs", "SETACL Work anyone lrswipkxtea", "DELETEACL Work anyone", "GETACL INBOX", "LISTRIGHTS Work bob", "MYRIGHTS Work",
        "GETQUOTA \"\"", "GETQUOTAROOT Work", "SETQUOTA \"\" (STORAGE 512 MESSAGE 1000 MAILBOX 50)", "SETQUOTA \"\" ()",
        "GETMETADATA (DEPTH infinity MAXSIZE 10) INBOX (/private /shared/comment)", "GETMETADATA \"\" /shared/comment",
        "SETMETADATA INBOX (/private/comment \"x\" /shared/a {2+}\r\nyz)", "SETMETADATA \"\" (/private/vendor/x NIL)",
        "GETANNOTATION INBOX \"/comment\" \"value.priv\"", "GETANNOTATION \"\" \"*\" (\"value\" \"content-type\")",
        "SETANNOTATION Work \"/comment\" (\"value.priv\" \"x\" \"content-type.shared\" NIL)",
    ];
}
