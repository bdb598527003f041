using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Removes an identifier from a mailbox's access control list (DELETEACL, RFC 4314 §3.2).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Identifier">The identifier as in the list.</param>
/// <exception cref="ArgumentException">The mailbox name or the identifier is empty.</exception>
public sealed record DeleteAclCommand(MailboxName Mailbox, string Identifier)
    : IdentifierCommand<ImapNothing>("DELETEACL", Mailbox, Identifier)
{
    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
