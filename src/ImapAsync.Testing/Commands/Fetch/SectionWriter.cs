namespace ImapAsync.Testing;

/// <summary>Writes BODY[…], BINARY[…] and their equivalents in RFC 3501.</summary>
internal static class SectionWriter
{
    public static void Write(ResponseWriter writer, MessageEntry message, FetchItemRequest item)
    {
        switch (item.Kind)
        {
            case FetchItemKind.Rfc822:
                WriteString(writer.Raw("RFC822 "u8), message.Octets);
                return;
            case FetchItemKind.Rfc822Header:
                WriteString(writer.Raw("RFC822.HEADER "u8), Read(message, BodySection.Header));
                return;
            case FetchItemKind.Rfc822Text:
                WriteString(writer.Raw("RFC822.TEXT "u8), Read(message, BodySection.Text));
                return;
            case FetchItemKind.BinarySize:
                writer.Raw("BINARY.SIZE["u8).Text(item.Section!.ToString()).Raw("] "u8)
                    .Number(ReadBinary(message, item)?.Length ?? 0);
                return;
            default:
                WriteSection(writer, message, item);
                return;
        }
    }

    private static void WriteSection(ResponseWriter writer, MessageEntry message, FetchItemRequest item)
    {
        bool isBinary = item.Kind == FetchItemKind.Binary;
        ReadOnlyMemory<byte>? octets = isBinary ? ReadBinary(message, item) : Read(message, item.Section!);
        writer.Raw(isBinary ? "BINARY["u8 : "BODY["u8).Text(item.Section!.ToString()).Raw("]"u8);
        if (item.Offset is { } offset)
        {
            writer.Raw("<"u8).Number(offset).Raw(">"u8);
            octets = octets is { } all ? Slice(all, offset, item.Count) : (ReadOnlyMemory<byte>?)null;
        }

        WriteString(writer.Space(), octets, isBinary);
    }

    // An offset beyond the end returns an empty string (RFC 9051 §6.4.5).
    public static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> octets, long offset, long count)
    {
        int start = (int)Math.Min(offset, octets.Length);
        return octets.Slice(start, (int)Math.Min(count, octets.Length - start));
    }

    public static ReadOnlyMemory<byte>? Read(MessageEntry message, BodySection section) =>
        SectionReader.TryRead(message.Mime, section, out ReadOnlyMemory<byte> octets)
            ? octets
            : (ReadOnlyMemory<byte>?)null;

    private static ReadOnlyMemory<byte>? ReadBinary(MessageEntry message, FetchItemRequest item) =>
        SectionReader.TryReadBinary(message.Mime, item.Section!, out ReadOnlyMemory<byte> octets)
            ? octets
            : (ReadOnlyMemory<byte>?)null;

    public static void WriteString(ResponseWriter writer, ReadOnlyMemory<byte>? octets, bool isBinary = false)
    {
        if (octets is not { } value)
            writer.Raw("NIL"u8);
        else
            writer.Literal(value.Span, isBinary && value.Span.Contains((byte)0));
    }
}
