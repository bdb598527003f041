namespace ImapAsync;

/// <summary>
/// Lists the mailboxes that the user subscribed to (LSUB, RFC 3501 §6.3.9). IMAP4rev2 replaces it with
/// <see cref="ListCommand"/> and <see cref="ListSelectionOptions.Subscribed"/>.
/// </summary>
/// <param name="Reference">The prefix of the pattern; usually empty.</param>
/// <param name="Pattern">
/// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level.
/// </param>
public sealed record LsubCommand(MailboxName Reference, string Pattern)
    : PatternCommand("LSUB", "LSUB", Reference, Pattern)
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;
}
