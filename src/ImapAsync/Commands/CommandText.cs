namespace ImapAsync;

/// <summary>
/// How commands call themselves in exceptions and logs, and what they say of arguments that cannot be.
/// </summary>
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
