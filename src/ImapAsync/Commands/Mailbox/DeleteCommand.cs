using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Deletes a mailbox with all its messages (DELETE, RFC 9051 §6.3.5). Mailboxes below it remain.</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <exception cref="ArgumentException">The name is empty.</exception>
public sealed record DeleteCommand(MailboxName Mailbox) : MailboxCommand<ImapNothing>("DELETE", Mailbox)
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
