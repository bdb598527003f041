namespace ImapAsync;

/// <summary>
/// A part of a message as described by BODYSTRUCTURE (RFC 9051 §7.5.2), or the root of all parts. Values that the
/// server omitted or that cannot be read have their defaults.
/// </summary>
public sealed class BodyPart : IMimeParameterSource
{
    private const int ShapeBits = 3;

    // The octets of a response, or the BodyPartFields of a part created by the caller.
    private readonly object _source;
    private readonly int _start;

    // The number in the multipart, with the shape in the lowest bits: there are many parts.
    private int _place;

    // The children of a multipart, or the embedded message of a message part.
    private object? _inside;
    private MimeParameters? _parameters;
    private MimeParameters? _dispositionParameters;
    private BodyFieldIndex _fields;

    /// <summary>
    /// Creates a part by hand, for tests: <c>new BodyPart { ContentType = new("text", "html"), Size = 200 }</c>.
    /// </summary>
    public BodyPart() => _source = new BodyPartFields();

    private BodyPart(byte[] octets, int start, BodyPart? parent, int number)
    {
        _source = octets;
        _start = start;
        _place = (number << ShapeBits) | (int)BodyStructureReader.ShapeOf(octets.AsSpan(start));
        Parent = parent;
    }

    /// <summary>The multipart or message that contains the part; null for the root.</summary>
    public BodyPart? Parent { get; private set; }

    /// <summary>
    /// The media type; <c>multipart/…</c> for a multipart. It is <c>text/plain</c> if the server reports none (RFC 2045
    /// §5.2).
    /// </summary>
    public ContentType ContentType
    {
        get => Made is { } made ? made.ContentType : BodyPartDecoder.ReadContentType(this);
        init => Made!.ContentType = value;
    }

    /// <summary>
    /// How the part is meant to be presented, and its file name; null if not specified, and in responses to BODY.
    /// </summary>
    public ContentDisposition? Disposition
    {
        get => Made is { } made ? made.Disposition : BodyPartDecoder.ReadDisposition(this);
        init => Made!.Disposition = value;
    }

    /// <summary>The parts of a multipart; empty for any other part.</summary>
    public IReadOnlyList<BodyPart> Children
    {
        get => Inside as BodyPart[] ?? [];
        init
        {
            Made!.Children = [.. value];
            for (int i = 0; i < Made.Children.Length; i++)
                Made.Children[i].Adopt(this, i + 1);
        }
    }

    /// <summary>
    /// The envelope of an embedded message (message/rfc822 and message/global); null for any other part.
    /// </summary>
    public Envelope? Envelope
    {
        get => Made is { } made ? made.Envelope : (Inside as EmbeddedMessage)?.Envelope;
        init => Made!.Envelope = value;
    }

    /// <summary>
    /// The structure of an embedded message (message/rfc822 and message/global); null for any other part.
    /// </summary>
    public BodyPart? Body
    {
        get => Made is { } made ? made.Body : (Inside as EmbeddedMessage)?.Body;
        init
        {
            Made!.Body = value;
            value?.Adopt(this, 0);
        }
    }

    /// <summary>The Content-ID, with its angle brackets; null if there is none.</summary>
    public string? Id
    {
        get => Made is { } made ? made.Id : Field(BodyField.Id).Text;
        init => Made!.Id = value;
    }

    /// <summary>The Content-Description, encoded words decoded; null if there is none.</summary>
    public string? Description
    {
        get => Made is { } made ? made.Description : BodyPartDecoder.Decoded(Field(BodyField.Description));
        init => Made!.Description = value;
    }

    /// <summary>The transfer encoding of the part.</summary>
    public ContentTransferEncoding TransferEncoding
    {
        get => Made is { } made ? made.TransferEncoding : BodyPartDecoder.ReadEncoding(Field(BodyField.Encoding));
        init => Made!.TransferEncoding = value;
    }

    /// <summary>The encoded size of the part in octets; 0 for a multipart.</summary>
    public long Size
    {
        get => Made is { } made ? made.Size : Field(BodyField.Size).Count;
        init => Made!.Size = value;
    }

    /// <summary>The size of a text or an embedded message in lines; null if the server does not report it.</summary>
    public long? Lines
    {
        get => Made is { } made ? made.Lines : Field(BodyField.Lines).TryGetCount(out long lines) ? lines : null;
        init => Made!.Lines = value;
    }

    /// <summary>The Content-MD5 (RFC 1864); null if there is none.</summary>
    public string? Md5
    {
        get => Made is { } made ? made.Md5 : Field(BodyField.Md5).Text;
        init => Made!.Md5 = value;
    }

    /// <summary>The Content-Language (RFC 3282): language tags; empty if there are none.</summary>
    public IReadOnlyList<string> Languages
    {
        get => Made is { } made ? made.Languages : BodyPartDecoder.ReadLanguages(Field(BodyField.Language));
        init => Made!.Languages = value;
    }

    /// <summary>The Content-Location (RFC 2557); null if there is none.</summary>
    public string? Location
    {
        get => Made is { } made ? made.Location : Field(BodyField.Location).Text;
        init => Made!.Location = value;
    }

    /// <summary>Data beyond what RFCs define, as it stands at the end of the list; usually empty.</summary>
    public ReadOnlyMemory<byte> ExtensionData =>
        _source is byte[] octets ? BodyPartDecoder.ReadExtensionData(octets, _start, Shape) : default;

    /// <summary>The file name that the sender proposed, never to be trusted as a path; null if there is none.</summary>
    public string? FileName => Disposition?.FileName ?? (Made?.ContentType.Parameters ?? Parameters).FileName("name");

    /// <summary>Whether the part contains other parts.</summary>
    public bool IsMultipart => Shape == BodyShape.Multipart;

    /// <summary>
    /// Whether a mail program would offer to save the part: according to its disposition, or to its name and type if it
    /// has none.
    /// </summary>
    public bool IsAttachment => BodyPartTree.IsAttachment(this);

    /// <summary>
    /// The section for fetching the part, such as <c>1.2</c> (RFC 9051 §6.4.5.1); <c>TEXT</c> for the root of a
    /// multipart message.
    /// </summary>
    public BodySection Section => BodyPartPath.SectionOf(this);

    /// <summary>This part and all parts below it, including embedded messages, each before its children.</summary>
    public IEnumerable<BodyPart> Parts => BodyPartTree.Walk(this, intoMessages: true);

    /// <summary>
    /// The parts below this one, or this one itself, that do not contain others. An embedded message counts as one such
    /// part.
    /// </summary>
    public IEnumerable<BodyPart> Leaves =>
        BodyPartTree.Walk(this, intoMessages: false).Where(static part => !part.IsMultipart && !part.IsEmpty);

    /// <summary>The <see cref="Leaves"/> that are attachments.</summary>
    public IEnumerable<BodyPart> Attachments => Leaves.Where(static part => part.IsAttachment);

    /// <summary>The number of <see cref="Leaves"/>, counted without decoding them.</summary>
    public int LeafCount =>
        _source is byte[] octets ? BodyStructureLeaves.Count(octets.AsSpan(_start)) : Leaves.Count();

    /// <summary>The first text/plain leaf that is not an attachment; null if there is none.</summary>
    public BodyPart? TextBody => BodyPartTree.FirstText(this, "plain");

    /// <summary>The first text/html leaf that is not an attachment; null if there is none.</summary>
    public BodyPart? HtmlBody => BodyPartTree.FirstText(this, "html");

    /// <summary>Whether the server sent <c>()</c>, NIL or something unreadable in place of a part.</summary>
    public bool IsEmpty => Shape == BodyShape.Empty;

    internal static BodyPart Empty { get; } = new("()"u8.ToArray(), 0, parent: null, number: 0);

    /// <summary>The part's position in its multipart, starting at 1; 0 for a root.</summary>
    internal int Number => _place >> ShapeBits;

    private BodyPartFields? Made => _source as BodyPartFields;

    MimeParameters IMimeParameterSource.Parameters => Parameters;

    MimeParameters IMimeParameterSource.DispositionParameters =>
        _dispositionParameters ??= BodyPartDecoder.ReadDispositionParameters(Field(BodyField.Disposition));

    private MimeParameters Parameters => _parameters ??= BodyParameters.Read(Field(BodyField.Parameters));

    internal BodyShape Shape => Made is { } made ? made.Shape : (BodyShape)(_place & ((1 << ShapeBits) - 1));

    private object? Inside =>
        Made is { } made ? made.Children : _inside ??= BodyPartDecoder.ReadInside((byte[])_source, _start, this);

    /// <summary>
    /// The part with this <see cref="Section"/> among all <see cref="Parts"/>, such as <c>1.2</c>; null if there is
    /// none, and if the text is not a section.
    /// </summary>
    public BodyPart? Find(string section) =>
        BodySection.TryParse(section, out BodySection? parsed) ? Find(parsed) : null;

    /// <summary>
    /// The part with this <see cref="Section"/> among all <see cref="Parts"/>; null if there is none.
    /// </summary>
    public BodyPart? Find(BodySection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Parts.FirstOrDefault(part => part.Section == section);
    }

    /// <summary>The media type, and the section if it is known.</summary>
    public override string ToString() => $"{Section} {ContentType}";

    /// <summary>A field of a part that came from a server; missing if it is absent or NIL.</summary>
    internal ResponseValue Field(BodyField field)
    {
        byte[] octets = (byte[])_source;
        _fields.Build(octets, _start, Shape);
        return _fields.Find(octets, _start, Shape, field);
    }

    internal static BodyPart Read(byte[] octets, int start, BodyPart? parent = null, int number = 0) =>
        new(octets, start, parent, number);

    private void Adopt(BodyPart parent, int number) => (Parent, _place) = (parent, number << ShapeBits);
}
