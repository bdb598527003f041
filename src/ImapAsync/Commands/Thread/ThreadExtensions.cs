namespace ImapAsync;

/// <summary>Returns the messages of a selected mailbox as conversations.</summary>
public static class ThreadExtensions
{
    /// <summary>Finds messages and returns their UIDs as conversations (UID THREAD, RFC 5256 §3).</summary>
    /// <param name="mailbox">The mailbox to search in.</param>
    /// <param name="algorithm">How the server determines which messages belong together.</param>
    /// <param name="query">What to search for.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The threads as trees; empty if nothing was found.</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused, for example because it does not support the algorithm.
    /// </exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable, or is a list of messages without threads. SendAsync returns the
    /// readable part.
    /// </exception>
    public static Task<ThreadResult<Uid>> ThreadAsync(
        this IImapMailbox mailbox, ThreadAlgorithm algorithm, SearchQuery query,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new UidThreadCommand(algorithm, query), cancellationToken);

    /// <summary>
    /// Finds messages and returns their sequence numbers as conversations (THREAD, RFC 5256 §3). They are valid until a
    /// message is expunged.
    /// </summary>
    /// <inheritdoc cref="ThreadAsync" path="/*[not(self::summary)]"/>
    public static Task<ThreadResult<SequenceNumber>> ThreadNumbersAsync(
        this IImapMailbox mailbox, ThreadAlgorithm algorithm, SearchQuery query,
        CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new ThreadCommand(algorithm, query), cancellationToken);
}
