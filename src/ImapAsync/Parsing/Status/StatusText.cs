namespace ImapAsync;

/// <summary>Formats status lines for people.</summary>
internal static class StatusText
{
    public static string Format(ImapStatus status, ResponseCode? code, string text)
    {
        string line = status.ToString().ToUpperInvariant();
        if (code is not null)
            line += " " + code;
        return text.Length == 0 ? line : line + " " + text;
    }
}
