using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>
/// Writes BODYSTRUCTURE, or without the extension data BODY (RFC 9051 §9).
/// <code>
/// body-type-mpart = 1*body SP media-subtype [SP body-fld-param SP body-fld-dsp SP body-fld-lang SP body-fld-loc]
/// body-type-1part = media-type SP media-subtype SP body-fields [SP envelope SP body SP body-fld-lines / SP
/// body-fld-lines] [SP body-fld-md5 SP body-fld-dsp SP body-fld-lang SP body-fld-loc]
/// </code>
/// </summary>
internal static class BodyStructureWriter
{
    public static void Write(IBufferWriter<byte> output, MimeEntity entity, bool extended)
    {
        output.Write("("u8);
        if (entity.Parts.Count > 0)
            WriteMultipart(output, entity, extended);
        else
            WriteSinglePart(output, entity, extended);
        output.Write(")"u8);
    }

    private static void WriteMultipart(IBufferWriter<byte> output, MimeEntity entity, bool extended)
    {
        foreach (MimeEntity part in entity.Parts)
            Write(output, part, extended);
        output.Write(" "u8);
        output.WriteString(entity.Type.Subtype);
        if (!extended)
            return;
        output.Write(" "u8);
        BodyFields.WriteParameters(output, entity.Type.Parameters);
        BodyFields.WriteDispositionLanguageLocation(output, entity.Header);
    }

    private static void WriteSinglePart(IBufferWriter<byte> output, MimeEntity entity, bool extended)
    {
        MimeHeader header = entity.Header;
        output.WriteString(entity.Type.Type);
        output.Write(" "u8);
        output.WriteString(entity.Type.Subtype);
        output.Write(" "u8);
        BodyFields.WriteParameters(output, entity.Type.Parameters);
        output.Write(" "u8);
        output.WriteNString(header.Raw("Content-ID"));
        output.Write(" "u8);
        output.WriteNString(header.Raw("Content-Description"));
        output.Write(" "u8);
        output.WriteString(BodyFields.TransferEncoding(header));
        output.Write(" "u8);
        output.WriteNumber(entity.Body.Length);
        WriteMessageAndLines(output, entity, extended);
        if (!extended)
            return;
        output.Write(" "u8);
        output.WriteNString(header.Raw("Content-MD5"));
        BodyFields.WriteDispositionLanguageLocation(output, header);
    }

    private static void WriteMessageAndLines(IBufferWriter<byte> output, MimeEntity entity, bool extended)
    {
        if (entity.Message is { } message)
        {
            output.Write(" "u8);
            EnvelopeWriter.Write(output, message);
            output.Write(" "u8);
            Write(output, message, extended);
        }
        else if (!entity.Type.IsText)
        {
            return;
        }

        output.Write(" "u8);
        output.WriteNumber(LinesOf(entity.Body.Span));
    }

    // The line end before a boundary does not belong to the part, so the last line often has none.
    private static int LinesOf(ReadOnlySpan<byte> body) =>
        body.Count((byte)'\n') + (body is [.., not (byte)'\n'] ? 1 : 0);
}
