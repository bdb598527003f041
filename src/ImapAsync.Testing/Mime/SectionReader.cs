namespace ImapAsync.Testing;

/// <summary>Locates what <c>BODY[…]</c> and <c>BINARY[…]</c> name (RFC 9051 §6.4.5.1, RFC 3516) in a message.</summary>
internal static class SectionReader
{
    /// <summary>The octets of a section; false if the message has no such part, or the part no such section.</summary>
    public static bool TryRead(MimeEntity message, BodySection section, out ReadOnlyMemory<byte> octets)
    {
        octets = default;
        if (section.PartNumbers.IsEmpty)
            return TryReadText(message, section, out octets);
        if (!TryFind(message, section.PartNumbers, out MimeEntity? part))
            return false;
        switch (section.Kind)
        {
            case BodySectionText.Full:
                octets = part.Body;
                return true;
            case BodySectionText.Mime:
                octets = part.Header.Octets;
                return true;
            default:
                // The header and the text of a part are those of its embedded message.
                return part.Message is not null && TryReadText(part.Message, section, out octets);
        }
    }

    /// <summary>A part with its transfer encoding decoded; without part numbers, the whole message unchanged.</summary>
    /// <exception cref="CommandRefusedException">The encoding is not known.</exception>
    public static bool TryReadBinary(MimeEntity message, BodySection section, out ReadOnlyMemory<byte> octets)
    {
        octets = message.Octets;
        if (section.PartNumbers.IsEmpty)
            return section.Kind == BodySectionText.Full;
        if (section.Kind != BodySectionText.Full || !TryFind(message, section.PartNumbers, out MimeEntity? part))
            return false;
        if (part.TransferEncoding == ContentTransferEncoding.Unknown)
        {
            string encoding = BodyFields.TransferEncoding(part.Header);
            throw new CommandRefusedException(
                ImapStatus.No,
                $"Part {section} is encoded as \"{encoding}\", which this server cannot decode: fetch BODY[{section}].",
                "UNKNOWN-CTE");
        }

        octets = part.Decode();
        return true;
    }

    private static bool TryReadText(MimeEntity message, BodySection section, out ReadOnlyMemory<byte> octets)
    {
        octets = section.Kind switch
        {
            BodySectionText.Full => message.Octets,
            BodySectionText.Header => message.Header.Octets,
            BodySectionText.HeaderFields => message.Header.Select(section.FieldNames, named: true),
            BodySectionText.HeaderFieldsNot => message.Header.Select(section.FieldNames, named: false),
            BodySectionText.Text => message.Body,
            _ => default,
        };
        return section.Kind != BodySectionText.Mime;
    }

    private static bool TryFind(
        MimeEntity message, ReadOnlySpan<int> numbers,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MimeEntity? part)
    {
        part = null;
        IReadOnlyList<MimeEntity> level = PartsOf(message);
        foreach (int number in numbers)
        {
            if (number > level.Count)
                return false;
            part = level[number - 1];
            level = part.Message is { } embedded ? PartsOf(embedded) : part.Parts;
        }

        return part is not null;
    }

    // A message that is not a multipart has one part, itself.
    private static IReadOnlyList<MimeEntity> PartsOf(MimeEntity message) =>
        message.Parts.Count > 0 ? message.Parts : [message];
}
