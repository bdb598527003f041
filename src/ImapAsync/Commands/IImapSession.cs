namespace ImapAsync;

/// <summary>
/// Sends commands. Connections and selected mailboxes are sessions; every named method (<c>SearchAsync</c>,
/// <c>StatusAsync</c>, …) is an extension of this interface or of <see cref="IImapMailbox"/>, so a test needs to
/// substitute only these two.
/// </summary>
public interface IImapSession
{
    /// <summary>The capabilities that the server last advertised; empty if it has not advertised any yet.</summary>
    ImapCapabilities Capabilities { get; }

    /// <summary>Sends a command and returns the server's answer; never throws for NO or BAD.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the wait. A command that was sent already runs on in the server; its answer is discarded
    /// and the connection stays good.
    /// </param>
    /// <exception cref="ImapConnectionException">
    /// The connection was lost; the exception says whether the command was sent.
    /// </exception>
    ValueTask<ImapResult<T>> SendAsync<T>(ImapCommand<T> command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends a command whose answer is handed over item by item while it arrives. Nothing is sent before the first item
    /// is requested. If the server reports a message in several responses, each response is an item, while
    /// <see cref="SendAsync"/> combines them into one.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">
    /// Ends the wait for the next item; what is still to come is discarded and the connection stays good.
    /// </param>
    ImapItems<TItem> StreamAsync<TItem>(
        ImapStreamCommand<TItem> command, CancellationToken cancellationToken = default);
}
