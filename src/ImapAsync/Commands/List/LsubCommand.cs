using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Lists the mailboxes that the user subscribed to (LSUB, RFC 3501 §6.3.9). IMAP4rev2 has <see cref="ListCommand"/>
/// with <see cref="ListSelection.Subscribed"/> in its place.
/// </summary>
/// <param name="Reference">Where the pattern begins; usually empty.</param>
/// <param name="Pattern">
/// Names in which <c>*</c> stands for anything and <c>%</c> for anything within one level.
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
