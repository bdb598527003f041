using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>
/// A response split into text and literals, so that quirks change the text and leave the literals alone.
/// </summary>
internal static class ResponseText
{
    /// <summary>Applies a change to the text between the literals. Text is Latin-1, octet by octet.</summary>
    public static byte[] Change(byte[] response, Func<string, string> change)
    {
        using MemoryStream changed = new(response.Length);
        int at = 0;
        while (at < response.Length)
        {
            (int textEnd, int literalLength) = NextLiteral(response, at);
            changed.Write(Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(response, at, textEnd - at))));
            changed.Write(response, textEnd, literalLength);
            at = textEnd + literalLength;
        }

        return changed.ToArray();
    }

    /// <summary>Applies a change to the whole response as text, for responses without literals.</summary>
    public static byte[] ChangeWhole(byte[] response, Func<string, string> change) =>
        Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(response)));

    /// <summary>Replaces the value that follows a word, such as <c>ENVELOPE</c>.</summary>
    public static byte[] ChangeValue(byte[] response, string word, Func<string, string> change)
    {
        int start = response.AsSpan().IndexOf(Encoding.Latin1.GetBytes(word + " "));
        if (start < 0 || !response.AsSpan(0, start).Contains((byte)'('))
            return response;
        start += word.Length + 1;
        ImapTokenReader reader = new Extensibility.ImapTokenReader(response.AsSpan(start));
        int length = reader.ReadValue().Length;
        string value = Encoding.Latin1.GetString(response, start, length);
        return [
            .. response.AsSpan(0, start), .. Encoding.Latin1.GetBytes(change(value)), .. response.AsSpan(start + length)
        ];
    }

    public static bool IsTagged(string text) => text.Length > 0 && text[0] is not ('*' or '+');

    private static (int TextEnd, int LiteralLength) NextLiteral(byte[] response, int at)
    {
        for (int end = at; end < response.Length;)
        {
            int lineEnd = response.AsSpan(end).IndexOf("\r\n"u8);
            if (lineEnd < 0)
                break;
            lineEnd += end;
            if (LiteralAnnouncement.TryParse(response.AsSpan(at, lineEnd - at), out LiteralAnnouncement literal))
                return (lineEnd + 2, (int)literal.Size);
            end = lineEnd + 2;
        }

        return (response.Length, 0);
    }
}
