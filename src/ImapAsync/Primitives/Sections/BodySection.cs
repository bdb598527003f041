using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ImapAsync;

/// <summary>
/// A section that <c>BODY[…]</c> fetches (section-spec, RFC 9051 §6.4.5.1): the whole message, its header, some header
/// fields, its text, or a part of it: <c>BodySection.Full</c>, <c>BodySection.HeaderFields("Subject", "From")</c>,
/// <c>BodySection.Part(1, 2)</c>, <c>BodySection.Header.In(3)</c>.
/// </summary>
public sealed class BodySection : IEquatable<BodySection>
{
    private readonly int[] _part;
    private readonly BodySectionText _text;
    private readonly string[] _fields;
    private string? _printed;

    internal BodySection(BodySectionText text, int[] part, string[] fields)
    {
        _part = part;
        _text = text;
        _fields = fields;
    }

    /// <summary><c>[]</c>: the whole message, including its header.</summary>
    public static BodySection Full { get; } = new(BodySectionText.Full, [], []);

    /// <summary><c>[HEADER]</c>: the header of the message.</summary>
    public static BodySection Header { get; } = new(BodySectionText.Header, [], []);

    /// <summary><c>[TEXT]</c>: the message without its header.</summary>
    public static BodySection Text { get; } = new(BodySectionText.Text, [], []);

    /// <summary>The numbers of the part, from the outermost one; empty for the message itself.</summary>
    public ReadOnlySpan<int> PartNumbers => _part;

    /// <summary>The header fields of HEADER.FIELDS and HEADER.FIELDS.NOT; otherwise empty.</summary>
    public IReadOnlyList<string> FieldNames => _fields;

    internal BodySectionText Kind => _text;

    /// <summary>
    /// <c>[1.2]</c>: the content of a part, as it is encoded in the message, without its MIME header.
    /// </summary>
    /// <param name="numbers">The number of the part, from the outermost one; each is counted from 1.</param>
    /// <exception cref="ArgumentException">There is no number, or one below 1.</exception>
    public static BodySection Part(params ReadOnlySpan<int> numbers) => Full.In(numbers);

    /// <summary><c>[1.2.MIME]</c>: the MIME header of a part.</summary>
    /// <inheritdoc cref="Part"/>
    public static BodySection Mime(params ReadOnlySpan<int> numbers) =>
        new BodySection(BodySectionText.Mime, [], []).In(numbers);

    /// <summary><c>[HEADER.FIELDS (Subject From)]</c>: the header fields with these names.</summary>
    /// <param name="names">At least one name; case is ignored.</param>
    /// <exception cref="ArgumentException">
    /// There is no name, or one that is not valid for a header field (RFC 5322 §2.2).
    /// </exception>
    public static BodySection HeaderFields(params ReadOnlySpan<string> names) =>
        new(BodySectionText.HeaderFields, [], HeaderFieldNames.Require(names));

    /// <summary><c>[HEADER.FIELDS.NOT (Received)]</c>: the header without the fields with these names.</summary>
    /// <inheritdoc cref="HeaderFields"/>
    public static BodySection HeaderFieldsNot(params ReadOnlySpan<string> names) =>
        new(BodySectionText.HeaderFieldsNot, [], HeaderFieldNames.Require(names));

    /// <summary>
    /// Parses the text between the brackets: <c>1.2.HEADER.FIELDS (Subject From)</c>; an empty text is the whole
    /// message.
    /// </summary>
    /// <exception cref="FormatException">The text is not a section.</exception>
    public static BodySection Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out BodySection? section)
            ? section
            : throw new FormatException(
                $"\"{text}\" is not a body section. Write part numbers, and after them HEADER, HEADER.FIELDS (Subject "
                + "From), HEADER.FIELDS.NOT (Received), TEXT or MIME, such as 1.2.MIME; an empty text is the whole "
                + "message.");
    }

    /// <summary>
    /// Parses the text between the brackets: <c>1.2.HEADER.FIELDS (Subject From)</c>; false if it is not a section.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out BodySection? section)
    {
        section = null;
        return text is not null && BodySectionParser.TryParse(Encoding.UTF8.GetBytes(text), out section);
    }

    /// <summary>
    /// The same section of the message inside the part with this number: <c>BodySection.Header.In(1, 2)</c> is
    /// <c>[1.2.HEADER]</c>.
    /// </summary>
    /// <inheritdoc cref="Part"/>
    public BodySection In(params ReadOnlySpan<int> numbers)
    {
        if (numbers.IsEmpty)
        {
            throw new ArgumentException(
                "Pass the part's number, such as 1, 2; for the message itself use Full, Header or Text.",
                nameof(numbers));
        }

        foreach (int number in numbers)
        {
            if (number < 1)
            {
                throw new ArgumentException(
                    $"{number} is not a part number: parts are counted from 1 (RFC 9051 §6.4.5.1).", nameof(numbers));
            }
        }

        return new(_text, [.. numbers, .. _part], _fields);
    }

    /// <summary>Whether both name the same octets of a message.</summary>
    public static bool operator ==(BodySection? left, BodySection? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether they name different octets.</summary>
    public static bool operator !=(BodySection? left, BodySection? right) => !(left == right);

    /// <summary>
    /// Compares ignoring the case and the order of header fields, which servers change when they answer.
    /// </summary>
    public bool Equals(BodySection? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _text == other._text && _part.AsSpan().SequenceEqual(other._part)
            && HeaderFieldNames.AreSame(_fields, other._fields));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BodySection);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        hash.Add(_text);
        foreach (int number in _part)
            hash.Add(number);
        return hash.ToHashCode() + HeaderFieldNames.GetHashCode(_fields);
    }

    /// <summary>The text between the brackets: <c>1.2.HEADER.FIELDS (Subject From)</c>.</summary>
    public override string ToString() => _printed ??= BodySectionFormat.Print(this);
}
