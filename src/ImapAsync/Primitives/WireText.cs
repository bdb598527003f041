using System.Text;
using System.Text.Unicode;

namespace ImapAsync;

/// <summary>Text where a server may send octets that no one declared: ASCII by the RFC, in practice UTF-8 or Latin-1.</summary>
internal static class WireText
{
    /// <summary>Decodes as UTF-8, or octet by octet as Latin-1 where that is not UTF-8. Never fails.</summary>
    public static string Decode(ReadOnlySpan<byte> octets) => (Utf8.IsValid(octets) ? Encoding.UTF8 : Encoding.Latin1).GetString(octets);
}
