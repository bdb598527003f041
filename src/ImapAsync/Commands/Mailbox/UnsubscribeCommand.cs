using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Ends the subscription to a mailbox (UNSUBSCRIBE, RFC 9051 §6.3.8).</summary>
public sealed record UnsubscribeCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public UnsubscribeCommand(MailboxName mailbox)
        : base("UNSUBSCRIBE") => Mailbox = CommandText.RequireMailbox(mailbox);

    /// <summary>The mailbox.</summary>
    public MailboxName Mailbox { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Mailbox(Mailbox);

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
