namespace ImapAsync;

/// <summary>Locates the elements of a body structure.</summary>
internal static class BodyStructureReader
{
    public static BodyShape ShapeOf(ReadOnlySpan<byte> part)
    {
        if (part is not [(byte)'(', ..])
            return BodyShape.Empty;
        int first = ValueScanner.SkipSpaces(part, 1);
        if (first < part.Length && part[first] == '(')
            return BodyShape.Multipart;

        ListReader fields = BodyFieldReader.Open(part);
        ResponseValue type = fields.Next();
        if (type.IsMissing)
            return BodyShape.Empty;
        ResponseValue subtype = fields.Next();
        if (type.String.Is("TEXT"u8))
            return BodyShape.Text;
        if (type.String.Is("MESSAGE"u8) && (subtype.String.Is("RFC822"u8) || subtype.String.Is("GLOBAL"u8)))
            return BodyShape.Message;
        // Gmail, QQ and Yandex omit the parts of an empty multipart: its first element is then the subtype.
        bool hasSubtype = !subtype.IsNilOrMissing && !subtype.IsList;
        return hasSubtype || type.IsNil || MediaTypes.IsDiscrete(type.String.Bytes)
            ? BodyShape.Basic
            : BodyShape.Multipart;
    }

    /// <summary>Returns a field; missing if the part does not have it.</summary>
    public static ResponseValue Field(ReadOnlySpan<byte> part, BodyShape shape, BodyField field)
    {
        BodyFieldReader reader = At(part, shape, field);
        return reader.Value;
    }

    /// <summary>Returns a reader positioned on a field; nowhere if the part does not have it.</summary>
    public static BodyFieldReader At(ReadOnlySpan<byte> part, BodyShape shape, BodyField field)
    {
        BodyFieldReader reader = new(part, shape);
        while (reader.MoveNext())
        {
            if (reader.Field >= field)
                return reader.Field == field ? reader : default;
        }

        return default;
    }
}
