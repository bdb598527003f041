using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Subscribes to a mailbox (SUBSCRIBE, RFC 9051 §6.3.7). It need not exist.</summary>
public sealed record SubscribeCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public SubscribeCommand(MailboxName mailbox)
        : base("SUBSCRIBE") => Mailbox = CommandText.RequireMailbox(mailbox);

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
