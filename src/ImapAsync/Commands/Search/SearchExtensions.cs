namespace ImapAsync;

/// <summary>Searches in a selected mailbox.</summary>
public static class SearchExtensions
{
    /// <summary>Finds messages and returns their UIDs (UID SEARCH, RFC 9051 §6.4.4).</summary>
    /// <inheritdoc
    ///     cref="SearchAsync(IImapMailbox, SearchQuery, SearchReturnOptions, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SearchResult> SearchAsync(
        this IImapMailbox mailbox, SearchQuery query, CancellationToken cancellationToken = default) =>
        mailbox.SearchAsync(query, SearchReturnOptions.None, cancellationToken);

    /// <summary>
    /// Finds messages and returns what is requested: ranges of UIDs, the lowest, the highest, or their number (ESEARCH,
    /// RFC 4731).
    /// </summary>
    /// <param name="mailbox">The mailbox to search in.</param>
    /// <param name="query">What to search for.</param>
    /// <param name="returns">What to return; the server needs the capability ESEARCH or IMAP4rev2.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The messages as ascending ranges, or whatever else was requested; empty if nothing was found.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because it does not support a key of the query.
    /// </exception>
    /// <exception cref="ImapProtocolException">
    /// A part of the answer is unreadable. SendAsync returns the readable part.
    /// </exception>
    public static Task<SearchResult> SearchAsync(
        this IImapMailbox mailbox, SearchQuery query, SearchReturnOptions returns,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new UidSearchCommand(query, returns), cancellationToken);

    /// <summary>
    /// Finds messages and returns a part of their UIDs, by position in the list of results (PARTIAL, RFC 9394;
    /// CONTEXT=SEARCH, RFC 5267).
    /// </summary>
    /// <param name="mailbox">The mailbox to search in.</param>
    /// <param name="query">What to search for.</param>
    /// <param name="partial">
    /// The part: <c>new(1, 100)</c> are the hundred lowest, <c>new(-1, -100)</c> the hundred highest.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <inheritdoc
    ///     cref="SearchAsync(IImapMailbox, SearchQuery, SearchReturnOptions, CancellationToken)"
    ///     path="/*[self::returns or self::exception]"/>
    public static Task<SearchResult> SearchAsync(
        this IImapMailbox mailbox, SearchQuery query, PartialRange partial,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new UidSearchCommand(query) { Partial = partial }, cancellationToken);

    /// <summary>
    /// Finds messages and returns their sequence numbers (SEARCH, RFC 9051 §6.4.4). They are valid until a message
    /// before them is expunged.
    /// </summary>
    /// <inheritdoc
    ///     cref="SearchAsync(IImapMailbox, SearchQuery, SearchReturnOptions, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SequenceSearchResult> SearchNumbersAsync(
        this IImapMailbox mailbox, SearchQuery query, CancellationToken cancellationToken = default) =>
        mailbox.SearchNumbersAsync(query, SearchReturnOptions.None, cancellationToken);

    /// <summary>
    /// Finds messages and returns what is requested: ranges of sequence numbers, the lowest, the highest, or their
    /// number (ESEARCH, RFC 4731).
    /// </summary>
    /// <inheritdoc
    ///     cref="SearchAsync(IImapMailbox, SearchQuery, SearchReturnOptions, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SequenceSearchResult> SearchNumbersAsync(
        this IImapMailbox mailbox, SearchQuery query, SearchReturnOptions returns,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new SearchCommand(query, returns), cancellationToken);
}
