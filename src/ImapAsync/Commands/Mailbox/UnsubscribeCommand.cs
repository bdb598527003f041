using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Ends the subscription to a mailbox (UNSUBSCRIBE, RFC 9051 §6.3.8).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <exception cref="ArgumentException">The name is empty.</exception>
public sealed record UnsubscribeCommand(MailboxName Mailbox) : MailboxCommand<ImapNothing>("UNSUBSCRIBE", Mailbox)
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
