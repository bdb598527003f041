using System.Globalization;

namespace ImapAsync;

/// <summary>
/// A message's unique identifier (RFC 9051 §2.3.1.1): it grows with every message added and is never used again while
/// <see cref="UidValidity"/> stays the same.
/// </summary>
public readonly record struct Uid : IComparable<Uid>
{
    private const string Zero =
        "0 is not a UID: UIDs start at 1 (RFC 9051 §2.3.1.1). Use null where there is no message.";

    /// <summary>Makes a UID from its number.</summary>
    /// <param name="value">1 to 4294967295.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is 0.</exception>
    public Uid(uint value)
    {
        if (value == 0) throw new ArgumentOutOfRangeException(nameof(value), Zero);
        Value = value;
    }

    /// <summary>The number, 1 to 4294967295; 0 only in <c>default</c>, which stands for no message.</summary>
    public uint Value { get; }

    /// <summary>Makes a UID from its number.</summary>
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

    /// <summary>The number in decimal, as IMAP writes it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    // Servers send 0 for what they do not know: that is no reason to lose the response.
    internal static Uid? FromServer(uint value) => value == 0 ? null : new Uid(value);
}
