using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Renames a mailbox and those below it (RENAME, RFC 9051 §6.3.6). Renaming INBOX moves its messages away and leaves it
/// empty.
/// </summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="NewName">The new name.</param>
/// <exception cref="ArgumentException">A name is empty.</exception>
public sealed record RenameCommand(MailboxName Mailbox, MailboxName NewName)
    : MailboxCommand<ImapNothing>("RENAME", Mailbox)
{
    /// <summary>The new name.</summary>
    public MailboxName NewName { get; init => field = CommandText.RequireMailbox(value); } =
        CommandText.RequireMailbox(NewName);

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
