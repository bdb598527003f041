using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A modification sequence (RFC 7162 §3.1): every change to a message assigns it a value higher than any before in that
/// mailbox.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<ModSequence>))]
public readonly record struct ModSequence
    : IComparable<ModSequence>, ISpanParsable<ModSequence>, ISpanFormattable, IUtf8SpanFormattable,
        IJsonForm<ModSequence>
{
    /// <summary>Creates a mod-sequence from its number.</summary>
    /// <param name="value">0 to 9223372036854775807; 0 comes before every change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> needs more than 63 bits.</exception>
    public ModSequence(ulong value)
    {
        if (value > long.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, "A mod-sequence has 63 bits (RFC 7162 §3.1): at most 9223372036854775807.");
        }

        Value = value;
    }

    private static NumberForm<ModSequence> Form { get; } = new(
        number => number <= long.MaxValue ? new ModSequence(number) : null,
        value => value.Value,
        "a mod-sequence",
        "0 to 9223372036854775807");

    /// <summary>The number, 0 to 9223372036854775807.</summary>
    public ulong Value { get; }

    /// <summary>Creates a mod-sequence from its number.</summary>
    public static explicit operator ModSequence(ulong value) => new(value);

    /// <summary>The number of a mod-sequence.</summary>
    public static explicit operator ulong(ModSequence value) => value.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator <(ModSequence left, ModSequence right) => left.Value < right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator >(ModSequence left, ModSequence right) => left.Value > right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator <=(ModSequence left, ModSequence right) => left.Value <= right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator >=(ModSequence left, ModSequence right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(ModSequence other) => Value.CompareTo(other.Value);

    /// <summary>Parses the number in decimal, as IMAP writes it.</summary>
    /// <param name="text">Digits, 0 to 9223372036854775807.</param>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public static ModSequence Parse(string text) => Form.Parse(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ModSequence Parse(ReadOnlySpan<char> text) => Form.Parse(text);

    /// <summary>Parses the number in decimal; false if the text is not such a number.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ModSequence number) =>
        TryParse(text.AsSpan(), out number);

    /// <inheritdoc cref="TryParse(string?, out ModSequence)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out ModSequence number) =>
        Form.TryParse(text, out number);

    static ModSequence IParsable<ModSequence>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ModSequence ISpanParsable<ModSequence>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ModSequence>.TryParse(string? s, IFormatProvider? provider, out ModSequence result) =>
        TryParse(s, out result);

    static bool ISpanParsable<ModSequence>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ModSequence result) => TryParse(s, out result);

    /// <summary>The number in decimal, as IMAP writes it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, default, CultureInfo.InvariantCulture);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(utf8Destination, out bytesWritten, default, CultureInfo.InvariantCulture);

    // Servers that keep none send 0 (Gmail); RFC 4551 allowed 64 bits, but such values cannot be sent back to current
    // servers.
    internal static ModSequence? FromServer(ulong value) =>
        value is 0 or > long.MaxValue ? null : new ModSequence(value);

    static JsonConverter<ModSequence> IJsonForm<ModSequence>.Form => new NumberJson<ModSequence>(Form);
}
