namespace ImapAsync.Testing;

/// <summary>
/// Behaviour observed in real servers that the RFCs do not allow, or that few clients expect. Imitate it with
/// <see cref="ServerFaults.Imitate"/>.
/// </summary>
public enum ImapQuirk
{
    /// <summary>
    /// Office 365: the response code of a COPY is sent separately and without a status, <c>* [COPYUID …]</c>.
    /// </summary>
    CodeWithoutStatus,

    /// <summary>Outlook: a COPYUID with empty sets, <c>[COPYUID 1  ]</c>.</summary>
    EmptyCopyUid,

    /// <summary>Exchange: an unsolicited <c>+</c> before each tagged response.</summary>
    UninvitedContinuation,

    /// <summary>Exchange 2003: lines of plain text after an asterisk.</summary>
    ExtraTextLines,

    /// <summary>NUL octets before each response.</summary>
    LeadingNuls,

    /// <summary>Yandex: BYE repeated again and again.</summary>
    RepeatedBye,

    /// <summary>Domino: literals two octets longer than announced, so that a stray CR LF follows them.</summary>
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

    /// <summary>Yandex: <c>BODY[1]</c> without a value, instead of NIL.</summary>
    SectionWithoutValue,

    /// <summary>Each FETCH response contains its first item twice.</summary>
    RepeatedFetchItem,

    /// <summary>Each FETCH item is sent in its own response.</summary>
    SplitFetch,

    /// <summary>Gmail: the macros ALL, FAST and FULL are not supported in FETCH.</summary>
    NoFetchMacros,

    /// <summary>Exchange: mailbox names without quotes, whatever they contain.</summary>
    UnquotedMailboxNames,

    /// <summary>Yahoo: <c>Inbox</c>.</summary>
    MixedCaseInbox,

    /// <summary>A hierarchy delimiter of NIL.</summary>
    NilDelimiter,

    /// <summary>strato: LIST … RETURN yields nothing.</summary>
    ListReturnYieldsNothing,

    /// <summary>Proton Bridge: BAD to LIST with selection options.</summary>
    ListSelectionIsBad,

    /// <summary>Exchange 2003: NAMESPACE drops the connection.</summary>
    NamespaceDrops,

    /// <summary>163: a STATUS response with an empty list.</summary>
    EmptyStatus,

    /// <summary>Mailbox names in raw UTF-8, although nobody enabled it.</summary>
    RawUtf8Names,

    /// <summary>SEARCH … RETURN is answered with SEARCH.</summary>
    SearchForESearch,

    /// <summary>SEARCH without RETURN is answered with ESEARCH.</summary>
    ESearchForSearch,

    /// <summary><c>RETURN ()</c> returns nothing.</summary>
    EmptyReturnYieldsNothing,

    /// <summary>NO to any CHARSET, even US-ASCII.</summary>
    BrokenCharset,

    /// <summary>hMailServer, QQ: BAD to a descending range.</summary>
    DescendingRangeIsBad,

    /// <summary>iCloud: no ENABLED response.</summary>
    NoEnabledResponse,

    /// <summary>163, 126: SELECT fails with "Unsafe Login" until ID is sent.</summary>
    UnsafeLogin,

    /// <summary>Exchange: BAD to <c>ID ()</c>.</summary>
    EmptyIdIsBad,

    /// <summary>Gmail: <c>OK [THROTTLED]</c>.</summary>
    Throttled,

    /// <summary>Office 365: every second command is refused with a suggested back-off.</summary>
    SuggestedBackoff,

    /// <summary>
    /// Cyrus and others: APPEND accepts a date with a one-digit day that is not padded with a space, as node-imap
    /// writes it on the first nine days of a month.
    /// </summary>
    UnpaddedAppendDate,

    /// <summary>SETMETADATA and SETANNOTATION accept an atom as a value, <c>(/private/comment mine)</c>.</summary>
    AtomsForValues,

    /// <summary>APPEND accepts a literal without a space before it, <c>(){36}</c>.</summary>
    NoSpaceBeforeLiteral,
}
