using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gets the quota roots of a mailbox, with their limits and usage (GETQUOTAROOT, RFC 9208 §4.1.2). The mailbox need not
/// exist.
/// </summary>
public sealed record GetQuotaRootCommand : ImapCommand<QuotaRoots>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public GetQuotaRootCommand(MailboxName mailbox)
        : base("GETQUOTAROOT") => Mailbox = CommandText.RequireMailbox(mailbox);

    /// <summary>The mailbox.</summary>
    public MailboxName Mailbox { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => "QUOTA";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Mailbox(Mailbox);

    /// <inheritdoc/>
    protected internal override ResponseCollector<QuotaRoots> CreateCollector() => new QuotaRootCollector(Mailbox);
}
