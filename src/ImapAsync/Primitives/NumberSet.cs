using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// What <see cref="UidSet"/> and <see cref="SequenceSet"/> share: numbers as merged ascending ranges, and apart from
/// them what only the server can resolve.
/// </summary>
internal readonly struct NumberSet : IEquatable<NumberSet>
{
    private const string NoMessage =
        "default is no message: messages are numbered from 1. Leave it out, or give the number of a message.";
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

    public static NumberSet Range(uint from, uint to) =>
        new([new(Math.Min(RequireMessage(from), RequireMessage(to)), Math.Max(from, to))]);

    public static NumberSet From(uint from) => new([], SetEnd.From, RequireMessage(from));

    public static uint RequireMessage(uint number) =>
        number != 0 ? number : throw new ArgumentException(NoMessage, nameof(number));

    public static NumberSet Of(ReadOnlySpan<uint> numbers)
    {
        if (numbers.IsEmpty) return default;
        var builder = new NumberSetBuilder();
        foreach (var number in numbers) builder.Add(RequireMessage(number));
        return builder.Build();
    }

    /// <summary>
    /// Whether the number is in the set whatever the mailbox holds: a * counts for nothing, an n:* for all from n on.
    /// </summary>
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

    /// <summary>
    /// The set with the highest number there is in place of the * of n:*: it names the messages that are gone as well,
    /// and not the last one where that is below n.
    /// </summary>
    /// <exception cref="InvalidOperationException">* stands alone: no number can take its place.</exception>
    public NumberSet CloseEnd() => End switch
    {
        SetEnd.From => new([.. Ranges, new(OpenFrom, uint.MaxValue)]),
        SetEnd.Star => throw new InvalidOperationException(
            $"The set {this} cannot be asked for what is gone: * is the last message that is left. Name its UID, or "
            + $"{nameof(UidSet)}.{nameof(UidSet.From)} the first one that matters."),
        _ => this,
    };

    public NumberSetEnumerator<TNumber> Enumerate<TNumber>()
        where TNumber : unmanaged
    {
        RequireNumbers("enumerated");
        return new(Ranges);
    }

    public bool Equals(NumberSet other) =>
        End == other.End && OpenFrom == other.OpenFrom && Ranges.AsSpan().SequenceEqual(other.Ranges);

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
            $"The set {this} cannot be {done}: only the server knows which messages "
            + $"{(End == SetEnd.Saved ? "$" : "*")} stands for. "
            + (End == SetEnd.Saved
                ? "Search again and take the numbers."
                : "Call Resolve with the number of the last message first."));
    }
}
