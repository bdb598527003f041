using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Removes an identifier from a mailbox's access control list (DELETEACL, RFC 4314 §3.2).</summary>
public sealed record DeleteAclCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="identifier">The identifier as in the list.</param>
    /// <exception cref="ArgumentException">The mailbox name or the identifier is empty.</exception>
    public DeleteAclCommand(MailboxName mailbox, string identifier)
        : base("DELETEACL")
    {
        Mailbox = CommandText.RequireMailbox(mailbox);
        ArgumentException.ThrowIfNullOrEmpty(identifier);
        Identifier = identifier;
    }

    /// <summary>The mailbox.</summary>
    public MailboxName Mailbox { get; }

    /// <summary>The identifier.</summary>
    public string Identifier { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => "ACL";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Mailbox).AString(Identifier);

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
