using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A message's position in the mailbox, counted from 1 (RFC 9051 §2.3.1.2). It changes when a message before it is
/// expunged; a <see cref="Uid"/> does not.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<SequenceNumber>))]
public readonly record struct SequenceNumber
    : IComparable<SequenceNumber>, ISpanParsable<SequenceNumber>, ISpanFormattable, IUtf8SpanFormattable,
        IJsonForm<SequenceNumber>
{
    private const string Zero =
        "0 is not a sequence number: the first message of a mailbox is 1 (RFC 9051 §2.3.1.2). Use null if there is no "
        + "message.";

    /// <summary>Creates a sequence number from its number.</summary>
    /// <param name="value">1 to 4294967295.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is 0.</exception>
    public SequenceNumber(uint value)
    {
        if (value == 0)
            throw new ArgumentOutOfRangeException(nameof(value), Zero);
        Value = value;
    }

    private static NumberForm<SequenceNumber> Form { get; } = new(
        number => number is > 0 and <= uint.MaxValue ? new SequenceNumber((uint)number) : null,
        value => value.Value,
        "a sequence number",
        "1 to 4294967295");

    /// <summary>The number, 1 to 4294967295; 0 only in <c>default</c>, which stands for no message.</summary>
    public uint Value { get; }

    /// <summary>Creates a sequence number from its number.</summary>
    public static explicit operator SequenceNumber(uint value) => new(value);

    /// <summary>The number of a sequence number.</summary>
    public static explicit operator uint(SequenceNumber value) => value.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator <(SequenceNumber left, SequenceNumber right) => left.Value < right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator >(SequenceNumber left, SequenceNumber right) => left.Value > right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator <=(SequenceNumber left, SequenceNumber right) => left.Value <= right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator >=(SequenceNumber left, SequenceNumber right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(SequenceNumber other) => Value.CompareTo(other.Value);

    /// <summary>Parses the number in decimal, as IMAP writes it.</summary>
    /// <param name="text">Digits, 1 to 4294967295.</param>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public static SequenceNumber Parse(string text) => Form.Parse(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static SequenceNumber Parse(ReadOnlySpan<char> text) => Form.Parse(text);

    /// <summary>Parses the number in decimal; false if the text is not such a number.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SequenceNumber number) =>
        TryParse(text.AsSpan(), out number);

    /// <inheritdoc cref="TryParse(string?, out SequenceNumber)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out SequenceNumber number) =>
        Form.TryParse(text, out number);

    static SequenceNumber IParsable<SequenceNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static SequenceNumber ISpanParsable<SequenceNumber>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<SequenceNumber>.TryParse(string? s, IFormatProvider? provider, out SequenceNumber result) =>
        TryParse(s, out result);

    static bool ISpanParsable<SequenceNumber>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out SequenceNumber result) => TryParse(s, out result);

    /// <summary>The number in decimal, as IMAP writes it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, default, CultureInfo.InvariantCulture);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(utf8Destination, out bytesWritten, default, CultureInfo.InvariantCulture);

    // Servers send 0 for unknown values, which is no reason to lose the response.
    internal static SequenceNumber? FromServer(uint value) => value == 0 ? null : new SequenceNumber(value);

    static JsonConverter<SequenceNumber> IJsonForm<SequenceNumber>.Form => new NumberJson<SequenceNumber>(Form);
}
