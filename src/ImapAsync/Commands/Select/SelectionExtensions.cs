namespace ImapAsync;

/// <summary>The commands on the selected mailbox as a whole, each as a method that returns the value.</summary>
public static class SelectionExtensions
{
    /// <summary>
    /// Removes the messages with <c>\Deleted</c>, if the mailbox was selected for writing, and leaves it (CLOSE,
    /// RFC 9051 §6.4.1).
    /// </summary>
    /// <param name="mailbox">The selected mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static async Task CloseAsync(this IImapMailbox mailbox, CancellationToken cancellationToken = default) =>
        await mailbox.SendForValueAsync(new CloseCommand(), cancellationToken).ConfigureAwait(false);

    /// <summary>Leaves the mailbox without removing anything from it (UNSELECT, RFC 9051 §6.4.2, RFC 3691).</summary>
    /// <param name="mailbox">The selected mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static async Task UnselectAsync(this IImapMailbox mailbox, CancellationToken cancellationToken = default) =>
        await mailbox.SendForValueAsync(new UnselectCommand(), cancellationToken).ConfigureAwait(false);

    /// <summary>Requests a checkpoint of the mailbox (CHECK, RFC 3501 §6.4.1).</summary>
    /// <param name="mailbox">The selected mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static async Task CheckAsync(this IImapMailbox mailbox, CancellationToken cancellationToken = default) =>
        await mailbox.SendForValueAsync(new CheckCommand(), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Polls for updates (NOOP, RFC 9051 §6.1.2) and returns how many messages no session had seen before; null if
    /// nothing has changed since the server last reported it.
    /// </summary>
    /// <param name="mailbox">The selected mailbox.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The number of messages with <c>\Recent</c>; null if nothing has changed since the server last reported it.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    public static Task<long?> RecentAsync(this IImapMailbox mailbox, CancellationToken cancellationToken = default) =>
        mailbox.SendForWholeValueAsync(new RecentCommand(), cancellationToken);
}
