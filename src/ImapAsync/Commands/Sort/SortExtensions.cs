namespace ImapAsync;

/// <summary>Sorts the messages of a selected mailbox.</summary>
public static class SortExtensions
{
    /// <summary>Finds messages and returns their UIDs in a given order (UID SORT, RFC 5256 §3).</summary>
    /// <inheritdoc
    ///     cref="SortAsync(IImapMailbox, IReadOnlyList{SortKey}, SearchQuery, SearchReturnOptions, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SortResult<Uid>> SortAsync(
        this IImapMailbox mailbox, IReadOnlyList<SortKey> keys, SearchQuery query,
        CancellationToken cancellationToken = default) =>
        mailbox.SortAsync(keys, query, SearchReturnOptions.None, cancellationToken);

    /// <summary>
    /// Finds messages and returns what is requested: their UIDs in a given order, the first, the last, or their number
    /// (ESORT, RFC 5267 §3).
    /// </summary>
    /// <param name="mailbox">The mailbox to search in.</param>
    /// <param name="keys">The sort keys, the most significant first: <c>[SortKey.Date.Reversed]</c>.</param>
    /// <param name="query">What to search for.</param>
    /// <param name="returns">What to return; the server needs the capability ESORT.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The messages in the requested order; empty if nothing was found.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because it does not support a key.
    /// </exception>
    /// <exception cref="ImapProtocolException">
    /// A part of the answer is unreadable. SendAsync returns the readable part.
    /// </exception>
    public static Task<SortResult<Uid>> SortAsync(
        this IImapMailbox mailbox, IReadOnlyList<SortKey> keys, SearchQuery query, SearchReturnOptions returns,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new UidSortCommand(keys, query, returns), cancellationToken);

    /// <summary>
    /// Finds messages and returns their sequence numbers in a given order (SORT, RFC 5256 §3). They are valid until a
    /// message is expunged.
    /// </summary>
    /// <inheritdoc
    ///     cref="SortAsync(IImapMailbox, IReadOnlyList{SortKey}, SearchQuery, SearchReturnOptions, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SortResult<SequenceNumber>> SortNumbersAsync(
        this IImapMailbox mailbox, IReadOnlyList<SortKey> keys, SearchQuery query,
        CancellationToken cancellationToken = default) =>
        mailbox.SortNumbersAsync(keys, query, SearchReturnOptions.None, cancellationToken);

    /// <summary>
    /// Finds messages and returns what is requested: their sequence numbers in a given order, the first, the last, or
    /// their number (ESORT, RFC 5267 §3).
    /// </summary>
    /// <inheritdoc
    ///     cref="SortAsync(IImapMailbox, IReadOnlyList{SortKey}, SearchQuery, SearchReturnOptions, CancellationToken)"
    ///     path="/*[not(self::summary)]"/>
    public static Task<SortResult<SequenceNumber>> SortNumbersAsync(
        this IImapMailbox mailbox, IReadOnlyList<SortKey> keys, SearchQuery query, SearchReturnOptions returns,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new SortCommand(keys, query, returns), cancellationToken);
}
