namespace ImapAsync.Testing;

/// <summary>
/// Splits one message into parts. However deep it is nested and however many parts it claims to have, the work is
/// bounded: beyond the limits a part is not split.
/// </summary>
internal sealed class MimeParser
{
    private const int MaxDepth = 50;
    private const int MaxParts = 10_000;

    private int _parts;

    public MimeEntity Parse(ReadOnlyMemory<byte> octets) => Parse(octets, MimeType.PlainText, depth: 0);

    private MimeEntity Parse(ReadOnlyMemory<byte> octets, MimeType unsaid, int depth)
    {
        MimeHeader header = MimeHeader.Read(octets);
        MimeType type = MimeType.Read(header, unsaid);
        if (type.IsMultipart && type.Boundary.Length == 0)
            type = MimeType.PlainText;
        if ((type.IsMultipart || type.IsMessage) && depth >= MaxDepth)
            type = MimeType.Opaque;

        ReadOnlyMemory<byte> body = octets[header.Octets.Length..];
        return new MimeEntity(header, octets, type)
        {
            Parts = type.IsMultipart ? ParseParts(body, type, depth + 1) : [],
            Message = type.IsMessage ? Parse(body, MimeType.PlainText, depth + 1) : null,
        };
    }

    private List<MimeEntity> ParseParts(ReadOnlyMemory<byte> body, MimeType type, int depth)
    {
        MimeType unsaid = type.IsDigest ? MimeType.EmbeddedMessage : MimeType.PlainText;
        List<ReadOnlyMemory<byte>> parts = MultipartSplitter.Split(body, type.Boundary, MaxParts - _parts);

        // BODYSTRUCTURE cannot express that there is no part.
        if (parts.Count == 0)
            return [Parse(body[body.Length..], MimeType.PlainText, depth)];
        _parts += parts.Count;
        return parts.ConvertAll(part => Parse(part, unsaid, depth));
    }
}
