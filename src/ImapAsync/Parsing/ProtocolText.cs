using System.Text;
using System.Text.Unicode;

namespace ImapAsync;

/// <summary>Text of the protocol: UTF-8, and where a server sends something else, Latin-1, which loses nothing.</summary>
internal static class ProtocolText
{
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "" : (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
}
