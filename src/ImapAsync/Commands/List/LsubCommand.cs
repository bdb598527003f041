using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Lists the mailboxes that the user subscribed to (LSUB, RFC 3501 §6.3.9). IMAP4rev2 replaces it with
/// <see cref="ListCommand"/> and <see cref="ListSelection.Subscribed"/>.
/// </summary>
/// <param name="Reference">The prefix of the pattern; usually empty.</param>
/// <param name="Pattern">
/// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level.
/// </param>
public sealed record LsubCommand(MailboxName Reference, string Pattern)
    : ImapCommand<IReadOnlyList<MailboxInfo>>("LSUB")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "LSUB";

    /// <inheritdoc/>
    protected internal override string Description => $"LSUB \"{Reference.Value}\" \"{Pattern}\"";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Reference).MailboxPattern(Pattern);

    /// <inheritdoc/>
    protected internal override ResponseCollector<IReadOnlyList<MailboxInfo>> CreateCollector() =>
        new MailboxListCollector("LSUB") { Filter = ListNameFilter.For(Reference, Pattern) };
}
