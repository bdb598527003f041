namespace ImapAsync;

/// <summary>
/// Finds what a body structure says about a part, where it stands (RFC 9051 §9).
/// <code>
/// body-type-mpart = 1*body SP media-subtype [SP body-fld-param [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc *(SP body-extension)]]]]
/// body-type-1part = media-type SP media-subtype SP body-fld-param SP body-fld-id SP body-fld-desc SP body-fld-enc SP body-fld-octets
///                   [SP envelope SP body SP body-fld-lines / SP body-fld-lines]
///                   [SP body-fld-md5 [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc *(SP body-extension)]]]]
/// </code>
/// </summary>
internal static class BodyStructureReader
{
    public static BodyShape ShapeOf(ReadOnlySpan<byte> part)
    {
        if (part is not [(byte)'(', ..])
            return BodyShape.Empty;
        int first = ValueScanner.SkipSpaces(part, 1);
        if (first < part.Length && part[first] == '(')
            return BodyShape.Multipart;

        ListReader fields = Open(part);
        ResponseValue type = fields.Next();
        if (type.IsMissing)
            return BodyShape.Empty;
        ResponseValue subtype = fields.Next();
        if (type.String.Is("TEXT"u8))
            return BodyShape.Text;
        if (type.String.Is("MESSAGE"u8) && (subtype.String.Is("RFC822"u8) || subtype.String.Is("GLOBAL"u8)))
            return BodyShape.Message;
        // Gmail, QQ and Yandex leave the parts of an empty multipart out: what stands first is its subtype then.
        bool hasSubtype = !subtype.IsNilOrMissing && !subtype.IsList;
        return hasSubtype || type.IsNil || MediaTypes.IsDiscrete(type.String.Bytes) ? BodyShape.Basic : BodyShape.Multipart;
    }

    /// <summary>A reader of the part's elements; of a multipart, the lists at the start are its children.</summary>
    public static ListReader Open(ReadOnlySpan<byte> part) => new(part is [(byte)'(', ..] ? part : default);

    /// <summary>Returns a field; missing where the part does not have it.</summary>
    public static ResponseValue Field(ReadOnlySpan<byte> part, BodyShape shape, BodyField field)
    {
        ListReader reader = At(part, shape, field);
        return reader.Current;
    }

    /// <summary>Returns a reader that stands on a field.</summary>
    public static ListReader At(ReadOnlySpan<byte> part, BodyShape shape, BodyField field) => shape switch
    {
        BodyShape.Empty => default,
        // Not to be looked for: to get past the children takes time.
        BodyShape.Multipart when field is BodyField.Type or (> BodyField.Parameters and < BodyField.Disposition) => default,
        BodyShape.Basic when field is BodyField.Envelope or BodyField.Body or BodyField.Lines => default,
        BodyShape.Multipart => InMultipart(Open(part), field),
        _ => InSinglePart(Open(part), shape, field),
    };

    private static ListReader InMultipart(ListReader fields, BodyField wanted)
    {
        while (fields.Next().IsList)
        {
            // A child.
        }

        if (wanted == BodyField.Subtype)
            return fields;
        fields.Next();
        if (wanted == BodyField.Parameters)
            return fields;
        return Advance(fields, BodyField.Disposition, wanted);
    }

    private static ListReader InSinglePart(ListReader fields, BodyShape shape, BodyField wanted)
    {
        fields.Next();
        if (wanted == BodyField.Type)
            return fields;

        // Where the subtype is left out, the parameters stand in its place.
        ListReader subtype = fields;
        if (!subtype.Next().IsList)
            fields = subtype;
        if (wanted == BodyField.Subtype)
            return subtype.Current.IsList ? default : fields;
        if (wanted <= BodyField.Size)
            return Advance(fields, BodyField.Parameters, wanted);

        fields = Advance(fields, BodyField.Parameters, BodyField.Size);
        return shape switch
        {
            BodyShape.Message when HasMessage(fields) => ToLines(fields, BodyField.Envelope, wanted),
            _ when HasLines(fields, shape) => ToLines(fields, BodyField.Lines, wanted),
            _ => InExtension(fields, wanted),
        };
    }

    private static ListReader ToLines(ListReader fields, BodyField next, BodyField wanted) =>
        wanted <= BodyField.Lines ? Advance(fields, next, wanted) : InExtension(Advance(fields, next, BodyField.Lines), wanted);

    // Some servers leave the MD5 out, which is never a list: then what stands there is the disposition.
    private static ListReader InExtension(ListReader fields, BodyField wanted)
    {
        ListReader first = fields;
        if (!first.Next().IsList)
            return Advance(fields, BodyField.Md5, wanted);
        return Advance(fields, BodyField.Disposition, wanted);
    }

    // Gmail leaves envelope, body and lines out when the message is in base64: then an MD5 follows, which is never a list.
    private static bool HasMessage(ListReader fields)
    {
        if (fields.Next().IsList)
            return true;
        fields.Next();
        return fields.Next().TryGetNumber(out _);
    }

    // Some servers count the lines of what is no text too; an MD5 is never a number. Without the lines of a text, a disposition would follow the MD5.
    private static bool HasLines(ListReader fields, BodyShape shape)
    {
        ResponseValue lines = fields.Next();
        return lines.TryGetNumber(out _) || (shape == BodyShape.Text && !lines.IsMissing && !lines.IsList && !fields.Next().IsList);
    }

    // From the field before `next` to the one that is wanted; nowhere when that is behind already.
    private static ListReader Advance(ListReader fields, BodyField next, BodyField wanted)
    {
        if (wanted < next)
            return default;
        for (; next <= wanted; next++)
            fields.MoveNext();
        return fields;
    }
}
