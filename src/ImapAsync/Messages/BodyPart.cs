namespace ImapAsync;

/// <summary>
/// A part of a message as BODYSTRUCTURE describes it (RFC 9051 §7.5.2), or the root of all parts. What the server left
/// out, and what cannot be read, has its default.
/// </summary>
public sealed class BodyPart
{
    private const int ShapeBits = 3;

    // The octets of a response, or the BodyPartFields of a part that was made by hand.
    private readonly object _source;
    private readonly int _start;

    // The number in the multipart, and the shape in the lowest bits: there are many parts.
    private int _place;

    // The children of a multipart, or the embedded message of a message part.
    private object? _inside;
    private MimeParameters? _parameters;
    private MimeParameters? _dispositionParameters;
    private BodyFieldIndex _fields;

    /// <summary>
    /// Makes a part by hand, as a test would: <c>new BodyPart { ContentType = new("text", "html"), Size = 200 }</c>.
    /// </summary>
    public BodyPart() => _source = new BodyPartFields();

    private BodyPart(byte[] octets, int start, BodyPart? parent, int number)
    {
        _source = octets;
        _start = start;
        _place = (number << ShapeBits) | (int)BodyStructureReader.ShapeOf(octets.AsSpan(start));
        Parent = parent;
    }

    /// <summary>The multipart or the message that the part is in; null for the root.</summary>
    public BodyPart? Parent { get; private set; }

    /// <summary>
    /// The media type, for a multipart <c>multipart/…</c>. Where the server tells none it is <c>text/plain</c>
    /// (RFC 2045 §5.2).
    /// </summary>
    public ContentType ContentType
    {
        get => Made is { } made ? made.ContentType : BodyPartDecoder.ReadContentType(this);
        init => Made!.ContentType = value;
    }

    /// <summary>
    /// How the part is meant to be shown, and under what name; null where it does not tell, and in answers to BODY.
    /// </summary>
    public ContentDisposition? Disposition
    {
        get => Made is { } made ? made.Disposition : BodyPartDecoder.ReadDisposition(this);
        init => Made!.Disposition = value;
    }

    /// <summary>The parts of a multipart; empty for every other part.</summary>
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
    /// The envelope of the message that the part is (message/rfc822 and message/global); null for every other part.
    /// </summary>
    public Envelope? Envelope
    {
        get => Made is { } made ? made.Envelope : (Inside as EmbeddedMessage)?.Envelope;
        init => Made!.Envelope = value;
    }

    /// <summary>
    /// The structure of the message that the part is (message/rfc822 and message/global); null for every other part.
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

    /// <summary>The Content-ID, with its angle brackets; null when there is none.</summary>
    public string? Id
    {
        get => Made is { } made ? made.Id : Field(BodyField.Id).Text;
        init => Made!.Id = value;
    }

    /// <summary>The Content-Description, encoded words decoded; null when there is none.</summary>
    public string? Description
    {
        get => Made is { } made ? made.Description : BodyPartDecoder.Decoded(Field(BodyField.Description));
        init => Made!.Description = value;
    }

    /// <summary>How the octets of the part are encoded in the message.</summary>
    public ContentTransferEncoding TransferEncoding
    {
        get => Made is { } made ? made.TransferEncoding : BodyPartDecoder.ReadEncoding(Field(BodyField.Encoding));
        init => Made!.TransferEncoding = value;
    }

    /// <summary>The size of the part in octets, as it is encoded in the message; 0 for a multipart.</summary>
    public long Size
    {
        get => Made is { } made ? made.Size : Field(BodyField.Size).Count;
        init => Made!.Size = value;
    }

    /// <summary>The size of a text or an embedded message in lines; null where the server does not tell.</summary>
    public long? Lines
    {
        get => Made is { } made ? made.Lines : Field(BodyField.Lines).TryGetCount(out long lines) ? lines : null;
        init => Made!.Lines = value;
    }

    /// <summary>The Content-MD5 (RFC 1864); null when there is none.</summary>
    public string? Md5
    {
        get => Made is { } made ? made.Md5 : Field(BodyField.Md5).Text;
        init => Made!.Md5 = value;
    }

    /// <summary>The Content-Language (RFC 3282): language tags; empty when there are none.</summary>
    public IReadOnlyList<string> Languages
    {
        get => Made is { } made ? made.Languages : BodyPartDecoder.ReadLanguages(Field(BodyField.Language));
        init => Made!.Languages = value;
    }

    /// <summary>The Content-Location (RFC 2557); null when there is none.</summary>
    public string? Location
    {
        get => Made is { } made ? made.Location : Field(BodyField.Location).Text;
        init => Made!.Location = value;
    }

    /// <summary>
    /// What the server says beyond what RFCs define, as it stands at the end of the list; usually empty.
    /// </summary>
    public ReadOnlyMemory<byte> ExtensionData =>
        _source is byte[] octets ? BodyPartDecoder.ReadExtensionData(octets, _start, Shape) : default;

    /// <summary>
    /// The name to save the part under, as the sender proposed it: never to be trusted as a path; null when there is
    /// none.
    /// </summary>
    public string? FileName => Disposition?.FileName ?? (Made?.ContentType.Parameters ?? Parameters).FileName("name");

    /// <summary>Whether the part consists of other parts.</summary>
    public bool IsMultipart => Shape == BodyShape.Multipart;

    /// <summary>
    /// Whether the part is one that a mail program offers to save: by its disposition, or by its name and type where
    /// there is none.
    /// </summary>
    public bool IsAttachment => BodyPartTree.IsAttachment(this);

    /// <summary>
    /// The section to fetch the part with, such as <c>1.2</c> (RFC 9051 §6.4.5.1); of a message with several parts,
    /// <c>TEXT</c>.
    /// </summary>
    public BodySection Section => BodyPartPath.SectionOf(this);

    /// <summary>This part and all parts below it, embedded messages included, each before its children.</summary>
    public IEnumerable<BodyPart> Parts => BodyPartTree.Walk(this, intoMessages: true);

    /// <summary>
    /// The parts below this one, or this one itself, that are not made of others. An embedded message is one such part.
    /// </summary>
    public IEnumerable<BodyPart> Leaves =>
        BodyPartTree.Walk(this, intoMessages: false).Where(static part => !part.IsMultipart && !part.IsEmpty);

    /// <summary>The <see cref="Leaves"/> that are attachments.</summary>
    public IEnumerable<BodyPart> Attachments => Leaves.Where(static part => part.IsAttachment);

    /// <summary>How many <see cref="Leaves"/> there are, counted without decoding them.</summary>
    public int LeafCount =>
        _source is byte[] octets ? BodyStructureLeaves.Count(octets.AsSpan(_start)) : Leaves.Count();

    /// <summary>The first text/plain leaf that is no attachment; null when there is none.</summary>
    public BodyPart? TextBody => BodyPartTree.FirstText(this, "plain");

    /// <summary>The first text/html leaf that is no attachment; null when there is none.</summary>
    public BodyPart? HtmlBody => BodyPartTree.FirstText(this, "html");

    /// <summary>Whether the server sent <c>()</c> or NIL where a part belongs, or what cannot be read.</summary>
    public bool IsEmpty => Shape == BodyShape.Empty;

    internal static BodyPart Empty { get; } = new("()"u8.ToArray(), 0, parent: null, number: 0);

    /// <summary>The part's place in its multipart, counted from 1; 0 for a root.</summary>
    internal int Number => _place >> ShapeBits;

    private BodyPartFields? Made => _source as BodyPartFields;

    internal MimeParameters Parameters => _parameters ??= BodyParameters.Read(Field(BodyField.Parameters));

    internal MimeParameters DispositionParameters =>
        _dispositionParameters ??= BodyPartDecoder.ReadDispositionParameters(Field(BodyField.Disposition));

    internal BodyShape Shape => Made is { } made ? made.Shape : (BodyShape)(_place & ((1 << ShapeBits) - 1));

    private object? Inside =>
        Made is { } made ? made.Children : _inside ??= BodyPartDecoder.ReadInside((byte[])_source, _start, this);

    /// <summary>The media type, and the section where it is known.</summary>
    public override string ToString() => $"{Section} {ContentType}";

    /// <summary>
    /// A field of a part that came from a server; missing where it does not have it, or has NIL there.
    /// </summary>
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
