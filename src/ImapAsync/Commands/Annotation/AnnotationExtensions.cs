namespace ImapAsync;

/// <summary>
/// The commands on annotations as supported before METADATA (draft-daboo-imap-annotatemore), each as a method that
/// returns the value.
/// </summary>
public static class AnnotationExtensions
{
    /// <summary>Gets annotations (GETANNOTATION, draft-daboo-imap-annotatemore).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">
    /// The mailboxes, with the wildcards <c>*</c> and <c>%</c> as in LIST; empty for the server.
    /// </param>
    /// <param name="entry">The entry, such as <c>/comment</c>, with the same wildcards.</param>
    /// <param name="attribute">The attribute, such as <c>value.priv</c>, with the same wildcards.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The existing annotations: one for each mailbox and entry, each with its attributes; empty if there are none.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<IReadOnlyList<Annotation>> GetAnnotationAsync(
        this IImapSession session, string mailbox, string entry, string attribute,
        CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new GetAnnotationCommand(mailbox, [entry], [attribute]), cancellationToken);

    /// <summary>Sets or removes an attribute of an annotation (SETANNOTATION, draft-daboo-imap-annotatemore).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entry">The entry, such as <c>/comment</c>.</param>
    /// <param name="attribute">The attribute, such as <c>value.priv</c>.</param>
    /// <param name="value">Its new value; null removes it.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task SetAnnotationAsync(
        this IImapSession session, MailboxName mailbox, string entry, string attribute, MetadataValue? value,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(
            new SetAnnotationCommand(mailbox, entry, new AnnotationAttribute(attribute, value)), cancellationToken);
}
