using System.Text;
using System.Text.Unicode;

namespace ImapAsync;

/// <summary>
/// Text where a server may send octets that no one declared: ASCII by the RFC, in practice UTF-8 or Latin-1.
/// </summary>
internal static class WireText
{
    /// <summary>Decodes as UTF-8, or octet by octet as Latin-1 where that is not UTF-8. Never fails.</summary>
    public static string Decode(ReadOnlySpan<byte> octets)
    {
        if (System.Text.Ascii.IsValid(octets))
            return FromAscii(octets);
        return (Utf8.IsValid(octets) ? Encoding.UTF8 : Encoding.Latin1).GetString(octets);
    }

    /// <summary>
    /// The text of octets that are known to be ASCII: most are, and short, so that what counts is the way to the
    /// string.
    /// </summary>
    public static string FromAscii(ReadOnlySpan<byte> octets) =>
        string.Create(octets.Length, octets, static (text, ascii) => System.Text.Ascii.ToUtf16(ascii, text, out _));
}
