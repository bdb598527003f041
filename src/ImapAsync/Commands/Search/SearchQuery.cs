using System.Globalization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A search query (RFC 9051 §6.4.4): immutable, composed of keys and joined with <c>&amp;</c>, <c>|</c> and <c>!</c>,
/// as in <c>SearchQuery.From("billing@") &amp; SearchQuery.Since(new(2026, 1, 1)) &amp; !SearchQuery.Seen</c>.
/// </summary>
/// <remarks>
/// Text is found anywhere in its field, ignoring case. Dates are days without a time zone; those of <c>Sent…</c> refer
/// to the Date header, the others to the mailbox.
/// </remarks>
public abstract class SearchQuery
{
    private protected SearchQuery(bool hasNonAscii = false, bool usesSequenceNumbers = false)
    {
        HasNonAscii = hasNonAscii;
        UsesSequenceNumbers = usesSequenceNumbers;
    }

    /// <summary>All messages.</summary>
    public static SearchQuery All { get; } = new WordKey("ALL");

    /// <summary>Messages with the flag <c>\Answered</c>.</summary>
    public static SearchQuery Answered { get; } = new WordKey("ANSWERED", "UNANSWERED");

    /// <summary>Messages with the flag <c>\Deleted</c>.</summary>
    public static SearchQuery Deleted { get; } = new WordKey("DELETED", "UNDELETED");

    /// <summary>Messages with the flag <c>\Draft</c>.</summary>
    public static SearchQuery Draft { get; } = new WordKey("DRAFT", "UNDRAFT");

    /// <summary>Messages with the flag <c>\Flagged</c>.</summary>
    public static SearchQuery Flagged { get; } = new WordKey("FLAGGED", "UNFLAGGED");

    /// <summary>Messages with the flag <c>\Seen</c>.</summary>
    public static SearchQuery Seen { get; } = new WordKey("SEEN", "UNSEEN");

    /// <summary>Messages without the flag <c>\Answered</c>.</summary>
    public static SearchQuery Unanswered { get; } = !Answered;

    /// <summary>Messages without the flag <c>\Deleted</c>.</summary>
    public static SearchQuery Undeleted { get; } = !Deleted;

    /// <summary>Messages without the flag <c>\Draft</c>.</summary>
    public static SearchQuery Undraft { get; } = !Draft;

    /// <summary>Messages without the flag <c>\Flagged</c>.</summary>
    public static SearchQuery Unflagged { get; } = !Flagged;

    /// <summary>Messages without the flag <c>\Seen</c>.</summary>
    public static SearchQuery Unseen { get; } = !Seen;

    /// <summary>Messages with the flag <c>\Recent</c> (IMAP4rev1 only, RFC 3501 §6.4.4).</summary>
    public static SearchQuery Recent { get; } = new WordKey("RECENT", "OLD");

    /// <summary>Messages without the flag <c>\Recent</c> (IMAP4rev1 only, RFC 3501 §6.4.4).</summary>
    public static SearchQuery Old { get; } = !Recent;

    /// <summary>
    /// Messages with the flag <c>\Recent</c> and without <c>\Seen</c> (IMAP4rev1 only, RFC 3501 §6.4.4).
    /// </summary>
    public static SearchQuery New { get; } = new WordKey("NEW");

    /// <summary>
    /// <c>$</c>: the result of the last search with <see cref="SearchReturnOptions.Save"/> (RFC 9051 §6.4.4.1,
    /// RFC 5182).
    /// </summary>
    public static SearchQuery Saved { get; } = new WordKey("$");

    /// <summary>All messages if the mailbox keeps save dates, otherwise none (RFC 8514 §4.3).</summary>
    public static SearchQuery SaveDateSupported { get; } = new WordKey("SAVEDATESUPPORTED");

    /// <summary>
    /// Whether it contains message sequence numbers, so that it must not overlap with commands that may remove messages
    /// (RFC 9051 §5.5).
    /// </summary>
    public bool UsesSequenceNumbers { get; }

    internal bool HasNonAscii { get; }

    /// <summary>Messages with the text in the Bcc header.</summary>
    public static SearchQuery Bcc(string text) => new TextKey("BCC", text);

    /// <summary>Messages with the text in the Cc header.</summary>
    public static SearchQuery Cc(string text) => new TextKey("CC", text);

    /// <summary>Messages with the text in the From header.</summary>
    public static SearchQuery From(string text) => new TextKey("FROM", text);

    /// <summary>Messages with the text in the To header.</summary>
    public static SearchQuery To(string text) => new TextKey("TO", text);

    /// <summary>Messages with the text in the Subject header.</summary>
    public static SearchQuery Subject(string text) => new TextKey("SUBJECT", text);

    /// <summary>Messages with the text in the body.</summary>
    public static SearchQuery Body(string text) => new TextKey("BODY", text);

    /// <summary>Messages with the text in a header or in the body.</summary>
    public static SearchQuery Text(string text) => new TextKey("TEXT", text);

    /// <summary>Messages with a header of this name that contains a text.</summary>
    /// <param name="name">The header's name, such as <c>Message-ID</c>.</param>
    /// <param name="text">The text that the header must contain; empty for any header with the name.</param>
    /// <exception cref="ArgumentException">The name contains a colon: no header would ever be found.</exception>
    public static SearchQuery Header(string name, string text) => name?.Contains(':', StringComparison.Ordinal) == true
        ? throw new ArgumentException($"\"{name}\" is not the name of a header: leave the colon out.", nameof(name))
        : new HeaderKey(name!, text);

    /// <summary>Messages with the flag or keyword.</summary>
    /// <exception cref="ArgumentException">The flag is a system flag without a SEARCH key.</exception>
    public static SearchQuery Keyword(Flag flag) => KeywordKey.For(flag);

    /// <summary>Messages that arrived before a day (INTERNALDATE).</summary>
    public static SearchQuery Before(DateOnly day) => new DateKey("BEFORE", day);

    /// <summary>Messages that arrived on a day (INTERNALDATE).</summary>
    public static SearchQuery On(DateOnly day) => new DateKey("ON", day);

    /// <summary>Messages that arrived on a day or later (INTERNALDATE).</summary>
    public static SearchQuery Since(DateOnly day) => new DateKey("SINCE", day);

    /// <summary>Messages whose Date header is before a day.</summary>
    public static SearchQuery SentBefore(DateOnly day) => new DateKey("SENTBEFORE", day);

    /// <summary>Messages whose Date header is on a day.</summary>
    public static SearchQuery SentOn(DateOnly day) => new DateKey("SENTON", day);

    /// <summary>Messages whose Date header is on a day or later.</summary>
    public static SearchQuery SentSince(DateOnly day) => new DateKey("SENTSINCE", day);

    /// <summary>Messages that were saved in the mailbox before a day (RFC 8514 §4.3).</summary>
    public static SearchQuery SavedBefore(DateOnly day) => new DateKey("SAVEDBEFORE", day);

    /// <summary>Messages that were saved in the mailbox on a day (RFC 8514 §4.3).</summary>
    public static SearchQuery SavedOn(DateOnly day) => new DateKey("SAVEDON", day);

    /// <summary>Messages that were saved in the mailbox on a day or later (RFC 8514 §4.3).</summary>
    public static SearchQuery SavedSince(DateOnly day) => new DateKey("SAVEDSINCE", day);

    /// <summary>Messages with an INTERNALDATE at least this long ago (WITHIN, RFC 5032).</summary>
    /// <param name="age">At least one second; fractions of seconds are ignored.</param>
    public static SearchQuery Older(TimeSpan age) => NumberKey.Age("OLDER", age);

    /// <summary>Messages with an INTERNALDATE at most this long ago (WITHIN, RFC 5032).</summary>
    /// <param name="age">At least one second; fractions of seconds are ignored.</param>
    public static SearchQuery Younger(TimeSpan age) => NumberKey.Age("YOUNGER", age);

    /// <summary>Messages of more than this many octets.</summary>
    public static SearchQuery Larger(long octets) => NumberKey.Size("LARGER", octets);

    /// <summary>Messages of fewer than this many octets.</summary>
    public static SearchQuery Smaller(long octets) => NumberKey.Size("SMALLER", octets);

    /// <summary>
    /// Messages changed since then: their mod-sequence is this or a higher one (CONDSTORE, RFC 7162 §3.1.5).
    /// </summary>
    public static SearchQuery ModSequence(ModSequence atLeast) => new NumberKey("MODSEQ", atLeast.Value);

    /// <summary>
    /// Messages whose flag has changed since then, if the server distinguishes the changes of flags (CONDSTORE,
    /// RFC 7162 §3.1.5).
    /// </summary>
    /// <param name="atLeast">The lowest mod-sequence to find.</param>
    /// <param name="flag">The flag.</param>
    /// <param name="scope">The scope of the flag.</param>
    public static SearchQuery ModSequence(ModSequence atLeast, Flag flag, FlagScope scope = FlagScope.All) =>
        new FlagModSeqKey(atLeast, flag, scope);

    /// <summary>Messages with one of these UIDs.</summary>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public static SearchQuery Uids(UidSet uids) => new MessagesKey(uids.Numbers, areUids: true);

    /// <summary>Messages with one of these sequence numbers.</summary>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public static SearchQuery Numbers(SequenceSet numbers) => new MessagesKey(numbers.Numbers, areUids: false);

    /// <summary>The message with this EMAILID (OBJECTID, RFC 8474 §6).</summary>
    public static SearchQuery EmailId(string id) => new AtomKey("EMAILID", id);

    /// <summary>The messages with this THREADID (OBJECTID, RFC 8474 §6).</summary>
    public static SearchQuery ThreadId(string id) => new AtomKey("THREADID", id);

    /// <summary>The messages found by a filter in the server's metadata (FILTERS, RFC 5466).</summary>
    public static SearchQuery Filter(string name) => new AtomKey("FILTER", name);

    /// <summary>
    /// Also finds what is only similar to the query, as judged by the server (SEARCH=FUZZY, RFC 6203).
    /// </summary>
    public static SearchQuery Fuzzy(SearchQuery query) => new PrefixQuery("FUZZY", query);

    /// <summary>The messages found by Gmail's own search syntax (X-GM-EXT-1).</summary>
    public static SearchQuery GmailRaw(string text) => new TextKey("X-GM-RAW", text);

    /// <summary>Keys sent verbatim, for extensions that the library does not know.</summary>
    /// <param name="keys">
    /// ASCII, in the syntax of the extension, with its strings quoted. Never build it from untrusted text.
    /// </param>
    /// <param name="usesSequenceNumbers">Whether it may contain sequence numbers.</param>
    /// <exception cref="ArgumentException">It contains a line end or non-ASCII characters, or is empty.</exception>
    public static SearchQuery Raw(string keys, bool usesSequenceNumbers = true) =>
        new RawKey(keys, usesSequenceNumbers);

    /// <summary>Messages that all of the queries find; without queries, all messages.</summary>
    public static SearchQuery AllOf(params IEnumerable<SearchQuery> queries) =>
        JoinedQuery.Join(JoinKind.And, [.. queries]);

    /// <summary>Messages that any of the queries finds; without queries, no message.</summary>
    public static SearchQuery AnyOf(params IEnumerable<SearchQuery> queries) =>
        JoinedQuery.Join(JoinKind.Or, [.. queries]);

    /// <summary>Messages that both queries find.</summary>
    public static SearchQuery operator &(SearchQuery left, SearchQuery right) =>
        JoinedQuery.Join(JoinKind.And, [left, right]);

    /// <summary>Messages that either query finds.</summary>
    public static SearchQuery operator |(SearchQuery left, SearchQuery right) =>
        JoinedQuery.Join(JoinKind.Or, [left, right]);

    /// <summary>Messages that the query does not find.</summary>
    public static SearchQuery operator !(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Negate();
    }

    /// <summary>The query as IMAP writes it, with non-ASCII text unchanged.</summary>
    public override string ToString()
    {
        EncodeBuffer buffer = new();
        SearchQueryWriter.Write(
            this, new CommandEncoder(buffer, new EncodingOptions(LiteralMode.Shown, Utf8: true, long.MaxValue)));
        string text = WireText.Decode(buffer.Written);
        buffer.Release();
        return text;
    }

    internal virtual SearchQuery Negate() => new PrefixQuery("NOT", this);

    // RFC 9051 §9: date-text, always unquoted.
    internal static string Format(DateOnly day) => day.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture);
}
