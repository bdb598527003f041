namespace ImapAsync.Testing;

/// <summary>
/// A message or a part of one (RFC 2045, RFC 2046), taken apart where it stands: everything points into the octets that
/// were parsed.
/// </summary>
/// <param name="header">The header.</param>
/// <param name="octets">Header and body.</param>
/// <param name="type">What it is, by its header or by default.</param>
internal sealed class MimeEntity(MimeHeader header, ReadOnlyMemory<byte> octets, MimeType type)
{
    /// <summary>Header and body, as they were sent.</summary>
    public ReadOnlyMemory<byte> Octets { get; } = octets;

    /// <summary>The header with its empty line.</summary>
    public MimeHeader Header { get; } = header;

    /// <summary>What follows the empty line, its transfer encoding not undone.</summary>
    public ReadOnlyMemory<byte> Body { get; } = octets[header.Octets.Length..];

    /// <summary>The Content-Type.</summary>
    public MimeType Type { get; } = type;

    /// <summary>The Content-Transfer-Encoding.</summary>
    public ContentTransferEncoding TransferEncoding { get; } =
        ImapAsync.TransferEncoding.Parse(header.Fields.Get("Content-Transfer-Encoding"));

    /// <summary>The parts of a multipart, at least one; empty for all else.</summary>
    public IReadOnlyList<MimeEntity> Parts { get; init; } = [];

    /// <summary>The message within a message/rfc822; null for all else.</summary>
    public MimeEntity? Message { get; init; }

    /// <summary>Takes a message apart. Never fails: what is no MIME is a text.</summary>
    public static MimeEntity Parse(ReadOnlyMemory<byte> octets) => new MimeParser().Parse(octets);

    /// <summary>
    /// The body as it was before it was encoded for transport; as it stands, where the encoding is unknown or there is
    /// none.
    /// </summary>
    public ReadOnlyMemory<byte> Decode() =>
        Parts.Count > 0 || Message is not null ? Body : TransferContent.Decode(Body, TransferEncoding);
}
