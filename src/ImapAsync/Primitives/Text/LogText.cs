using System.Text;

namespace ImapAsync;

/// <summary>
/// Text that is safe in a log or in an exception message: one line, bounded, without terminal control characters.
/// </summary>
internal static class LogText
{
    public static string Line(string text, int longest)
    {
        if (text.Length <= longest && !ContainsControl(text))
            return text;

        StringBuilder line = new(Math.Min(text.Length, longest) + 1);
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, longest)))
            line.Append(char.IsControl(c) || char.IsSurrogate(c) ? '.' : c);
        return text.Length > longest ? line.Append('…').ToString() : line.ToString();
    }

    public static string Line(ReadOnlySpan<byte> octets, int longest)
    {
        StringBuilder line = new();
        Append(line, octets[..Math.Min(octets.Length, longest)]);
        return octets.Length > longest ? line.Append('…').ToString() : line.ToString();
    }

    /// <summary>
    /// Appends printable ASCII unchanged, and <c>\xNN</c> for each other octet: the octets can be recovered from it.
    /// </summary>
    public static void Append(StringBuilder line, ReadOnlySpan<byte> octets)
    {
        foreach (byte octet in octets)
        {
            if (octet is >= 0x20 and < 0x7F)
                line.Append((char)octet);
            else
                line.Append("\\x").Append(Hex(octet >> 4)).Append(Hex(octet & 0xF));
        }
    }

    private static char Hex(int digit) => "0123456789ABCDEF"[digit];

    private static bool ContainsControl(string text)
    {
        foreach (char c in text)
        {
            if (char.IsControl(c))
                return true;
        }

        return false;
    }
}
