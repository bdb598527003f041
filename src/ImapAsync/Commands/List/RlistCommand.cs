using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Lists mailboxes, including those on other servers (RLIST, RFC 2193 §5). With LIST-EXTENDED,
/// <see cref="ListCommand"/> with <see cref="ListSelection.Remote"/> does the same.
/// </summary>
/// <param name="Reference">The prefix of the pattern; usually empty.</param>
/// <param name="Pattern">
/// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level.
/// </param>
public sealed record RlistCommand(MailboxName Reference, string Pattern)
    : ImapCommand<IReadOnlyList<MailboxInfo>>("RLIST")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => "MAILBOX-REFERRALS";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "LIST";

    /// <inheritdoc/>
    protected internal override string Description => $"RLIST \"{Reference.Value}\" \"{Pattern}\"";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Reference).MailboxPattern(Pattern);

    /// <inheritdoc/>
    protected internal override ResponseCollector<IReadOnlyList<MailboxInfo>> CreateCollector() =>
        new MailboxListCollector("LIST") { Filter = ListNameFilter.For(Reference, Pattern) };
}

/// <summary>
/// Lists the mailboxes that the user subscribed to, including those on other servers (RLSUB, RFC 2193 §6).
/// </summary>
/// <param name="Reference">The prefix of the pattern; usually empty.</param>
/// <param name="Pattern">
/// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level.
/// </param>
public sealed record RlsubCommand(MailboxName Reference, string Pattern)
    : ImapCommand<IReadOnlyList<MailboxInfo>>("RLSUB")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => "MAILBOX-REFERRALS";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "LSUB";

    /// <inheritdoc/>
    protected internal override string Description => $"RLSUB \"{Reference.Value}\" \"{Pattern}\"";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Reference).MailboxPattern(Pattern);

    /// <inheritdoc/>
    protected internal override ResponseCollector<IReadOnlyList<MailboxInfo>> CreateCollector() =>
        new MailboxListCollector("LSUB") { Filter = ListNameFilter.For(Reference, Pattern) };
}
