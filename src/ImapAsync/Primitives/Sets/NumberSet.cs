using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// The content of <see cref="UidSet"/> and <see cref="SequenceSet"/>: numbers as merged ascending ranges, and
/// separately what only the server can resolve.
/// </summary>
internal readonly struct NumberSet : IEquatable<NumberSet>
{
    private const string NoMessage =
        "default is not a message: messages are numbered from 1. Leave it out, or pass the number of a message.";

    private readonly NumberRange<uint>[]? _ranges;

    /// <param name="ranges">Ascending, with a gap between each two, all below <paramref name="openFrom"/> - 1.</param>
    /// <param name="end">What follows the ranges.</param>
    /// <param name="openFrom">The n of n:*, otherwise 0.</param>
    internal NumberSet(NumberRange<uint>[] ranges, SetEnd end = SetEnd.None, uint openFrom = 0)
    {
        _ranges = ranges;
        End = end;
        OpenFrom = openFrom;
    }

    public static NumberSet All { get; } = new([], SetEnd.From, 1);

    public static NumberSet Saved { get; } = new([], SetEnd.Saved);

    public NumberRange<uint>[] Ranges => _ranges ?? [];

    public SetEnd End { get; }

    public uint OpenFrom { get; }

    public bool HasStar => End is SetEnd.Star or SetEnd.From;

    /// <summary>Whether it consists only of numbers.</summary>
    public bool IsExplicit => End == SetEnd.None;

    public bool IsEmpty => Ranges.Length == 0 && End == SetEnd.None;

    public bool IsAll => End == SetEnd.From && OpenFrom == 1;

    /// <summary>The number of numbers in the ranges; <see cref="End"/> is not counted.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            foreach ((uint first, uint last) in Ranges)
                count += (long)last - first + 1;
            return count;
        }
    }

    public uint Min => Ranges is [var lowest, ..] ? lowest.First : OpenFrom;

    public uint Max => End == SetEnd.None && Ranges is [.., var highest] ? highest.Last : 0;

    public static NumberSet Range(uint from, uint to) => new([new(Math.Min(from, to), Math.Max(from, to))]);

    public static uint RequireMessage(uint number) =>
        number != 0 ? number : throw new ArgumentException(NoMessage, nameof(number));

    /// <summary>
    /// Whether the number is in the set whatever the mailbox contains: a * does not count, an n:* counts for all from n
    /// on.
    /// </summary>
    public bool Contains(uint number)
    {
        if (number == 0)
            return false;
        if (End == SetEnd.From && number >= OpenFrom)
            return true;
        (int low, int high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            (uint first, uint last) = Ranges[middle];
            if (number < first)
                high = middle - 1;
            else if (number > last)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    public bool Equals(NumberSet other) =>
        End == other.End && OpenFrom == other.OpenFrom && Ranges.AsSpan().SequenceEqual(other.Ranges);

    public override bool Equals(object? obj) => obj is NumberSet other && Equals(other);

    public override int GetHashCode()
    {
        HashCode hash = new();
        hash.AddBytes(MemoryMarshal.AsBytes(Ranges.AsSpan()));
        hash.Add(End);
        hash.Add(OpenFrom);
        return hash.ToHashCode();
    }
}
