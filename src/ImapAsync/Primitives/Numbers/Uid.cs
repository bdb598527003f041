using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A message's unique identifier (RFC 9051 §2.3.1.1): it grows with every message added and is never reused while
/// <see cref="UidValidity"/> stays the same.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<Uid>))]
public readonly record struct Uid
    : IComparable<Uid>, ISpanParsable<Uid>, ISpanFormattable, IUtf8SpanFormattable, IJsonForm<Uid>
{
    private const string Zero =
        "0 is not a UID: UIDs start at 1 (RFC 9051 §2.3.1.1). Use null if there is no message.";

    /// <summary>Creates a UID from its number.</summary>
    /// <param name="value">1 to 4294967295.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is 0.</exception>
    public Uid(uint value)
    {
        if (value == 0)
            throw new ArgumentOutOfRangeException(nameof(value), Zero);
        Value = value;
    }

    private static NumberForm<Uid> Form { get; } = new(
        number => number is > 0 and <= uint.MaxValue ? new Uid((uint)number) : null,
        value => value.Value,
        "a UID",
        "1 to 4294967295");

    /// <summary>The number, 1 to 4294967295; 0 only in <c>default</c>, which stands for no message.</summary>
    public uint Value { get; }

    /// <summary>The lowest UID that a later message can have; 1 for <c>default</c>.</summary>
    /// <exception cref="InvalidOperationException">It is 4294967295, the last one.</exception>
    public Uid Next => Value < uint.MaxValue
        ? new Uid(Value + 1)
        : throw new InvalidOperationException(
            "4294967295 is the last UID: there is none after it. The server must assign new UIDs with a new "
            + "UIDVALIDITY (RFC 9051 §2.3.1.1).");

    /// <summary>Creates a UID from its number.</summary>
    public static explicit operator Uid(uint value) => new(value);

    /// <summary>The number of a UID.</summary>
    public static explicit operator uint(Uid value) => value.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator <(Uid left, Uid right) => left.Value < right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator >(Uid left, Uid right) => left.Value > right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator <=(Uid left, Uid right) => left.Value <= right.Value;

    /// <summary>Compares by number.</summary>
    public static bool operator >=(Uid left, Uid right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(Uid other) => Value.CompareTo(other.Value);

    /// <summary>Parses the number in decimal, as IMAP writes it.</summary>
    /// <param name="text">Digits, 1 to 4294967295.</param>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public static Uid Parse(string text) => Form.Parse(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static Uid Parse(ReadOnlySpan<char> text) => Form.Parse(text);

    /// <summary>Parses the number in decimal; false if the text is not such a number.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Uid number) =>
        TryParse(text.AsSpan(), out number);

    /// <inheritdoc cref="TryParse(string?, out Uid)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out Uid number) =>
        Form.TryParse(text, out number);

    static Uid IParsable<Uid>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Uid ISpanParsable<Uid>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Uid>.TryParse(string? s, IFormatProvider? provider, out Uid result) =>
        TryParse(s, out result);

    static bool ISpanParsable<Uid>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out Uid result) => TryParse(s, out result);

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
    internal static Uid? FromServer(uint value) => value == 0 ? null : new Uid(value);

    static JsonConverter<Uid> IJsonForm<Uid>.Form => new NumberJson<Uid>(Form);
}
