using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A command about the rights of an identifier on a mailbox (ACL, RFC 4314 §3).</summary>
/// <typeparam name="TResult">The value.</typeparam>
public abstract record IdentifierCommand<TResult> : MailboxCommand<TResult>
{
    private protected IdentifierCommand(string name, MailboxName mailbox, string identifier)
        : base(name, mailbox) => Identifier = identifier;

    /// <summary>The identifier: a user or group in the server's notation, or <c>anyone</c>.</summary>
    /// <exception cref="ArgumentException">The identifier is empty.</exception>
    public string Identifier
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    }

    /// <inheritdoc/>
    protected internal sealed override string DefinedBy => Capability.Acl;

    /// <inheritdoc/>
    protected internal sealed override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Mailbox).AString(Identifier);
}
