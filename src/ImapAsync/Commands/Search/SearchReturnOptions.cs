namespace ImapAsync;

/// <summary>
/// What a search returns (ESEARCH, RFC 4731; SORT: ESORT, RFC 5267 §3). IMAP4rev2 supports all except
/// <see cref="Relevancy"/>.
/// </summary>
[Flags]
public enum SearchReturnOptions
{
    /// <summary>The list of messages, requested without RETURN, which every server understands.</summary>
    None = 0,

    /// <summary>The lowest message found; for SORT, the first.</summary>
    Min = 1 << 0,

    /// <summary>The highest message found; for SORT, the last.</summary>
    Max = 1 << 1,

    /// <summary>All messages found, as ranges: much shorter on the wire than <see cref="None"/>.</summary>
    All = 1 << 2,

    /// <summary>The number of messages found.</summary>
    Count = 1 << 3,

    /// <summary>
    /// Saves the result in the server, for <c>$</c> in later commands (SEARCHRES, RFC 5182); used alone, nothing else
    /// is returned.
    /// </summary>
    Save = 1 << 4,

    /// <summary>How well each message matches the query (SEARCH=FUZZY, RFC 6203).</summary>
    Relevancy = 1 << 5,
}
