namespace ImapAsync;

/// <summary>
/// What a search is to return (ESEARCH, RFC 4731; SORT: ESORT, RFC 5267 §3). IMAP4rev2 has all of it but
/// <see cref="Relevancy"/>.
/// </summary>
[Flags]
public enum SearchReturn
{
    /// <summary>The list of messages, asked for without RETURN, as every server understands it.</summary>
    None = 0,

    /// <summary>The lowest message found; of SORT the first.</summary>
    Min = 1 << 0,

    /// <summary>The highest message found; of SORT the last.</summary>
    Max = 1 << 1,

    /// <summary>All messages found, as ranges: much shorter on the wire than <see cref="None"/>.</summary>
    All = 1 << 2,

    /// <summary>How many messages were found.</summary>
    Count = 1 << 3,

    /// <summary>
    /// Keeps what was found in the server, for <c>$</c> in later commands (SEARCHRES, RFC 5182); alone, nothing else is
    /// returned.
    /// </summary>
    Save = 1 << 4,

    /// <summary>How well each message fits the query (SEARCH=FUZZY, RFC 6203).</summary>
    Relevancy = 1 << 5,
}
