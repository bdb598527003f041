using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Reads response codes and their arguments.</summary>
internal static class ResponseCodeParser
{
    /// <summary>A reader of the arguments.</summary>
    public static ImapTokenReader Read(this ResponseCode code) => new(code.Arguments.Span);

    /// <summary>
    /// Reads the code at the start of <paramref name="text"/>, if there is one. A bracket that is never closed is text,
    /// unless a known code follows it.
    /// </summary>
    public static ResponseCode? TryParse(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if (text.Length == 0 || text[0] != '[')
            return null;
        int close = ClosingBracket(text);
        if (close < 0)
            return UnclosedCode.TryRead(text, out length);

        ReadOnlySpan<byte> inside = text[1..close].Trim(" \t"u8);
        length = close + 1;
        if (inside.IsEmpty)
            return null;
        int space = inside.IndexOfAny(" \t"u8);
        string name = TextCache.Get(space < 0 ? inside : inside[..space]);
        return new ResponseCode(name, space < 0 ? default : inside[(space + 1)..].TrimStart(" \t"u8).ToArray());
    }

    // The arguments can contain brackets too, in quoted strings and flags: [PERMANENTFLAGS (\Seen $[x])].
    private static int ClosingBracket(ReadOnlySpan<byte> text)
    {
        int open = 0;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'"' when QuotedToken.Length(text[(i + 1)..], out _) is >= 0 and int length:
                    i += length + 1;
                    break;
                case (byte)'[':
                    open++;
                    break;
                case (byte)']' when --open == 0:
                    return i;
                default:
                    break;
            }
        }

        return open > 0 ? text.IndexOf((byte)']') : -1;
    }
}
