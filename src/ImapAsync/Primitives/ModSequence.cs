using System.Globalization;

namespace ImapAsync;

/// <summary>
/// A modification sequence (RFC 7162 §3.1): every change to a message gives it a higher one than any before in that
/// mailbox.
/// </summary>
public readonly record struct ModSequence : IComparable<ModSequence>
{
    /// <summary>Makes a mod-sequence from its number.</summary>
    /// <param name="value">0 to 9223372036854775807; 0 comes before every change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> needs more than 63 bits.</exception>
    public ModSequence(ulong value)
    {
        if (value > long.MaxValue)
            throw new ArgumentOutOfRangeException(
                nameof(value), value, "A mod-sequence has 63 bits (RFC 7162 §3.1): at most 9223372036854775807.");
        Value = value;
    }

    /// <summary>The number, 0 to 9223372036854775807.</summary>
    public ulong Value { get; }

    /// <summary>Makes a mod-sequence from its number.</summary>
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

    /// <summary>The number in decimal, as IMAP writes it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    // Servers send 0 (Gmail) where they keep none; 64 bits were allowed by RFC 4551, but cannot be sent back to a
    // server of today.
    internal static ModSequence? FromServer(ulong value) =>
        value is 0 or > long.MaxValue ? null : new ModSequence(value);
}
