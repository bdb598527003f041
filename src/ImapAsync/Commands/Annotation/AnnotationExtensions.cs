namespace ImapAsync;

/// <summary>
/// The commands on annotations as they were before METADATA (draft-daboo-imap-annotatemore), each as a method that
/// returns the value.
/// </summary>
public static class AnnotationExtensions
{
    /// <summary>Asks for annotations (GETANNOTATION, draft-daboo-imap-annotatemore).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">
    /// The mailboxes, in which <c>*</c> and <c>%</c> stand for what they do in LIST; empty for the server.
    /// </param>
    /// <param name="entry">The entry, such as <c>/comment</c>, in which <c>*</c> and <c>%</c> do the same.</param>
    /// <param name="attribute">
    /// The attribute, such as <c>value.priv</c>, in which <c>*</c> and <c>%</c> do the same.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The annotations that the server has: one for each mailbox and entry, each with its attributes; empty where there
    /// are none.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, could not be read, or was about something else. SendAsync gives what could be read.
    /// </exception>
    public static Task<IReadOnlyList<Annotation>> GetAnnotationAsync(
        this IImapSender sender, string mailbox, string entry, string attribute,
        CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new GetAnnotationCommand(mailbox, [entry], [attribute]), cancellationToken);

    /// <summary>Sets or removes an attribute of an annotation (SETANNOTATION, draft-daboo-imap-annotatemore).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entry">The entry, such as <c>/comment</c>.</param>
    /// <param name="attribute">The attribute, such as <c>value.priv</c>.</param>
    /// <param name="value">Its new value; null removes it.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task SetAnnotationAsync(
        this IImapSender sender, MailboxName mailbox, string entry, string attribute, MetadataValue? value,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(
            new SetAnnotationCommand(mailbox, entry, new AnnotationAttribute(attribute, value)), cancellationToken);
}
