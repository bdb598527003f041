using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gets the quota roots of a mailbox, with their limits and usage (GETQUOTAROOT, RFC 9208 §4.1.2). The mailbox need not
/// exist.
/// </summary>
/// <param name="Mailbox">The mailbox.</param>
/// <exception cref="ArgumentException">The name is empty.</exception>
public sealed record GetQuotaRootCommand(MailboxName Mailbox) : MailboxCommand<QuotaRoots>("GETQUOTAROOT", Mailbox)
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Quota;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<QuotaRoots> CreateCollector() => new QuotaRootCollector(Mailbox);
}
