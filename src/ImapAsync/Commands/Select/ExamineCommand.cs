namespace ImapAsync;

/// <summary>
/// Selects a mailbox for reading only (EXAMINE, RFC 9051 §6.3.3): nothing in it can be changed, and no message loses
/// <c>\Recent</c>. A previously selected mailbox is left, even if the command is refused.
/// </summary>
public sealed record ExamineCommand : SelectCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public ExamineCommand(MailboxName mailbox)
        : base("EXAMINE", mailbox, isReadOnly: true)
    {
    }
}
