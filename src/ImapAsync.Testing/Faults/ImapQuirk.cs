namespace ImapAsync.Testing;

/// <summary>
/// What real servers were seen to do that the RFCs do not allow, or that few clients expect. Let the server do it with
/// <see cref="ServerFaults.Imitate"/>.
/// </summary>
public enum ImapQuirk
{
    /// <summary>
    /// Office 365: the response code of a COPY comes by itself and without a status, <c>* [COPYUID …]</c>.
    /// </summary>
    CodeWithoutStatus,

    /// <summary>Outlook: a COPYUID with empty sets, <c>[COPYUID 1  ]</c>.</summary>
    EmptyCopyUid,

    /// <summary>Exchange: a <c>+</c> that nobody asked for, before each tagged response.</summary>
    UninvitedContinuation,

    /// <summary>Exchange 2003: lines of mere text behind an asterisk.</summary>
    ExtraTextLines,

    /// <summary>NUL octets before each response.</summary>
    LeadingNuls,

    /// <summary>Yandex: BYE again and again.</summary>
    RepeatedBye,

    /// <summary>Domino: literals two octets longer than announced, so that a stray CR LF stands behind them.</summary>
    ShortLiteral,

    /// <summary>Lines and literal headers ended by LF alone.</summary>
    BareLineFeeds,

    /// <summary>Everything in lower case: OK, NIL, FETCH, flags.</summary>
    LowerCase,

    /// <summary><c>LITERAL +</c> among the capabilities.</summary>
    SpaceInLiteralPlus,

    /// <summary>Zoho: <c>MODSEQ (-1)</c>.</summary>
    NegativeModSeq,

    /// <summary>Gmail: <c>MODSEQ (0)</c>.</summary>
    ZeroModSeq,

    /// <summary>SmarterMail: UIDVALIDITY, UIDNEXT and UNSEEN are 0.</summary>
    ZeroUidValidity,

    /// <summary>Courier: a <c>* 0 FETCH</c>.</summary>
    FetchOfMessageZero,

    /// <summary>Domino: another pair of parentheses around each ENVELOPE.</summary>
    EnvelopeInParentheses,

    /// <summary>Domino: an INTERNALDATE of <c>00-Jan-0000</c>.</summary>
    ZeroInternalDate,

    /// <summary>A body structure of <c>()</c>.</summary>
    EmptyBodyStructure,

    /// <summary>FLAGS as a quoted string.</summary>
    QuotedFlags,

    /// <summary>FLAGS that are NIL.</summary>
    NilFlags,

    /// <summary>Yandex: <c>BODY[1]</c> with no value, in place of NIL.</summary>
    SectionWithoutValue,

    /// <summary>Each FETCH response says its first item twice.</summary>
    RepeatedFetchItem,

    /// <summary>Each item of a FETCH in a response of its own.</summary>
    SplitFetch,

    /// <summary>Gmail: no macros ALL, FAST and FULL in FETCH.</summary>
    NoFetchMacros,

    /// <summary>Exchange: mailbox names without quotes, whatever is in them.</summary>
    UnquotedMailboxNames,

    /// <summary>Yahoo: <c>Inbox</c>.</summary>
    MixedCaseInbox,

    /// <summary>A hierarchy delimiter of NIL.</summary>
    NilDelimiter,

    /// <summary>strato: LIST … RETURN yields nothing.</summary>
    ListReturnYieldsNothing,

    /// <summary>Proton Bridge: BAD to LIST with options to select by.</summary>
    ListSelectionIsBad,

    /// <summary>Exchange 2003: NAMESPACE drops the connection.</summary>
    NamespaceDrops,

    /// <summary>163: a STATUS response with an empty list.</summary>
    EmptyStatus,

    /// <summary>Mailbox names in raw UTF-8, though nobody enabled it.</summary>
    RawUtf8Names,

    /// <summary>SEARCH … RETURN is answered with SEARCH.</summary>
    SearchForESearch,

    /// <summary>SEARCH without RETURN is answered with ESEARCH.</summary>
    ESearchForSearch,

    /// <summary><c>RETURN ()</c> returns nothing.</summary>
    EmptyReturnYieldsNothing,

    /// <summary>NO to a CHARSET, even of US-ASCII.</summary>
    BrokenCharset,

    /// <summary>hMailServer, QQ: a range that descends is BAD.</summary>
    DescendingRangeIsBad,

    /// <summary>iCloud: no ENABLED response.</summary>
    NoEnabledResponse,

    /// <summary>163, 126: SELECT fails with "Unsafe Login" until ID is sent.</summary>
    UnsafeLogin,

    /// <summary>Exchange: <c>ID ()</c> is BAD.</summary>
    EmptyIdIsBad,

    /// <summary>Gmail: <c>OK [THROTTLED]</c>.</summary>
    Throttled,

    /// <summary>Office 365: every second command is refused with a time to wait.</summary>
    SuggestedBackoff,

    /// <summary>
    /// Cyrus and others: APPEND takes a date whose day of one digit has no space before it, as node-imap writes it on
    /// the first nine days of a month.
    /// </summary>
    UnpaddedAppendDate,

    /// <summary>SETMETADATA and SETANNOTATION take an atom for a value, <c>(/private/comment mine)</c>.</summary>
    AtomsForValues,

    /// <summary>APPEND takes a literal with no space before it, <c>(){36}</c>.</summary>
    NoSpaceBeforeLiteral,
}
