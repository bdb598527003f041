using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Says whether stored UIDs still identify the same messages (RFC 9051 §2.3.1.1): if it differs from the stored value,
/// stored UIDs are invalid.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<UidValidity>))]
public readonly record struct UidValidity
    : ISpanParsable<UidValidity>, ISpanFormattable, IUtf8SpanFormattable, IJsonForm<UidValidity>
{
    private const string Zero =
        "0 is not a UIDVALIDITY (RFC 9051 §2.3.1.1). Leave the value null if the server sent none.";

    /// <summary>Creates a UIDVALIDITY from its number.</summary>
    /// <param name="value">1 to 4294967295.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is 0.</exception>
    public UidValidity(uint value)
    {
        if (value == 0)
            throw new ArgumentOutOfRangeException(nameof(value), Zero);
        Value = value;
    }

    private static NumberForm<UidValidity> Form { get; } = new(
        number => number is > 0 and <= uint.MaxValue ? new UidValidity((uint)number) : null,
        value => value.Value,
        "a UIDVALIDITY",
        "1 to 4294967295");

    /// <summary>The number, 1 to 4294967295; 0 only in <c>default</c>, which stands for no value.</summary>
    public uint Value { get; }

    /// <summary>Creates a UIDVALIDITY from its number.</summary>
    public static explicit operator UidValidity(uint value) => new(value);

    /// <summary>The number of a UIDVALIDITY.</summary>
    public static explicit operator uint(UidValidity value) => value.Value;

    /// <summary>Parses the number in decimal, as IMAP writes it.</summary>
    /// <param name="text">Digits, 1 to 4294967295.</param>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public static UidValidity Parse(string text) => Form.Parse(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static UidValidity Parse(ReadOnlySpan<char> text) => Form.Parse(text);

    /// <summary>Parses the number in decimal; false if the text is not such a number.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out UidValidity number) =>
        TryParse(text.AsSpan(), out number);

    /// <inheritdoc cref="TryParse(string?, out UidValidity)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out UidValidity number) =>
        Form.TryParse(text, out number);

    static UidValidity IParsable<UidValidity>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static UidValidity ISpanParsable<UidValidity>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<UidValidity>.TryParse(string? s, IFormatProvider? provider, out UidValidity result) =>
        TryParse(s, out result);

    static bool ISpanParsable<UidValidity>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out UidValidity result) => TryParse(s, out result);

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
    internal static UidValidity? FromServer(uint value) => value == 0 ? null : new UidValidity(value);

    static JsonConverter<UidValidity> IJsonForm<UidValidity>.Form => new NumberJson<UidValidity>(Form);
}
