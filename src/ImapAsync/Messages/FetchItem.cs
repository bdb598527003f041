namespace ImapAsync;

/// <summary>
/// An item that FETCH can request (fetch-att, RFC 9051 §6.4.5): <c>FetchItem.Envelope</c>, <c>FetchItem.Body()</c>.
/// </summary>
public sealed class FetchItem : IEquatable<FetchItem>
{
    private readonly string _written;

    private FetchItem(
        FetchItemKinds kind, string written, string property, BodySection? section = null, bool isBinary = false)
    {
        Kind = kind;
        _written = written;
        Property = property;
        Section = section;
        IsBinary = isBinary;
    }

    /// <summary>UID: the message's unique identifier. A UID FETCH always includes it.</summary>
    public static FetchItem Uid { get; } = new(FetchItemKinds.Uid, "UID", nameof(Uid));

    /// <summary>FLAGS: the flags that are set.</summary>
    public static FetchItem Flags { get; } = new(FetchItemKinds.Flags, "FLAGS", nameof(Flags));

    /// <summary>INTERNALDATE: when the message arrived in the mailbox.</summary>
    public static FetchItem InternalDate { get; } = new(
        FetchItemKinds.InternalDate, "INTERNALDATE", nameof(InternalDate));

    /// <summary>RFC822.SIZE: the size of the whole message in octets.</summary>
    public static FetchItem Size { get; } = new(FetchItemKinds.Size, "RFC822.SIZE", nameof(Size));

    /// <summary>ENVELOPE: date, subject, addresses and ids of the header.</summary>
    public static FetchItem Envelope { get; } = new(FetchItemKinds.Envelope, "ENVELOPE", nameof(Envelope));

    /// <summary>BODYSTRUCTURE: the parts of the message.</summary>
    public static FetchItem BodyStructure { get; } = new(
        FetchItemKinds.BodyStructure, "BODYSTRUCTURE", nameof(BodyStructure));

    /// <summary>
    /// BODY: <see cref="BodyStructure"/> without dispositions, languages, locations and the parameters of multiparts.
    /// </summary>
    public static FetchItem BasicBodyStructure { get; } = new(FetchItemKinds.Body, "BODY", nameof(BasicBodyStructure));

    /// <summary>MODSEQ: the mod-sequence (RFC 7162; capability CONDSTORE).</summary>
    public static FetchItem ModSequence { get; } = new(FetchItemKinds.ModSequence, "MODSEQ", nameof(ModSequence));

    /// <summary>SAVEDATE: when the message was saved in this mailbox (RFC 8514; capability SAVEDATE).</summary>
    public static FetchItem SaveDate { get; } = new(FetchItemKinds.SaveDate, "SAVEDATE", nameof(SaveDate));

    /// <summary>EMAILID: an identifier shared by all copies of a message (RFC 8474; capability OBJECTID).</summary>
    public static FetchItem EmailId { get; } = new(FetchItemKinds.EmailId, "EMAILID", nameof(EmailId));

    /// <summary>
    /// THREADID: an identifier shared by all messages of a conversation (RFC 8474; capability OBJECTID).
    /// </summary>
    public static FetchItem ThreadId { get; } = new(FetchItemKinds.ThreadId, "THREADID", nameof(ThreadId));

    /// <summary>PREVIEW: the first words of the text (RFC 8970; capability PREVIEW).</summary>
    public static FetchItem Preview { get; } = new(FetchItemKinds.Preview, "PREVIEW", nameof(Preview));

    /// <summary>
    /// PREVIEW (LAZY): the first words of the text if the server has them at hand, otherwise null (RFC 8970 §4.1).
    /// </summary>
    public static FetchItem LazyPreview { get; } = new(FetchItemKinds.Preview, "PREVIEW (LAZY)", nameof(LazyPreview));

    /// <summary>
    /// RFC822: the whole message, which sets <c>\Seen</c>; the same as <c>BodyMarkingSeen()</c> (RFC 3501 §6.4.5; not
    /// in IMAP4rev2).
    /// </summary>
    public static FetchItem Rfc822MarkingSeen { get; } = new(
        FetchItemKinds.Section, "RFC822", nameof(Rfc822MarkingSeen), BodySection.Full);

    /// <summary>
    /// RFC822.HEADER: the header of the message; the same as <c>Body(BodySection.Header)</c> (RFC 3501 §6.4.5; not
    /// in IMAP4rev2).
    /// </summary>
    public static FetchItem Rfc822Header { get; } = new(
        FetchItemKinds.Section, "RFC822.HEADER", nameof(Rfc822Header), BodySection.Header);

    /// <summary>
    /// RFC822.TEXT: the text of the message, which sets <c>\Seen</c>; the same as
    /// <c>BodyMarkingSeen(BodySection.Text)</c> (RFC 3501 §6.4.5; not in IMAP4rev2).
    /// </summary>
    public static FetchItem Rfc822TextMarkingSeen { get; } = new(
        FetchItemKinds.Section, "RFC822.TEXT", nameof(Rfc822TextMarkingSeen), BodySection.Text);

    /// <summary>
    /// The item's name in the response, such as <c>ENVELOPE</c>; for sections see <see cref="Section"/>.
    /// </summary>
    internal string Name => _written;

    internal FetchItemKinds Kind { get; }

    internal BodySection? Section { get; }

    internal bool IsBinary { get; }

    /// <summary>The member of this class that creates the item.</summary>
    internal string Property { get; }

    /// <summary>Whether its value can be as large as a message.</summary>
    internal bool IsStreamable =>
        Kind == FetchItemKinds.Section && Section is not null && StreamedLiteral.IsStreamable(Section);

    /// <summary>BODY[section]: the octets of a section; sets <c>\Seen</c>.</summary>
    /// <param name="section">The section. Default: the whole message.</param>
    public static FetchItem BodyMarkingSeen(BodySection? section = null) =>
        OfSection("BODY", nameof(BodyMarkingSeen), section ?? BodySection.Full, "");

    /// <summary>BODY[section]&lt;offset.count&gt;: a range of octets of a section; sets <c>\Seen</c>.</summary>
    /// <inheritdoc cref="Body(BodySection, long, long)"/>
    public static FetchItem BodyMarkingSeen(BodySection section, long offset, long count) =>
        OfSection("BODY", nameof(BodyMarkingSeen), section, Partial(offset, count));

    /// <summary>BODY.PEEK[section]: the octets of a section, without setting <c>\Seen</c>.</summary>
    /// <param name="section">The section. Default: the whole message.</param>
    public static FetchItem Body(BodySection? section = null) =>
        OfSection("BODY.PEEK", nameof(Body), section ?? BodySection.Full, "");

    /// <summary>
    /// BODY.PEEK[section]&lt;offset.count&gt;: a range of octets of a section, without setting <c>\Seen</c>.
    /// </summary>
    /// <param name="section">The section.</param>
    /// <param name="offset">The first octet, counted from 0; after the end there are no octets.</param>
    /// <param name="count">The maximum number of octets, at least 1.</param>
    public static FetchItem Body(BodySection section, long offset, long count) =>
        OfSection("BODY.PEEK", nameof(Body), section, Partial(offset, count));

    /// <summary>
    /// BINARY[part]: the octets of a part, its transfer encoding decoded by the server; sets <c>\Seen</c> (RFC 3516;
    /// capability BINARY).
    /// </summary>
    /// <inheritdoc cref="Binary(BodySection)"/>
    public static FetchItem BinaryMarkingSeen(BodySection part) =>
        OfPart(FetchItemKinds.Section, "BINARY", nameof(BinaryMarkingSeen), part, "");

    /// <summary>
    /// BINARY[part]&lt;offset.count&gt;: a range of decoded octets of a part; sets <c>\Seen</c> (RFC 3516; capability
    /// BINARY).
    /// </summary>
    /// <inheritdoc cref="Binary(BodySection, long, long)"/>
    public static FetchItem BinaryMarkingSeen(BodySection part, long offset, long count) =>
        OfPart(FetchItemKinds.Section, "BINARY", nameof(BinaryMarkingSeen), part, Partial(offset, count));

    /// <summary>
    /// BINARY.PEEK[part]: the octets of a part, its transfer encoding decoded by the server, without setting
    /// <c>\Seen</c> (RFC 3516; capability BINARY).
    /// </summary>
    /// <param name="part">A part by its number, or <see cref="BodySection.Full"/>.</param>
    /// <exception cref="ArgumentException">The section is a header or a text, which BINARY does not have.</exception>
    public static FetchItem Binary(BodySection part) =>
        OfPart(FetchItemKinds.Section, "BINARY.PEEK", nameof(Binary), part, "");

    /// <summary>
    /// BINARY.PEEK[part]&lt;offset.count&gt;: a range of decoded octets of a part, without setting <c>\Seen</c>
    /// (RFC 3516; capability BINARY).
    /// </summary>
    /// <param name="part">A part by its number, or <see cref="BodySection.Full"/>.</param>
    /// <param name="offset">The first decoded octet, counted from 0.</param>
    /// <param name="count">The maximum number of octets, at least 1.</param>
    /// <exception cref="ArgumentException">The section is a header or a text, which BINARY does not have.</exception>
    public static FetchItem Binary(BodySection part, long offset, long count) =>
        OfPart(FetchItemKinds.Section, "BINARY.PEEK", nameof(Binary), part, Partial(offset, count));

    /// <summary>
    /// BINARY.SIZE[part]: the size of a part in octets without its transfer encoding (RFC 3516; capability BINARY).
    /// </summary>
    /// <param name="part">A part by its number, or <see cref="BodySection.Full"/>.</param>
    /// <exception cref="ArgumentException">The section is a header or a text, which BINARY does not have.</exception>
    public static FetchItem BinarySize(BodySection part) =>
        OfPart(FetchItemKinds.BinarySize, "BINARY.SIZE", nameof(BinarySize), part, "");

    /// <summary>An item of an extension, sent verbatim, such as <c>X-GM-LABELS</c>.</summary>
    /// <param name="item">The item as in the command, not a macro such as FULL.</param>
    /// <exception cref="ArgumentException">
    /// The item is empty, or contains a character that would end the command's line.
    /// </exception>
    public static FetchItem Raw(string item)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(item);
        StringRules.RefuseLineBreaks(item);
        FetchItemName name = new(System.Text.Encoding.UTF8.GetBytes(item));
        bool hasSection = name.Kind is FetchItemKinds.Section or FetchItemKinds.BinarySize;
        BodySection? section = hasSection && BodySectionParser.TryParse(name.Section, out BodySection? parsed)
            ? parsed
            : null;
        return new FetchItem(name.Kind, item, nameof(Raw), section, name.IsBinary);
    }

    /// <summary>Both items.</summary>
    public static FetchItems operator |(FetchItem left, FetchItem right) => FetchItems.Of(left, right);

    /// <summary>Whether both are written in the same way.</summary>
    public static bool operator ==(FetchItem? left, FetchItem? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are written differently.</summary>
    public static bool operator !=(FetchItem? left, FetchItem? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(FetchItem? other) =>
        other is not null && string.Equals(_written, other._written, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FetchItem);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_written);

    /// <summary>The item as in the command, such as <c>BODY.PEEK[1.2]&lt;0.1024&gt;</c>.</summary>
    public override string ToString() => _written;

    private static FetchItem OfSection(string name, string property, BodySection section, string partial)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new FetchItem(FetchItemKinds.Section, $"{name}[{section}]{partial}", property, section);
    }

    private static FetchItem OfPart(FetchItemKinds kind, string name, string property, BodySection part, string partial)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (part.Kind != BodySectionText.Full)
        {
            throw new ArgumentException(
                $"{name} fetches parts by their number, not [{part}]: use BodySection.Part(1), or Body for headers "
                + "and texts (RFC 3516 §4.2).",
                nameof(part));
        }

        return new FetchItem(kind, $"{name}[{part}]{partial}", property, part, isBinary: true);
    }

    private static string Partial(long offset, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return $"<{offset}.{count}>";
    }
}
