namespace ImapAsync.Testing;

/// <summary>
/// A message or a part of one (RFC 2045, RFC 2046), split in place: everything references the octets that were parsed.
/// </summary>
/// <param name="header">The header.</param>
/// <param name="octets">Header and body.</param>
/// <param name="type">Its type, according to its header or by default.</param>
internal sealed class MimeEntity(MimeHeader header, ReadOnlyMemory<byte> octets, MimeType type)
{
    /// <summary>Header and body, as sent.</summary>
    public ReadOnlyMemory<byte> Octets { get; } = octets;

    /// <summary>The header with its empty line.</summary>
    public MimeHeader Header { get; } = header;

    /// <summary>The octets after the empty line, with their transfer encoding.</summary>
    public ReadOnlyMemory<byte> Body { get; } = octets[header.Octets.Length..];

    /// <summary>The Content-Type.</summary>
    public MimeType Type { get; } = type;

    /// <summary>The Content-Transfer-Encoding.</summary>
    public ContentTransferEncoding TransferEncoding { get; } =
        ImapAsync.TransferEncoding.Parse(header.Fields.Get("Content-Transfer-Encoding"));

    /// <summary>The parts of a multipart, at least one; otherwise empty.</summary>
    public IReadOnlyList<MimeEntity> Parts { get; init; } = [];

    /// <summary>The message in a message/rfc822; otherwise null.</summary>
    public MimeEntity? Message { get; init; }

    /// <summary>Parses a message. Never fails: what is not MIME is a text.</summary>
    public static MimeEntity Parse(ReadOnlyMemory<byte> octets) => new MimeParser().Parse(octets);

    /// <summary>
    /// The body without its transfer encoding; unchanged if the encoding is unknown or there is none.
    /// </summary>
    public ReadOnlyMemory<byte> Decode() =>
        Parts.Count > 0 || Message is not null ? Body : TransferContent.Decode(Body, TransferEncoding);
}
