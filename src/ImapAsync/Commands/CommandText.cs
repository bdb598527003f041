namespace ImapAsync;

/// <summary>The descriptions of commands in exceptions and logs, and the validation of their arguments.</summary>
internal static class CommandText
{
    public static string Describe(string command, MailboxName mailbox) => $"{command} \"{mailbox.Value}\"";

    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static MailboxName RequireMailbox(MailboxName mailbox) =>
        mailbox.Value.Length > 0
            ? mailbox
            : throw new ArgumentException(
                "The mailbox name is empty: name a mailbox, such as \"INBOX\".", nameof(mailbox));
}
