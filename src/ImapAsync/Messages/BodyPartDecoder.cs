namespace ImapAsync;

/// <summary>Decodes what a body structure says about a part, from the octets where the part's list begins.</summary>
internal static class BodyPartDecoder
{
    public static ContentType ReadContentType(ReadOnlySpan<byte> octets, BodyPart part)
    {
        string subtype = MimeWords.Lower(BodyStructureReader.Field(octets, part.Shape, BodyField.Subtype).String.Bytes);
        if (part.Shape == BodyShape.Multipart)
            return new ContentType("multipart", subtype.Length == 0 ? "mixed" : subtype, part);

        string type = MimeWords.Lower(BodyStructureReader.Field(octets, part.Shape, BodyField.Type).String.Bytes);
        return new ContentType(type.Length == 0 ? "text" : type, subtype.Length == 0 ? DefaultSubtype(type) : subtype, part);
    }

    // Exchange sends the type alone, or (NIL NIL).
    public static ContentDisposition? ReadDisposition(ReadOnlySpan<byte> octets, BodyPart part)
    {
        ResponseValue value = BodyStructureReader.Field(octets, part.Shape, BodyField.Disposition);
        ListReader elements = InDisposition(value);
        ResponseValue type = value.IsList ? elements.Next() : value;
        string word = MimeWords.Lower(type.String.Bytes);
        return word.Length == 0 ? null : new ContentDisposition(word, part);
    }

    public static MimeParameters ReadDispositionParameters(ResponseValue disposition)
    {
        ListReader elements = InDisposition(disposition);
        elements.MoveNext();
        return BodyParameters.Read(elements.Next());
    }

    // Some servers write a pair of parentheses too many, as for a list of dispositions.
    private static ListReader InDisposition(ResponseValue disposition)
    {
        ListReader elements = disposition.Elements;
        ListReader first = elements;
        return first.Next().IsList ? first.Current.Elements : elements;
    }

    /// <summary>The children of a multipart, or the message of a message part; an empty array for every other part.</summary>
    public static object ReadInside(byte[] octets, int start, BodyPart part)
    {
        ReadOnlySpan<byte> span = octets.AsSpan(start);
        BodyShape shape = part.Shape;
        if (shape is not (BodyShape.Multipart or BodyShape.Message) || BodyPartPath.DepthOf(part) >= ImapLimits.Default.MaxNesting)
            return Array.Empty<BodyPart>();
        if (shape == BodyShape.Multipart)
            return ReadChildren(octets, start, part);

        ListReader body = BodyStructureReader.At(span, shape, BodyField.Body);
        if (!body.Current.IsList)
            return Array.Empty<BodyPart>();
        ListReader envelope = BodyStructureReader.At(span, shape, BodyField.Envelope);
        return new EmbeddedMessage(new Envelope(octets, start + envelope.Start), BodyPart.Read(octets, start + body.Start, part));
    }

    public static IReadOnlyList<string> ReadLanguages(ResponseValue value)
    {
        if (value.IsNilOrMissing)
            return [];
        if (!value.IsList)
            return [MimeWords.Exact(value.String.Bytes)];

        List<string> languages = [];
        ListReader elements = value.Elements;
        while (elements.MoveNext())
        {
            if (elements.Current is { IsNil: false, IsList: false })
                languages.Add(MimeWords.Exact(elements.Current.String.Bytes));
        }

        return languages;
    }

    public static ReadOnlyMemory<byte> ReadExtensionData(byte[] octets, int start, BodyShape shape)
    {
        ReadOnlySpan<byte> part = octets.AsSpan(start);
        ListReader elements = BodyStructureReader.At(part, shape, BodyField.Extension);
        if (elements.Current.IsMissing)
            return default;
        int first = elements.Start;
        int last = elements.End;
        while (elements.MoveNext())
            last = elements.End;
        return octets.AsMemory(start + first, last - first);
    }

    public static string? Decoded(ResponseValue value) => value.IsNilOrMissing || value.IsList ? null : HeaderText.Decode(value.String.Bytes);

    public static ContentTransferEncoding ReadEncoding(ResponseValue value) => TransferEncoding.Parse(MimeWords.Exact(value.String.Bytes));

    private static BodyPart[] ReadChildren(byte[] octets, int start, BodyPart part)
    {
        int count = 0;
        ListReader counted = BodyStructureReader.Open(octets.AsSpan(start));
        while (counted.MoveNext() && counted.Current.IsList)
            count++;

        BodyPart[] children = new BodyPart[Math.Min(count, ImapLimits.Default.MaxListItems)];
        ListReader lists = BodyStructureReader.Open(octets.AsSpan(start));
        for (int i = 0; i < children.Length; i++)
        {
            lists.MoveNext();
            children[i] = BodyPart.Read(octets, start + lists.Start, part, i + 1);
        }

        return children;
    }

    private static string DefaultSubtype(string type) => type switch
    {
        "text" or "" => "plain",
        "message" => "rfc822",
        _ => "octet-stream",
    };
}
