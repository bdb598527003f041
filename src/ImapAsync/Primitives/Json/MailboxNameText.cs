namespace ImapAsync;

/// <summary>
/// A mailbox name as text that restores the same name. A name in an invalid encoding, or with NUL, CR or LF, which
/// servers can send, is represented by its octets in Base64, after a NUL.
/// </summary>
internal static class MailboxNameText
{
    private const char Raw = '\0';

    public static string Format(MailboxName name)
    {
        if (name.Octets is null && name.Value.AsSpan().IndexOfAny(CharacterClasses.NeverInLines) < 0)
            return name.Value;
        byte[] octets = new byte[name.GetMaxByteCount(utf8: false)];
        return Raw + Convert.ToBase64String(octets, 0, name.Encode(octets, utf8: false));
    }

    public static MailboxName Parse(string text) =>
        text is [Raw, ..] ? MailboxName.FromServer(Convert.FromBase64String(text[1..]), utf8: false) : new(text);
}
