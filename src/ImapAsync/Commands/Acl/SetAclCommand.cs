using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Changes the rights of an identifier on a mailbox (SETACL, RFC 4314 §3.1).</summary>
public sealed record SetAclCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="identifier">
    /// A user or group in the server's notation, or <c>anyone</c>; with a leading <c>-</c>, the rights are denied to
    /// it.
    /// </param>
    /// <param name="change">The change: <c>"lrs"</c>, <c>"+i"</c>, <c>"-i"</c>.</param>
    /// <exception cref="ArgumentException">The mailbox name or the identifier is empty.</exception>
    public SetAclCommand(MailboxName mailbox, string identifier, AclChange change)
        : base("SETACL")
    {
        Mailbox = CommandText.RequireMailbox(mailbox);
        ArgumentException.ThrowIfNullOrEmpty(identifier);
        Identifier = identifier;
        Change = change;
    }

    /// <summary>The mailbox.</summary>
    public MailboxName Mailbox { get; }

    /// <summary>The identifier.</summary>
    public string Identifier { get; }

    /// <summary>The change.</summary>
    public AclChange Change { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => "ACL";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Mailbox).AString(Identifier).AString(Change.ToString());

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
