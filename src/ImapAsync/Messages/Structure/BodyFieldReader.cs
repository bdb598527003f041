namespace ImapAsync;

/// <summary>
/// Walks the fields of one part in their order and identifies each of them (RFC 9051 §9). The children of a multipart
/// are not among its fields.
/// <code>
/// body-type-mpart = 1*body SP media-subtype [SP body-fld-param [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc
/// *(SP body-extension)]]]] body-type-1part = media-type SP media-subtype SP body-fld-param SP body-fld-id SP
/// body-fld-desc SP body-fld-enc SP body-fld-octets [SP envelope SP body SP body-fld-lines / SP body-fld-lines] [SP
/// body-fld-md5 [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc *(SP body-extension)]]]]
/// </code>
/// </summary>
internal ref struct BodyFieldReader
{
    private readonly BodyShape _shape;
    private ListReader _elements;

    /// <param name="part">The octets from the start of the part.</param>
    /// <param name="shape">The part's shape.</param>
    public BodyFieldReader(ReadOnlySpan<byte> part, BodyShape shape)
    {
        _shape = shape;
        if (shape == BodyShape.Empty)
            return;

        _elements = Open(part);
        if (shape == BodyShape.Multipart)
            SkipChildren();
    }

    /// <summary>A reader of the part's elements; for a multipart, the leading lists are its children.</summary>
    public static ListReader Open(ReadOnlySpan<byte> part) => new(part is [(byte)'(', ..] ? part : default);

    /// <summary>The current field.</summary>
    public BodyField Field { get; private set; }

    /// <summary>The field's value; missing after the last.</summary>
    public readonly ResponseValue Value => _elements.Current;

    /// <summary>Where the value begins.</summary>
    public readonly int Start => _elements.Start;

    /// <summary>Where the value ends.</summary>
    public readonly int End => _elements.End;

    public bool MoveNext()
    {
        BodyField before = Field;
        if (!_elements.MoveNext())
            return false;
        Field = before switch
        {
            BodyField.None => _shape == BodyShape.Multipart ? BodyField.Subtype : BodyField.Type,
            // If the subtype is missing, the parameters stand in its place.
            BodyField.Type => Value.IsList ? BodyField.Parameters : BodyField.Subtype,
            BodyField.Parameters when _shape == BodyShape.Multipart => BodyField.Disposition,
            BodyField.Size => AfterSize(),
            BodyField.Lines => AfterLines(),
            BodyField.Extension => BodyField.Extension,
            _ => before + 1,
        };
        return true;
    }

    private void SkipChildren()
    {
        ListReader children = _elements;
        while (children.Next().IsList)
            _elements = children;
    }

    private readonly BodyField AfterSize()
    {
        if (_shape == BodyShape.Message && HasMessage(_elements))
            return BodyField.Envelope;
        return HasLines(_elements, _shape) ? BodyField.Lines : AfterLines();
    }

    // Some servers omit the MD5, which is never a list: then a list in its place is the disposition, if it can be one.
    private readonly BodyField AfterLines() =>
        Value.IsList && DispositionToken.StandsForMd5(Value) ? BodyField.Disposition : BodyField.Md5;

    // Gmail omits envelope, body and lines if the message is base64-encoded: then an MD5 follows, which is never a
    // list.
    private static bool HasMessage(ListReader fields)
    {
        if (fields.Current.IsList)
            return true;
        fields.Next();
        return fields.Next().TryGetCount(out _);
    }

    // Some servers count lines for other types too; an MD5 is never a number. If the lines of a text were missing, a
    // disposition would follow the MD5.
    private static bool HasLines(ListReader fields, BodyShape shape)
    {
        ResponseValue lines = fields.Current;
        return lines.TryGetCount(out _) || (shape == BodyShape.Text && !lines.IsList && !fields.Next().IsList);
    }
}
