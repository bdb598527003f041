using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Subscribes to a mailbox (SUBSCRIBE, RFC 9051 §6.3.7). It need not exist.</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <exception cref="ArgumentException">The name is empty.</exception>
public sealed record SubscribeCommand(MailboxName Mailbox) : MailboxCommand<ImapNothing>("SUBSCRIBE", Mailbox)
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
