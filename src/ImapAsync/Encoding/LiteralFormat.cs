using System.Buffers;
using System.Buffers.Text;

namespace ImapAsync;

/// <summary>The header of an outbound literal (RFC 9051 §4.3, RFC 7888, RFC 3516 §4.4).</summary>
internal static class LiteralFormat
{
    public static void WriteHeader(EncodeBuffer buffer, long size, bool binary, bool synchronizing)
    {
        if (binary)
            buffer.Write((byte)'~');
        buffer.Write((byte)'{');
        Utf8Formatter.TryFormat(size, buffer.GetSpan(20), out int written);
        buffer.Advance(written);
        buffer.Write(synchronizing ? "}\r\n"u8 : "+}\r\n"u8);
    }

    /// <summary>Rejects a line that a server would take for the announcement of a literal.</summary>
    public static void RefuseHeaderAtEnd(ReadOnlySpan<byte> arguments)
    {
        if (EndsInHeader(arguments))
        {
            throw new ArgumentException(
                "The command would end with the announcement of a literal, such as {5}, and the server would take the "
                + "next command for it. Send such text as a string or a literal.",
                nameof(arguments));
        }
    }

    /// <summary>
    /// Whether a line ending with these octets would announce a literal: <c>{5}</c>, <c>{5+}</c> or <c>{5-}</c>.
    /// </summary>
    public static bool EndsInHeader(ReadOnlySpan<byte> octets)
    {
        if (!octets.EndsWith("}"u8))
            return false;
        octets = octets[..^1].TrimEnd("+-"u8);
        int digits = octets.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits >= 0 && digits < octets.Length - 1 && octets[digits] == '{';
    }
}
