using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Renames a mailbox and those below it (RENAME, RFC 9051 §6.3.6). Renaming INBOX moves its messages away and leaves it
/// empty.
/// </summary>
public sealed record RenameCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="newName">The new name.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public RenameCommand(MailboxName mailbox, MailboxName newName)
        : base("RENAME")
    {
        Mailbox = CommandText.RequireMailbox(mailbox);
        NewName = CommandText.RequireMailbox(newName);
    }

    /// <summary>The mailbox.</summary>
    public MailboxName Mailbox { get; }

    /// <summary>The new name.</summary>
    public MailboxName NewName { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override string Description => $"RENAME \"{Mailbox.Value}\" \"{NewName.Value}\"";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Mailbox).Mailbox(NewName);

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
