using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>What <see cref="UidSet"/> and <see cref="SequenceSet"/> share: numbers as merged ascending ranges, and apart from them what only the server can resolve.</summary>
internal readonly struct NumberSet : IEquatable<NumberSet>
{
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

    public bool IsEmpty => Ranges.Length == 0 && End == SetEnd.None;

    public bool IsAll => End == SetEnd.From && OpenFrom == 1;

    public long Count
    {
        get
        {
            RequireNumbers("counted");
            long count = 0;
            foreach (var (first, last) in Ranges) count += (long)last - first + 1;
            return count;
        }
    }

    public uint Min => Ranges is [var lowest, ..] ? lowest.First : OpenFrom;

    public uint Max => End == SetEnd.None && Ranges is [.., var highest] ? highest.Last : 0;

    public static NumberSet Range(uint from, uint to)
    {
        if (from == 0 || to == 0) throw new ArgumentException("default is no message: give the first and the last number of the range, both at least 1.", from == 0 ? nameof(from) : nameof(to));
        return new([from <= to ? new(from, to) : new(to, from)]);
    }

    public static NumberSet From(uint from) =>
        from == 0 ? throw new ArgumentException("default is no message: give the number that the open range starts with, at least 1.", nameof(from)) : new([], SetEnd.From, from);

    public static NumberSet Of(ReadOnlySpan<uint> numbers)
    {
        if (numbers.IsEmpty) return default;
        var builder = new NumberSetBuilder();
        foreach (var number in numbers)
        {
            if (number == 0) throw new ArgumentException("The set holds a default value, which is no message: leave it out.", nameof(numbers));
            builder.Add(number);
        }

        return builder.Build();
    }

    /// <summary>Whether the number is in the set whatever the mailbox holds: a * counts for nothing, an n:* for all from n on.</summary>
    public bool Contains(uint number)
    {
        if (number == 0) return false;
        if (End == SetEnd.From && number >= OpenFrom) return true;
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var (first, last) = Ranges[middle];
            if (number < first) high = middle - 1;
            else if (number > last) low = middle + 1;
            else return true;
        }

        return false;
    }

    public NumberSetEnumerator<TNumber> Enumerate<TNumber>()
        where TNumber : unmanaged
    {
        RequireNumbers("enumerated");
        return new(Ranges);
    }

    public bool Equals(NumberSet other) => End == other.End && OpenFrom == other.OpenFrom && Ranges.AsSpan().SequenceEqual(other.Ranges);

    public override bool Equals(object? obj) => obj is NumberSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(Ranges.AsSpan()));
        hash.Add(End);
        hash.Add(OpenFrom);
        return hash.ToHashCode();
    }

    public override string ToString() => NumberSetFormat.ToText(this);

    internal void RequireNumbers(string done)
    {
        if (End == SetEnd.None) return;
        throw new InvalidOperationException(
            $"The set {this} cannot be {done}: only the server knows which messages {(End == SetEnd.Saved ? "$" : "*")} stands for. Search with it, or use Resolve or a set of explicit numbers.");
    }
}
