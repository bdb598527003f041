using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Changes the rights of an identifier on a mailbox (SETACL, RFC 4314 §3.1).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Identifier">
/// A user or group in the server's notation, or <c>anyone</c>; with a leading <c>-</c>, the rights are denied to it.
/// </param>
/// <param name="Change">The change: <c>"lrs"</c>, <c>"+i"</c>, <c>"-i"</c>.</param>
/// <exception cref="ArgumentException">The mailbox name or the identifier is empty.</exception>
public sealed record SetAclCommand(MailboxName Mailbox, string Identifier, AclChange Change)
    : IdentifierCommand<ImapNothing>("SETACL", Mailbox, Identifier)
{
    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Mailbox).AString(Identifier).AString(Change.ToString());

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
