namespace ImapAsync;

/// <summary>
/// A mailbox name as text that restores the same name. A name that a server sent in an invalid encoding is represented
/// by its octets in Base64, after a NUL, which no name can contain.
/// </summary>
internal static class MailboxNameText
{
    private const char Raw = '\0';

    public static string Format(MailboxName name) =>
        name.Octets is { } octets ? Raw + Convert.ToBase64String(octets) : name.Value;

    public static MailboxName Parse(string text) =>
        text is [Raw, ..] ? MailboxName.FromServer(Convert.FromBase64String(text[1..]), utf8: false) : new(text);
}
