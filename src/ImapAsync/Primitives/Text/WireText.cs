using System.Text;
using System.Text.Unicode;

namespace ImapAsync;

/// <summary>
/// Text in which a server may send octets of undeclared encoding: ASCII according to the RFC, in practice UTF-8 or
/// Latin-1.
/// </summary>
internal static class WireText
{
    /// <summary>Decodes as UTF-8 or, if it is not valid UTF-8, octet by octet as Latin-1. Never fails.</summary>
    public static string Decode(ReadOnlySpan<byte> octets)
    {
        if (System.Text.Ascii.IsValid(octets))
            return FromAscii(octets);
        return (Utf8.IsValid(octets) ? Encoding.UTF8 : Encoding.Latin1).GetString(octets);
    }

    /// <summary>
    /// The text of octets that are known to be ASCII: most are, and short, so the path to the string must be fast.
    /// </summary>
    public static string FromAscii(ReadOnlySpan<byte> octets) =>
        string.Create(octets.Length, octets, static (text, ascii) => System.Text.Ascii.ToUtf16(ascii, text, out _));
}
