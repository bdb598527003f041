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
}
