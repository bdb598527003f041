using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Deletes a mailbox with all its messages (DELETE, RFC 9051 §6.3.5). Mailboxes below it remain.</summary>
public sealed record DeleteCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public DeleteCommand(MailboxName mailbox)
        : base("DELETE") => Mailbox = CommandText.RequireMailbox(mailbox);

    /// <summary>The mailbox.</summary>
    public MailboxName Mailbox { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Mailbox(Mailbox);

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
