using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// Reads the name of a mailbox as a client writes it. Names that are not valid in the negotiated encoding are refused,
/// as real servers do.
/// </summary>
internal static class WireName
{
    public static string Decode(ReadOnlySpan<byte> octets, NameEncoding encoding) => encoding switch
    {
        NameEncoding.Either => MailboxName.FromServer(octets, utf8: false).Value,
        NameEncoding.Utf8 when System.Text.Unicode.Utf8.IsValid(octets) => Encoding.UTF8.GetString(octets),
        NameEncoding.Utf8 => throw CommandRefusedException.No(
            "CANNOT", "A mailbox name is in UTF-8 after ENABLE of IMAP4rev2, and this one is not"),
        _ => DecodeModifiedUtf7(octets),
    };

    /// <summary>
    /// Reads a pattern, in which a wildcard may interrupt the encoding: such a pattern matches nothing.
    /// </summary>
    public static string DecodePattern(ReadOnlySpan<byte> octets, NameEncoding encoding)
    {
        if (encoding == NameEncoding.ModifiedUtf7 && System.Text.Ascii.IsValid(octets))
            return MailboxName.FromServer(octets, utf8: false).Value;
        return Decode(octets, encoding);
    }

    private static string DecodeModifiedUtf7(ReadOnlySpan<byte> octets)
    {
        if (octets.IndexOfAnyExcept(ModifiedUtf7.StandForThemselves) < 0)
            return Encoding.ASCII.GetString(octets);
        if (!ModifiedUtf7.TryDecode(octets, out string? name) || !IsWrittenAs(name, octets))
        {
            throw CommandRefusedException.No(
                "CANNOT", "A mailbox name is in modified UTF-7 (RFC 3501 §5.1.3), with &- for &, and this one is not");
        }

        return name;
    }

    // There is only one way to write a name: no shift for characters that stand for themselves.
    private static bool IsWrittenAs(string name, ReadOnlySpan<byte> octets)
    {
        byte[] encoded = new byte[ModifiedUtf7.GetMaxByteCount(name.Length)];
        return encoded.AsSpan(0, ModifiedUtf7.Encode(name, encoded)).SequenceEqual(octets);
    }
}
