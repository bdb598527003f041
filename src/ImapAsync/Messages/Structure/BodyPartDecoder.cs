namespace ImapAsync;

/// <summary>Decodes the description of a part in a body structure.</summary>
internal static class BodyPartDecoder
{
    private const int FewChildren = 16;

    public static ContentType ReadContentType(BodyPart part)
    {
        string subtype = MimeWords.Lower(part.Field(BodyField.Subtype).String.Bytes);
        if (part.Shape == BodyShape.Multipart)
            return new ContentType("multipart", subtype.Length == 0 ? "mixed" : subtype, part);

        string type = MimeWords.Lower(part.Field(BodyField.Type).String.Bytes);
        return new ContentType(
            type.Length == 0 ? "text" : type, subtype.Length == 0 ? DefaultSubtype(type) : subtype, part);
    }

    // Exchange sends the type alone, or (NIL NIL).
    public static ContentDisposition? ReadDisposition(BodyPart part)
    {
        ResponseValue value = part.Field(BodyField.Disposition);
        if (value.IsMissing)
            return null;
        ListReader elements = DispositionToken.Elements(value);
        ResponseValue type = value.IsList ? elements.Next() : value;
        string word = MimeWords.Lower(type.String.Bytes);
        // If a list is not a disposition, its first string names something else.
        bool isType = !value.IsList || word is "attachment" or "inline" || DispositionToken.Is(value);
        return word.Length == 0 || !isType ? null : new ContentDisposition(word, part);
    }

    public static MimeParameters ReadDispositionParameters(ResponseValue disposition) =>
        BodyParameters.Read(DispositionToken.ParametersOf(disposition));

    /// <summary>
    /// The children of a multipart, or the message of a message part; an empty array for any other part.
    /// </summary>
    public static object ReadInside(byte[] octets, int start, BodyPart part)
    {
        ReadOnlySpan<byte> span = octets.AsSpan(start);
        BodyShape shape = part.Shape;
        if (shape is not (BodyShape.Multipart or BodyShape.Message)
            || BodyPartPath.DepthOf(part) >= ImapLimits.Default.MaxNesting)
        {
            return Array.Empty<BodyPart>();
        }

        if (shape == BodyShape.Multipart)
            return ReadChildren(octets, start, part);

        BodyFieldReader fields = BodyStructureReader.At(span, shape, BodyField.Envelope);
        int envelope = fields.Start;
        if (!fields.MoveNext() || !fields.Value.IsList)
            return Array.Empty<BodyPart>();
        return new EmbeddedMessage(
            new Envelope(octets, start + envelope), BodyPart.Read(octets, start + fields.Start, part));
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
        BodyFieldReader extensions = BodyStructureReader.At(part, shape, BodyField.Extension);
        if (extensions.Value.IsMissing)
            return default;
        int first = extensions.Start;
        int last = extensions.End;
        while (extensions.MoveNext())
            last = extensions.End;
        return octets.AsMemory(start + first, last - first);
    }

    public static string? Decoded(ResponseValue value) =>
        value.IsNilOrMissing || value.IsList ? null : HeaderText.Decode(value.String.Bytes);

    public static ContentTransferEncoding ReadEncoding(ResponseValue value) =>
        TransferEncoding.Parse(value.String.Bytes);

    private static BodyPart[] ReadChildren(byte[] octets, int start, BodyPart part)
    {
        ListReader lists = BodyFieldReader.Open(octets.AsSpan(start));
        List<int>? more = null;
        Span<int> starts = stackalloc int[FewChildren];
        int count = 0;
        while (lists.MoveNext() && lists.Current.IsList && count < ImapLimits.Default.MaxListItems)
        {
            if (count < FewChildren)
                starts[count] = lists.Start;
            else
                (more ??= []).Add(lists.Start);
            count++;
        }

        BodyPart[] children = new BodyPart[count];
        for (int i = 0; i < children.Length; i++)
        {
            children[i] =
                BodyPart.Read(octets, start + (i < FewChildren ? starts[i] : more![i - FewChildren]), part, i + 1);
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
