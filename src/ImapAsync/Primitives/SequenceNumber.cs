using System.Globalization;

namespace ImapAsync;

/// <summary>
/// A message's place in the mailbox, counted from 1 (RFC 9051 §2.3.1.2). It changes when a message before it is
/// expunged: a <see cref="Uid"/> does not.
/// </summary>
public readonly record struct SequenceNumber : IComparable<SequenceNumber>
{
    private const string Zero =
        "0 is not a sequence number: the first message of a mailbox is 1 (RFC 9051 §2.3.1.2). Use null "
        + "where there is no message.";

    /// <summary>Makes a sequence number from its number.</summary>
    /// <param name="value">1 to 4294967295.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is 0.</exception>
    public SequenceNumber(uint value)
    {
        if (value == 0) throw new ArgumentOutOfRangeException(nameof(value), Zero);
        Value = value;
    }

    /// <summary>The number, 1 to 4294967295; 0 only in <c>default</c>, which stands for no message.</summary>
    public uint Value { get; }

    /// <summary>Makes a sequence number from its number.</summary>
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

    /// <summary>The number in decimal, as IMAP writes it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    // Servers send 0 for what they do not know: that is no reason to lose the response.
    internal static SequenceNumber? FromServer(uint value) => value == 0 ? null : new SequenceNumber(value);
}
