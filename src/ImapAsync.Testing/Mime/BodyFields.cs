using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>The fields of a body structure that come from MIME header fields.</summary>
internal static class BodyFields
{
    /// <summary>body-fld-param: names and values in turn, or NIL.</summary>
    public static void WriteParameters(IBufferWriter<byte> output, MimeParameters parameters)
    {
        if (parameters.Raw.Count == 0)
        {
            output.Write("NIL"u8);
            return;
        }

        output.Write("("u8);
        for (int i = 0; i < parameters.Raw.Count; i++)
        {
            if (i > 0)
                output.Write(" "u8);
            output.WriteString(parameters.Raw[i].Key);
            output.Write(" "u8);
            output.WriteString(parameters.Raw[i].Value);
        }

        output.Write(")"u8);
    }

    /// <summary>body-fld-enc: the name of the encoding, without comments.</summary>
    public static string TransferEncoding(MimeHeader header)
    {
        string name = Value(header, "Content-Transfer-Encoding").Value;
        return name.Length > 0 ? name : "7bit";
    }

    /// <summary>body-fld-dsp, body-fld-lang and body-fld-loc, each preceded by a space.</summary>
    public static void WriteDispositionLanguageLocation(IBufferWriter<byte> output, MimeHeader header)
    {
        output.Write(" "u8);
        WriteDisposition(output, Value(header, "Content-Disposition"));
        output.Write(" "u8);
        WriteLanguage(output, header);
        output.Write(" "u8);
        output.WriteNString(Location(header));
    }

    private static void WriteDisposition(IBufferWriter<byte> output, ParameterizedValue disposition)
    {
        if (disposition.Value.Length == 0)
        {
            output.Write("NIL"u8);
            return;
        }

        output.Write("("u8);
        output.WriteString(disposition.Value);
        output.Write(" "u8);
        WriteParameters(output, disposition.Parameters);
        output.Write(")"u8);
    }

    // Content-Language (RFC 3282): one tag is a string, several are a list.
    private static void WriteLanguage(IBufferWriter<byte> output, MimeHeader header)
    {
        string[] tags = Value(header, "Content-Language").Value.Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (tags.Length < 2)
        {
            output.WriteNString(tags.FirstOrDefault());
            return;
        }

        output.Write("("u8);
        for (int i = 0; i < tags.Length; i++)
        {
            if (i > 0)
                output.Write(" "u8);
            output.WriteString(tags[i]);
        }

        output.Write(")"u8);
    }

    // A folded URI contains white space that does not belong to it (RFC 2557 §4.4.2).
    private static byte[]? Location(MimeHeader header) =>
        header.Raw("Content-Location")?.Where(octet => octet is not ((byte)' ' or (byte)'\t')).ToArray();

    private static ParameterizedValue Value(MimeHeader header, string name) =>
        ParameterizedValue.Parse(
            header.Fields.TryGetField(name, out MailHeaderField field) ? field.RawValue.Span : default);
}
