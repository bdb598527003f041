namespace ImapAsync;

/// <summary>
/// A command on messages was not sent because its mailbox is no longer the selected one: in another mailbox the same
/// UIDs are other messages.
/// </summary>
public sealed class ImapSelectionException : ImapException
{
    internal ImapSelectionException(string message, MailboxName mailbox)
        : base(message) => (Mailbox, Outcome) = (mailbox, CommandOutcome.NotSent);

    /// <summary>The mailbox that the command was meant for.</summary>
    public MailboxName Mailbox { get; }
}
