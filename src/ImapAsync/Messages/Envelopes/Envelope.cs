namespace ImapAsync;

/// <summary>
/// The date, subject, addresses and ids in a message's header (RFC 9051 §7.5.2). Each value is decoded on access. What
/// the header does not have, and what cannot be read, is empty or null.
/// </summary>
public sealed class Envelope
{
    private const int RareLists = 3;

    // The octets of a response, or the EnvelopeFields of an envelope created by the caller.
    private readonly object _source;
    private readonly int _start;
    private readonly EnvelopeIndex _fields;

    private string? _subject;
    private IReadOnlyList<EmailAddress>? _from;
    private IReadOnlyList<EmailAddress>? _to;
    private IReadOnlyList<EmailAddress>? _cc;
    private IReadOnlyList<EmailAddress>?[]? _rare;

    /// <summary>Creates an envelope by hand, for tests: <c>new Envelope { Subject = "Hello" }</c>.</summary>
    public Envelope() => _source = new EnvelopeFields();

    internal Envelope(byte[] octets, int start)
    {
        _source = octets;
        _start = start;
        _fields = new EnvelopeIndex(octets.AsSpan(start));
    }

    /// <summary>
    /// When the message was written, according to its header, with the zone given there
    /// (<see cref="IsDateZoneKnown"/>); null if there is no date, or if it cannot be parsed.
    /// </summary>
    public DateTimeOffset? Date
    {
        get => Made is { } made
            ? made.Date
            : MailDate.TryParse(Field(EnvelopeField.Date).String.Bytes, out DateTimeOffset date) ? date : null;
        init => Made!.Date = value;
    }

    /// <summary>
    /// Whether the time zone of <see cref="Date"/> was given. If it was not (<c>-0000</c>, an unknown name, or an
    /// offset that no place has, such as <c>+9900</c>), the date is read as UTC (RFC 5322 §4.3).
    /// </summary>
    public bool IsDateZoneKnown =>
        Made is { } made
            ? made.Date is not null
            : MailDate.TryParse(Field(EnvelopeField.Date).String.Bytes, out _, out bool isZoneKnown) && isZoneKnown;

    /// <summary>The date as it stands in the header, even if it cannot be parsed; null if there is none.</summary>
    public string? DateText
    {
        get => Made is { } made ? made.DateText ?? made.Date?.ToString("r") : Field(EnvelopeField.Date).Text;
        init => Made!.DateText = value;
    }

    /// <summary>The subject, encoded words decoded (RFC 2047); empty if there is none.</summary>
    public string Subject
    {
        get =>
            Made is { } made ? made.Subject : _subject ??= HeaderText.Decode(Field(EnvelopeField.Subject).String.Bytes);
        init => Made!.Subject = value;
    }

    /// <summary>The authors of the message.</summary>
    public IReadOnlyList<EmailAddress> From
    {
        get => Made is { } made ? made.From : _from ??= EnvelopeAddresses.Read(Field(EnvelopeField.From));
        init => Made!.From = value;
    }

    /// <summary>The sender; the same as <see cref="From"/> if the header does not specify one.</summary>
    public IReadOnlyList<EmailAddress> Sender
    {
        get => Made is { } made ? made.Sender ?? made.From : FromOr(EnvelopeField.Sender);
        init => Made!.Sender = value;
    }

    /// <summary>The addresses for replies; the same as <see cref="From"/> if the header does not specify any.</summary>
    public IReadOnlyList<EmailAddress> ReplyTo
    {
        get => Made is { } made ? made.ReplyTo ?? made.From : FromOr(EnvelopeField.ReplyTo);
        init => Made!.ReplyTo = value;
    }

    /// <summary>The recipients.</summary>
    public IReadOnlyList<EmailAddress> To
    {
        get => Made is { } made ? made.To : _to ??= EnvelopeAddresses.Read(Field(EnvelopeField.To));
        init => Made!.To = value;
    }

    /// <summary>The recipients of copies.</summary>
    public IReadOnlyList<EmailAddress> Cc
    {
        get => Made is { } made ? made.Cc : _cc ??= EnvelopeAddresses.Read(Field(EnvelopeField.Cc));
        init => Made!.Cc = value;
    }

    /// <summary>The recipients of copies whom the others do not see.</summary>
    public IReadOnlyList<EmailAddress> Bcc
    {
        get => Made is { } made ? made.Bcc : Rare(EnvelopeField.Bcc, 2);
        init => Made!.Bcc = value;
    }

    /// <summary>
    /// The id of the message that this one replies to, with its angle brackets; there may be several; null if there is
    /// none.
    /// </summary>
    public string? InReplyTo
    {
        get => Made is { } made ? made.InReplyTo : Field(EnvelopeField.InReplyTo).Text;
        init => Made!.InReplyTo = value;
    }

    /// <summary>The message's id, with its angle brackets; null if there is none.</summary>
    public string? MessageId
    {
        get => Made is { } made ? made.MessageId : Field(EnvelopeField.MessageId).Text;
        init => Made!.MessageId = value;
    }

    internal static Envelope Empty { get; } = new();

    private EnvelopeFields? Made => _source as EnvelopeFields;

    /// <summary>The subject.</summary>
    public override string ToString() => Subject;

    private ResponseValue Field(EnvelopeField field) => _fields.Find(((byte[])_source).AsSpan(_start), field);

    // Servers repeat the From list if the header has no Sender or Reply-To: then it is decoded once.
    private IReadOnlyList<EmailAddress> FromOr(EnvelopeField field)
    {
        ReadOnlySpan<byte> octets = Field(field).Octets;
        return octets.SequenceEqual(Field(EnvelopeField.From).Octets)
            ? From
            : Rare(field, field - EnvelopeField.Sender);
    }

    private IReadOnlyList<EmailAddress> Rare(EnvelopeField field, int slot)
    {
        ResponseValue list = Field(field);
        if (!list.IsList)
            return [];
        _rare ??= new IReadOnlyList<EmailAddress>?[RareLists];
        return _rare[slot] ??= EnvelopeAddresses.Read(list);
    }
}
