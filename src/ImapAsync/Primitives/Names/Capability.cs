namespace ImapAsync;

/// <summary>
/// The names of capabilities, for <see cref="ImapCapabilities.Supports"/> and others: those registered
/// with IANA, and two of Gmail's. Those with a value, such as <c>AUTH=PLAIN</c> or <c>RIGHTS=kxte</c>, are read with
/// <see cref="ImapCapabilities.AuthMechanisms"/> and <see cref="ImapCapabilities.ValuesOf"/>.
/// </summary>
public static class Capability
{
    /// <summary>ACL: access control lists (RFC 4314).</summary>
    public const string Acl = "ACL";

    /// <summary>ANNOTATE-EXPERIMENT-1: annotations of messages (RFC 5257).</summary>
    public const string AnnotateExperiment = "ANNOTATE-EXPERIMENT-1";

    /// <summary>
    /// APPENDLIMIT: the largest message that APPEND accepts; see <see cref="ImapCapabilities.AppendLimit"/> (RFC 7889).
    /// </summary>
    public const string AppendLimit = "APPENDLIMIT";

    /// <summary>BINARY: parts without their transfer encoding (RFC 3516).</summary>
    public const string Binary = "BINARY";

    /// <summary>CATENATE: messages assembled by the server (RFC 4469).</summary>
    public const string Catenate = "CATENATE";

    /// <summary>CHILDREN: <c>\HasChildren</c> and <c>\HasNoChildren</c> in LIST (RFC 3348).</summary>
    public const string Children = "CHILDREN";

    /// <summary>COMPRESS=DEFLATE: compression of the connection (RFC 4978).</summary>
    public const string CompressDeflate = "COMPRESS=DEFLATE";

    /// <summary>CONDSTORE: mod-sequences and conditional STORE (RFC 7162).</summary>
    public const string CondStore = "CONDSTORE";

    /// <summary>CONTEXT=SEARCH: results of SEARCH that are kept up to date (RFC 5267).</summary>
    public const string ContextSearch = "CONTEXT=SEARCH";

    /// <summary>CONTEXT=SORT: results of SORT that are kept up to date (RFC 5267).</summary>
    public const string ContextSort = "CONTEXT=SORT";

    /// <summary>CONVERT: parts converted by the server (RFC 5259).</summary>
    public const string Convert = "CONVERT";

    /// <summary>CREATE-SPECIAL-USE: CREATE of a mailbox for a special use (RFC 6154 §3).</summary>
    public const string CreateSpecialUse = "CREATE-SPECIAL-USE";

    /// <summary>ENABLE: extensions that have to be enabled (RFC 5161).</summary>
    public const string Enable = "ENABLE";

    /// <summary>ESEARCH: results of SEARCH as sets, with counts, smallest and largest (RFC 4731).</summary>
    public const string ESearch = "ESEARCH";

    /// <summary>ESORT: results of SORT with counts, smallest and largest (RFC 5267).</summary>
    public const string ESort = "ESORT";

    /// <summary>FILTERS: searches stored on the server (RFC 5466).</summary>
    public const string Filters = "FILTERS";

    /// <summary>I18NLEVEL=1: comparison of all Unicode text (RFC 5255 §4).</summary>
    public const string I18nLevel1 = "I18NLEVEL=1";

    /// <summary>I18NLEVEL=2: a choice of comparators (RFC 5255 §4).</summary>
    public const string I18nLevel2 = "I18NLEVEL=2";

    /// <summary>ID: identification of client and server (RFC 2971).</summary>
    public const string Id = "ID";

    /// <summary>IDLE: updates without polling (RFC 2177).</summary>
    public const string Idle = "IDLE";

    /// <summary>IMAP4: the protocol of 1994 (RFC 1730).</summary>
    public const string Imap4 = "IMAP4";

    /// <summary>IMAP4rev1: the protocol as revised in 1996 and 2003 (RFC 3501).</summary>
    public const string Imap4Rev1 = "IMAP4rev1";

    /// <summary>IMAP4rev2: the protocol as revised in 2021 (RFC 9051).</summary>
    public const string Imap4Rev2 = "IMAP4rev2";

    /// <summary>INPROGRESS: reports of how far a command is (RFC 9585).</summary>
    public const string InProgress = "INPROGRESS";

    /// <summary>JMAPACCESS: the same mail by JMAP (RFC 9698).</summary>
    public const string JmapAccess = "JMAPACCESS";

    /// <summary>LANGUAGE: a choice of the language of the server's texts (RFC 5255 §3).</summary>
    public const string Language = "LANGUAGE";

    /// <summary>LIST-EXTENDED: LIST with options (RFC 5258).</summary>
    public const string ListExtended = "LIST-EXTENDED";

    /// <summary>LIST-METADATA: metadata in LIST (RFC 9590).</summary>
    public const string ListMetadata = "LIST-METADATA";

    /// <summary>LIST-MYRIGHTS: the user's rights in LIST (RFC 8440).</summary>
    public const string ListMyRights = "LIST-MYRIGHTS";

    /// <summary>LIST-STATUS: counters in LIST (RFC 5819).</summary>
    public const string ListStatus = "LIST-STATUS";

    /// <summary>LITERAL-: short literals without a round trip (RFC 7888).</summary>
    public const string LiteralMinus = "LITERAL-";

    /// <summary>LITERAL+: literals without a round trip (RFC 7888).</summary>
    public const string LiteralPlus = "LITERAL+";

    /// <summary>LOGINDISABLED: LOGIN is refused, for example before TLS (RFC 9051 §6.2.3).</summary>
    public const string LoginDisabled = "LOGINDISABLED";

    /// <summary>LOGIN-REFERRALS: a login may be referred to another server (RFC 2221).</summary>
    public const string LoginReferrals = "LOGIN-REFERRALS";

    /// <summary>MAILBOX-REFERRALS: mailboxes on other servers (RFC 2193).</summary>
    public const string MailboxReferrals = "MAILBOX-REFERRALS";

    /// <summary>METADATA: metadata of mailboxes and of the server (RFC 5464).</summary>
    public const string Metadata = "METADATA";

    /// <summary>METADATA-SERVER: metadata of the server only (RFC 5464).</summary>
    public const string MetadataServer = "METADATA-SERVER";

    /// <summary>MOVE: messages moved in one step (RFC 6851).</summary>
    public const string Move = "MOVE";

    /// <summary>MULTIAPPEND: several messages in one APPEND (RFC 3502).</summary>
    public const string MultiAppend = "MULTIAPPEND";

    /// <summary>MULTISEARCH: searches in several mailboxes (RFC 7377).</summary>
    public const string MultiSearch = "MULTISEARCH";

    /// <summary>NAMESPACE: the prefixes of the user's, other users' and shared mailboxes (RFC 2342).</summary>
    public const string Namespace = "NAMESPACE";

    /// <summary>NOTIFY: updates from mailboxes that are not selected (RFC 5465).</summary>
    public const string Notify = "NOTIFY";

    /// <summary>OBJECTID: permanent identifiers of mailboxes, messages and conversations (RFC 8474).</summary>
    public const string ObjectId = "OBJECTID";

    /// <summary>PARTIAL: pages of SEARCH and FETCH (RFC 9394).</summary>
    public const string Partial = "PARTIAL";

    /// <summary>PREVIEW: the beginning of a message's text (RFC 8970).</summary>
    public const string Preview = "PREVIEW";

    /// <summary>QRESYNC: resynchronisation of a mailbox in one round trip (RFC 7162).</summary>
    public const string QResync = "QRESYNC";

    /// <summary>QUOTA: limits of storage and of numbers (RFC 9208).</summary>
    public const string Quota = "QUOTA";

    /// <summary>QUOTA=RES-ANNOTATION-STORAGE: limits of the size of annotations (RFC 9208 §5.4).</summary>
    public const string QuotaResAnnotationStorage = "QUOTA=RES-ANNOTATION-STORAGE";

    /// <summary>QUOTA=RES-MAILBOX: limits of the number of mailboxes (RFC 9208 §5.3).</summary>
    public const string QuotaResMailbox = "QUOTA=RES-MAILBOX";

    /// <summary>QUOTA=RES-MESSAGE: limits of the number of messages (RFC 9208 §5.2).</summary>
    public const string QuotaResMessage = "QUOTA=RES-MESSAGE";

    /// <summary>QUOTA=RES-STORAGE: limits of the size of messages (RFC 9208 §5.1).</summary>
    public const string QuotaResStorage = "QUOTA=RES-STORAGE";

    /// <summary>QUOTASET: SETQUOTA (RFC 9208).</summary>
    public const string QuotaSet = "QUOTASET";

    /// <summary>REPLACE: a message replaced in one step (RFC 8508).</summary>
    public const string Replace = "REPLACE";

    /// <summary>SASL-IR: AUTHENTICATE with its initial response (RFC 4959).</summary>
    public const string SaslIr = "SASL-IR";

    /// <summary>SAVEDATE: when a message was saved in its mailbox (RFC 8514).</summary>
    public const string SaveDate = "SAVEDATE";

    /// <summary>SEARCH=FUZZY: searches for what is similar (RFC 6203).</summary>
    public const string SearchFuzzy = "SEARCH=FUZZY";

    /// <summary>SEARCHRES: a result that later commands name by <c>$</c> (RFC 5182).</summary>
    public const string SearchRes = "SEARCHRES";

    /// <summary>SORT: messages sorted by the server (RFC 5256).</summary>
    public const string Sort = "SORT";

    /// <summary>SORT=DISPLAY: messages sorted by the names of people (RFC 5957).</summary>
    public const string SortDisplay = "SORT=DISPLAY";

    /// <summary>SPECIAL-USE: what a mailbox is for, such as <c>\Sent</c> (RFC 6154).</summary>
    public const string SpecialUse = "SPECIAL-USE";

    /// <summary>STARTTLS: TLS on a connection in the clear (RFC 9051 §6.2.1).</summary>
    public const string StartTls = "STARTTLS";

    /// <summary>STATUS=SIZE: the size of a mailbox in STATUS (RFC 8438).</summary>
    public const string StatusSize = "STATUS=SIZE";

    /// <summary>THREAD=ORDEREDSUBJECT: conversations by subject (RFC 5256).</summary>
    public const string ThreadOrderedSubject = "THREAD=ORDEREDSUBJECT";

    /// <summary>THREAD=REFERENCES: conversations by References (RFC 5256).</summary>
    public const string ThreadReferences = "THREAD=REFERENCES";

    /// <summary>UIDONLY: sessions without sequence numbers (RFC 9586).</summary>
    public const string UidOnly = "UIDONLY";

    /// <summary>UIDPLUS: UID EXPUNGE, and the UIDs of appended and copied messages (RFC 4315).</summary>
    public const string UidPlus = "UIDPLUS";

    /// <summary>UNAUTHENTICATE: another user on the same connection (RFC 8437).</summary>
    public const string Unauthenticate = "UNAUTHENTICATE";

    /// <summary>UNSELECT: leaving a mailbox without expunging (RFC 3691).</summary>
    public const string Unselect = "UNSELECT";

    /// <summary>URLAUTH: URLs of messages that others may open (RFC 4467).</summary>
    public const string UrlAuth = "URLAUTH";

    /// <summary>URLFETCH=BINARY: parts without transfer encoding by URL (RFC 5524).</summary>
    public const string UrlFetchBinary = "URLFETCH=BINARY";

    /// <summary>URL-PARTIAL: URLs of ranges of octets (RFC 5550).</summary>
    public const string UrlPartial = "URL-PARTIAL";

    /// <summary>UTF8=ACCEPT: UTF-8 in names, strings and messages, if enabled (RFC 6855).</summary>
    public const string Utf8Accept = "UTF8=ACCEPT";

    /// <summary>UTF8=ONLY: UTF8=ACCEPT has to be enabled (RFC 6855).</summary>
    public const string Utf8Only = "UTF8=ONLY";

    /// <summary>WITHIN: searches by age (RFC 5032).</summary>
    public const string Within = "WITHIN";

    /// <summary>X-GM-EXT-1: Gmail's labels, identifiers and searches (Google; not registered).</summary>
    public const string XGmExt1 = "X-GM-EXT-1";

    /// <summary>XLIST: XLIST, the special uses before RFC 6154 (Google; not registered).</summary>
    public const string XList = "XLIST";
}
