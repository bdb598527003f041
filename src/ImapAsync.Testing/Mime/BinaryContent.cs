using System.Buffers;
using System.Runtime.InteropServices;

namespace ImapAsync.Testing;

/// <summary>
/// Messages with NULs (RFC 3516 §4.4): since only a literal8 may carry NUL, the parts that contain one are stored in
/// base64, which BINARY decodes.
/// </summary>
internal static class BinaryContent
{
    private const string EncodingField = "Content-Transfer-Encoding";

    /// <summary>
    /// The message without NULs; null if there is one that cannot be encoded: in a header, between parts, or in a part
    /// that is already encoded.
    /// </summary>
    public static ReadOnlyMemory<byte>? Encode(ReadOnlyMemory<byte> octets)
    {
        if (!HasNul(octets))
            return octets;
        ArrayBufferWriter<byte> output = new(octets.Length * 2);
        Write(output, MimeEntity.Parse(octets), isMessage: true);
        return HasNul(output.WrittenMemory) ? (ReadOnlyMemory<byte>?)null : output.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> output, MimeEntity entity, bool isMessage)
    {
        bool isLeaf = entity.Parts.Count == 0 && entity.Message is null;
        if (!HasNul(entity.Body) || (isLeaf && !IsPlain(entity.TransferEncoding)))
        {
            output.Write(entity.Octets.Span);
        }
        else if (entity.Message is { } message)
        {
            output.Write(entity.Header.Octets.Span);
            Write(output, message, isMessage: true);
        }
        else if (entity.Parts.Count > 0)
        {
            WriteParts(output, entity);
        }
        else
        {
            WriteLeaf(output, entity, isMessage);
        }
    }

    // What is between the parts stays unchanged.
    private static void WriteParts(ArrayBufferWriter<byte> output, MimeEntity entity)
    {
        int at = OffsetOf(entity.Octets);
        int end = at + entity.Octets.Length;
        foreach (MimeEntity part in entity.Parts)
        {
            int start = OffsetOf(part.Octets);
            output.Write(Between(entity, at, start));
            Write(output, part, isMessage: false);
            at = start + part.Octets.Length;
        }

        output.Write(Between(entity, at, end));
    }

    private static void WriteLeaf(ArrayBufferWriter<byte> output, MimeEntity entity, bool isMessage)
    {
        ReadOnlyMemory<byte> fields = entity.Header.Select([EncodingField], named: false);
        output.Write(fields.Span[..^entity.Header.EmptyLine.Length]);
        if (isMessage && !entity.Header.Fields.TryGetField("MIME-Version", out _))
            output.Write("MIME-Version: 1.0\r\n"u8);
        output.Write("Content-Transfer-Encoding: base64\r\n\r\n"u8);
        string base64 = Convert.ToBase64String(entity.Body.Span, Base64FormattingOptions.InsertLineBreaks);
        output.Write(System.Text.Encoding.ASCII.GetBytes(base64 + "\r\n"));
    }

    private static bool IsPlain(ContentTransferEncoding encoding) =>
        encoding is ContentTransferEncoding.SevenBit or ContentTransferEncoding.EightBit
            or ContentTransferEncoding.Binary;

    private static bool HasNul(ReadOnlyMemory<byte> octets) => octets.Span.Contains((byte)0);

    private static ReadOnlySpan<byte> Between(MimeEntity entity, int start, int end)
    {
        int offset = OffsetOf(entity.Octets);
        return entity.Octets.Span[(start - offset)..(end - offset)];
    }

    // Parts reference the octets of their container.
    private static int OffsetOf(ReadOnlyMemory<byte> octets) =>
        MemoryMarshal.TryGetArray(octets, out ArraySegment<byte> segment) ? segment.Offset : 0;
}
