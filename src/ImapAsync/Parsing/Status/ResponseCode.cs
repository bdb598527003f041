using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The machine-readable part of a status response, such as <c>[UIDNEXT 4392]</c> or <c>[TRYCREATE]</c> (RFC 9051 §7.1,
/// RFC 5530).
/// </summary>
public sealed class ResponseCode
{
    /// <summary>Creates a code, for tests.</summary>
    /// <param name="name">The code's name, such as <c>TRYCREATE</c>; kept in upper case.</param>
    /// <param name="arguments">The octets after the name, without the space before and the bracket after them.</param>
    public ResponseCode(string name, ReadOnlyMemory<byte> arguments = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name.ToUpperInvariant();
        Arguments = arguments;
    }

    /// <summary>The code's name in upper case, such as <c>TRYCREATE</c>.</summary>
    public string Name { get; }

    /// <summary>The octets after the name, as the server sent them; empty for most codes.</summary>
    public ReadOnlyMemory<byte> Arguments { get; }

    /// <summary>Whether this is the code with this name, ignoring case.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The code as the server sent it, in its brackets.</summary>
    public override string ToString() =>
        (Arguments.IsEmpty ? $"[{Name}" : $"[{Name} {WireText.Decode(Arguments.Span)}") + (IsUnclosed ? "" : "]");

    /// <summary>
    /// Whether its closing bracket is missing: then its arguments may be truncated, or include what follows.
    /// </summary>
    internal bool IsUnclosed { get; init; }

    /// <summary>Whether it is the code with this name, and its arguments are reliable.</summary>
    internal bool IsWhole(string name) => !IsUnclosed && Is(name);

    internal ImapTokenReader Read() => new(Arguments.Span);

    /// <summary>
    /// Reads the code at the start of <paramref name="text"/>, if there is one. A bracket that is never closed is text,
    /// unless a known code follows it.
    /// </summary>
    internal static ResponseCode? TryParse(ReadOnlySpan<byte> text, out int length)
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
