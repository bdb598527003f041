namespace ImapAsync;

/// <summary>
/// The names of response codes, for <see cref="ResponseCode.Is"/> and <see cref="ResponseCode.Name"/>: those registered
/// with IANA, and THROTTLED.
/// </summary>
public static class ResponseCodes
{
    /// <summary>ALERT: the text must be shown to the user (RFC 9051 §7.1).</summary>
    public const string Alert = "ALERT";

    /// <summary>ALREADYEXISTS: the mailbox exists already (RFC 5530).</summary>
    public const string AlreadyExists = "ALREADYEXISTS";

    /// <summary>ANNOTATE: an annotation is too large, or there are too many (RFC 5257).</summary>
    public const string Annotate = "ANNOTATE";

    /// <summary>ANNOTATIONS: the largest annotation that the mailbox accepts, or NONE (RFC 5257).</summary>
    public const string Annotations = "ANNOTATIONS";

    /// <summary>APPENDUID: the UIDVALIDITY and the UIDs of appended messages (RFC 4315).</summary>
    public const string AppendUid = "APPENDUID";

    /// <summary>AUTHENTICATIONFAILED: the name, the password or the token is wrong (RFC 5530).</summary>
    public const string AuthenticationFailed = "AUTHENTICATIONFAILED";

    /// <summary>AUTHORIZATIONFAILED: the user may not act for the identity (RFC 5530).</summary>
    public const string AuthorizationFailed = "AUTHORIZATIONFAILED";

    /// <summary>BADCHARSET: SEARCH does not know the charset; arguments: those it knows (RFC 9051 §7.1).</summary>
    public const string BadCharset = "BADCHARSET";

    /// <summary>BADCOMPARATOR: no comparator matches (RFC 5255).</summary>
    public const string BadComparator = "BADCOMPARATOR";

    /// <summary>BADEVENT: NOTIFY does not know an event; arguments: those that it knows (RFC 5465).</summary>
    public const string BadEvent = "BADEVENT";

    /// <summary>BADURL: a URL of CATENATE cannot be resolved; argument: the URL (RFC 4469).</summary>
    public const string BadUrl = "BADURL";

    /// <summary>CANNOT: the server can never do this (RFC 5530).</summary>
    public const string Cannot = "CANNOT";

    /// <summary>CAPABILITY: the capabilities (RFC 9051 §7.1).</summary>
    public const string Capability = "CAPABILITY";

    /// <summary>CLIENTBUG: the server considers the client faulty (RFC 5530).</summary>
    public const string ClientBug = "CLIENTBUG";

    /// <summary>CLOSED: what follows is about the newly selected mailbox (RFC 7162).</summary>
    public const string Closed = "CLOSED";

    /// <summary>COMPRESSIONACTIVE: the connection is compressed already (RFC 4978).</summary>
    public const string CompressionActive = "COMPRESSIONACTIVE";

    /// <summary>CONTACTADMIN: the user should ask the administrator (RFC 5530).</summary>
    public const string ContactAdmin = "CONTACTADMIN";

    /// <summary>COPYUID: the UIDVALIDITY and the UIDs of the copies (RFC 4315).</summary>
    public const string CopyUid = "COPYUID";

    /// <summary>CORRUPTION: the server's data are damaged (RFC 5530).</summary>
    public const string Corruption = "CORRUPTION";

    /// <summary>EXPIRED: the password or the token has expired (RFC 5530).</summary>
    public const string Expired = "EXPIRED";

    /// <summary>EXPUNGEISSUED: messages have been expunged by another session (RFC 5530).</summary>
    public const string ExpungeIssued = "EXPUNGEISSUED";

    /// <summary>HASCHILDREN: the mailbox cannot be deleted: there are others below it (RFC 9051 §7.1).</summary>
    public const string HasChildren = "HASCHILDREN";

    /// <summary>HIGHESTMODSEQ: the highest mod-sequence of the mailbox (RFC 7162).</summary>
    public const string HighestModSeq = "HIGHESTMODSEQ";

    /// <summary>INPROGRESS: how far the command is (RFC 9585).</summary>
    public const string InProgress = "INPROGRESS";

    /// <summary>INUSE: another session holds the mailbox (RFC 5530).</summary>
    public const string InUse = "INUSE";

    /// <summary>LIMIT: a limit of the server is reached (RFC 5530).</summary>
    public const string Limit = "LIMIT";

    /// <summary>MAILBOXID: the permanent identifier of the mailbox (RFC 8474).</summary>
    public const string MailboxId = "MAILBOXID";

    /// <summary>MAXCONVERTMESSAGES: CONVERT of too many messages (RFC 5259).</summary>
    public const string MaxConvertMessages = "MAXCONVERTMESSAGES";

    /// <summary>MAXCONVERTPARTS: CONVERT of too many parts (RFC 5259).</summary>
    public const string MaxConvertParts = "MAXCONVERTPARTS";

    /// <summary>MESSAGELIMIT: only the given number of messages was processed (RFC 9738).</summary>
    public const string MessageLimit = "MESSAGELIMIT";

    /// <summary>METADATA: a limit of metadata: LONGENTRIES, MAXSIZE, TOOMANY or NOPRIVATE (RFC 5464).</summary>
    public const string Metadata = "METADATA";

    /// <summary>MODIFIED: messages that a conditional STORE left unchanged (RFC 7162).</summary>
    public const string Modified = "MODIFIED";

    /// <summary>NEWNAME: the mailbox was renamed; obsolete (RFC 2060).</summary>
    public const string NewName = "NEWNAME";

    /// <summary>NOMODSEQ: the mailbox has no mod-sequences (RFC 7162).</summary>
    public const string NoModSeq = "NOMODSEQ";

    /// <summary>NONEXISTENT: the mailbox does not exist (RFC 5530).</summary>
    public const string NonExistent = "NONEXISTENT";

    /// <summary>NOPERM: the user may not do this (RFC 5530).</summary>
    public const string NoPerm = "NOPERM";

    /// <summary>NOTIFICATIONOVERFLOW: the server has ended NOTIFY (RFC 5465).</summary>
    public const string NotificationOverflow = "NOTIFICATIONOVERFLOW";

    /// <summary>NOTSAVED: the result of SEARCH was not saved (RFC 5182).</summary>
    public const string NotSaved = "NOTSAVED";

    /// <summary>NOUPDATE: the result is not kept up to date; argument: the command's tag (RFC 5267).</summary>
    public const string NoUpdate = "NOUPDATE";

    /// <summary>OVERQUOTA: the quota is exceeded (RFC 5530).</summary>
    public const string OverQuota = "OVERQUOTA";

    /// <summary>PARSE: the server cannot parse a message (RFC 9051 §7.1).</summary>
    public const string Parse = "PARSE";

    /// <summary>PERMANENTFLAGS: the flags that can be stored permanently (RFC 9051 §7.1).</summary>
    public const string PermanentFlags = "PERMANENTFLAGS";

    /// <summary>PRIVACYREQUIRED: this needs TLS (RFC 5530).</summary>
    public const string PrivacyRequired = "PRIVACYREQUIRED";

    /// <summary>READ-ONLY: the mailbox is selected for reading only (RFC 9051 §7.1).</summary>
    public const string ReadOnly = "READ-ONLY";

    /// <summary>READ-WRITE: the mailbox is selected for reading and writing (RFC 9051 §7.1).</summary>
    public const string ReadWrite = "READ-WRITE";

    /// <summary>
    /// REFERRAL: the mailbox or the account is on another server; argument: its URL (RFC 2193, RFC 2221).
    /// </summary>
    public const string Referral = "REFERRAL";

    /// <summary>SERVERBUG: a fault of the server (RFC 5530).</summary>
    public const string ServerBug = "SERVERBUG";

    /// <summary>TEMPFAIL: CONVERT failed for the time being (RFC 5259).</summary>
    public const string TempFail = "TEMPFAIL";

    /// <summary>
    /// THROTTLED: too many commands: Exchange and others; see <see cref="ImapThrottling"/> (not registered).
    /// </summary>
    public const string Throttled = "THROTTLED";

    /// <summary>TOOBIG: the message is too large (RFC 4469, RFC 7889).</summary>
    public const string TooBig = "TOOBIG";

    /// <summary>TRYCREATE: the destination does not exist, and can be created (RFC 9051 §7.1).</summary>
    public const string TryCreate = "TRYCREATE";

    /// <summary>UIDNEXT: the UID that the next message will probably get (RFC 9051 §7.1).</summary>
    public const string UidNext = "UIDNEXT";

    /// <summary>UIDNOTSTICKY: UIDs are not permanent in the mailbox (RFC 4315).</summary>
    public const string UidNotSticky = "UIDNOTSTICKY";

    /// <summary>UIDREQUIRED: sequence numbers are not accepted after ENABLE UIDONLY (RFC 9586).</summary>
    public const string UidRequired = "UIDREQUIRED";

    /// <summary>UIDVALIDITY: the value that says whether stored UIDs are valid (RFC 9051 §7.1).</summary>
    public const string UidValidity = "UIDVALIDITY";

    /// <summary>UNAVAILABLE: something the server depends on is down (RFC 5530).</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>UNDEFINED-FILTER: SEARCH does not know the filter (RFC 5466).</summary>
    public const string UndefinedFilter = "UNDEFINED-FILTER";

    /// <summary>UNKNOWN-CTE: the server cannot decode the part (RFC 3516).</summary>
    public const string UnknownCte = "UNKNOWN-CTE";

    /// <summary>UNSEEN: the first message without <c>\Seen</c> (RFC 3501 §7.1).</summary>
    public const string Unseen = "UNSEEN";

    /// <summary>URLMECH: the mechanisms of URLAUTH (RFC 4467).</summary>
    public const string UrlMech = "URLMECH";

    /// <summary>USEATTR: the special use is not supported (RFC 6154).</summary>
    public const string UseAttr = "USEATTR";
}
