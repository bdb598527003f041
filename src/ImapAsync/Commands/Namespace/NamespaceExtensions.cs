namespace ImapAsync;

/// <summary>NAMESPACE as a method that returns the value.</summary>
public static class NamespaceExtensions
{
    /// <summary>Gets the server's namespaces (NAMESPACE, RFC 9051 §6.3.10, RFC 2342).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The prefix and the delimiter of each namespace: of the user's own mailboxes, of those of other users, and of
    /// shared ones.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<Namespaces> NamespaceAsync(
        this IImapSession session, CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new NamespaceCommand(), cancellationToken);
}
