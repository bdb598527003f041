namespace ImapAsync;

/// <summary>Sorts the messages of a selected mailbox.</summary>
public static class SortExtensions
{
    /// <summary>Finds messages and returns their UIDs in an order (UID SORT, RFC 5256 §3).</summary>
    /// <inheritdoc
    ///     cref="SortAsync(IImapMailbox, IReadOnlyList{SortKey}, SearchQuery, SearchReturn, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SortResult<Uid>> SortAsync(
        this IImapMailbox mailbox, IReadOnlyList<SortKey> keys, SearchQuery query,
        CancellationToken cancellationToken = default) =>
        mailbox.SortAsync(keys, query, SearchReturn.None, cancellationToken);

    /// <summary>
    /// Finds messages and returns what is asked for: their UIDs in an order, the first, the last, or how many there are
    /// (ESORT, RFC 5267 §3).
    /// </summary>
    /// <param name="mailbox">The mailbox to search in.</param>
    /// <param name="keys">What to sort by, the most important first: <c>[SortKey.Date.Reversed]</c>.</param>
    /// <param name="query">What to search for.</param>
    /// <param name="returns">What to return; the server needs the capability ESORT.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The messages in the order asked for; empty where nothing was found.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because it does not support a key.
    /// </exception>
    /// <exception cref="ImapProtocolException">
    /// A part of the answer could not be read. SendAsync gives what could be.
    /// </exception>
    public static Task<SortResult<Uid>> SortAsync(
        this IImapMailbox mailbox, IReadOnlyList<SortKey> keys, SearchQuery query, SearchReturn returns,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new UidSortCommand(keys, query, returns), cancellationToken);

    /// <summary>
    /// Finds messages and returns their sequence numbers in an order (SORT, RFC 5256 §3). They hold until a message is
    /// expunged.
    /// </summary>
    /// <inheritdoc
    ///     cref="SortAsync(IImapMailbox, IReadOnlyList{SortKey}, SearchQuery, SearchReturn, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SortResult<SequenceNumber>> SortNumbersAsync(
        this IImapMailbox mailbox, IReadOnlyList<SortKey> keys, SearchQuery query,
        CancellationToken cancellationToken = default) =>
        mailbox.SortNumbersAsync(keys, query, SearchReturn.None, cancellationToken);

    /// <summary>
    /// Finds messages and returns what is asked for: their sequence numbers in an order, the first, the last, or how
    /// many there are (ESORT, RFC 5267 §3).
    /// </summary>
    /// <inheritdoc
    ///     cref="SortAsync(IImapMailbox, IReadOnlyList{SortKey}, SearchQuery, SearchReturn, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SortResult<SequenceNumber>> SortNumbersAsync(
        this IImapMailbox mailbox, IReadOnlyList<SortKey> keys, SearchQuery query, SearchReturn returns,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new SortCommand(keys, query, returns), cancellationToken);
}
