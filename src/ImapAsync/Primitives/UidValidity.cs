using System.Globalization;

namespace ImapAsync;

/// <summary>
/// Tells whether UIDs remembered from an earlier session still mean the same messages (RFC 9051 §2.3.1.1): when it has
/// changed, they do not.
/// </summary>
public readonly record struct UidValidity
{
    private const string Zero =
        "0 is not a UIDVALIDITY (RFC 9051 §2.3.1.1). Leave the value null where the server gave none.";

    /// <summary>Makes a UIDVALIDITY from its number.</summary>
    /// <param name="value">1 to 4294967295.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is 0.</exception>
    public UidValidity(uint value)
    {
        if (value == 0) throw new ArgumentOutOfRangeException(nameof(value), Zero);
        Value = value;
    }

    /// <summary>The number, 1 to 4294967295; 0 only in <c>default</c>, which stands for no value.</summary>
    public uint Value { get; }

    /// <summary>Makes a UIDVALIDITY from its number.</summary>
    public static explicit operator UidValidity(uint value) => new(value);

    /// <summary>The number of a UIDVALIDITY.</summary>
    public static explicit operator uint(UidValidity value) => value.Value;

    /// <summary>The number in decimal, as IMAP writes it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    // Servers send 0 for what they do not know: that is no reason to lose the response.
    internal static UidValidity? FromServer(uint value) => value == 0 ? null : new UidValidity(value);
}
