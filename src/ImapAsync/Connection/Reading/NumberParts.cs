using System.Buffers;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A very long line of numbers, as SEARCH answers in a large mailbox: its command takes it in parts while it arrives,
/// so that it is never held as a whole. Anything that is not a number is left for the line's end, with all that
/// follows.
/// </summary>
internal sealed class NumberParts
{
    private const int LongLine = 32 << 10;

    // "* SEARCH " with a few spaces too many.
    private const int LongestStart = 32;

    // The boundary between two pieces of memory: the longest number, and a space.
    private const int Seam = 16;

    private static readonly SearchValues<byte> NumbersAndSpaces = SearchValues.Create(" 0123456789"u8);

    private readonly ResponseDispatcher _dispatcher;
    private readonly PendingCommand _taker;
    private bool _isOver;

    private NumberParts(ResponseDispatcher dispatcher, PendingCommand taker) =>
        (_dispatcher, _taker) = (dispatcher, taker);

    /// <summary>
    /// Removes the name of a long line whose end has not arrived, if the first command in flight takes it in parts;
    /// null if it must arrive as a whole.
    /// </summary>
    /// <remarks>
    /// Only the first: an earlier one might want it. Nor may anything else need all its octets.
    /// </remarks>
    public static NumberParts? TryBegin(
        CommandQueue commands, ImapLimits limits, ResponseDispatcher dispatcher, ref ReadOnlySequence<byte> line)
    {
        // A response that no command in progress owns may belong to another.
        if (commands.FirstInFlight is { Next: not null, Command.OwnedResponse: null })
            return null;
        if (line.Length < LongLine || commands.FirstInFlight is not { TakenInParts.IsEmpty: false } first
            || commands.HasSecretInFlight || IsKept(first))
        {
            return null;
        }

        ReadOnlySpan<byte> start = Copy(line, stackalloc byte[LongestStart]);
        if (!ResponseStart.TryReadStar(ResponseStart.Skip(start), out ReadOnlySpan<byte> raw))
            return null;
        UntaggedResponse response = new(raw, limits);
        ReadOnlySpan<byte> rest = response.Arguments.Remaining;
        if (!response.Is(first.TakenInParts) || rest is not [(byte)' ', ..])
            return null;

        line = line.Slice(start.Length - rest.Length);
        return new NumberParts(dispatcher, first);
    }

    /// <summary>Takes the numbers that have arrived completely.</summary>
    public void Take(ref ReadOnlySequence<byte> line)
    {
        Span<byte> seam = stackalloc byte[Seam];
        while (!_isOver && !line.IsEmpty)
        {
            scoped ReadOnlySpan<byte> part = WholeNumbers(line.FirstSpan);
            if (part.IsEmpty && !line.IsSingleSegment)
                part = WholeNumbers(Copy(line, seam));
            if (part.IsEmpty)
                return;
            _dispatcher.TakePart(_taker, part);
            line = line.Slice(part.Length);
        }
    }

    /// <summary>The end of the line has arrived: takes the rest. Returns the command.</summary>
    public PendingCommand End(ReadOnlySpan<byte> rest)
    {
        _dispatcher.TakePart(_taker, rest);
        return _taker;
    }

    private static bool IsKept(PendingCommand first)
    {
        PendingCommand? command = first;
        while (command is not null && !command.Command.KeepUntagged)
            command = command.Next;
        return command is not null;
    }

    // The token after the last space may continue.
    private ReadOnlySpan<byte> WholeNumbers(ReadOnlySpan<byte> octets)
    {
        int other = octets.IndexOfAnyExcept(NumbersAndSpaces);
        _isOver = other >= 0;
        return octets[..((_isOver ? octets[..other] : octets).LastIndexOf((byte)' ') + 1)];
    }

    private static ReadOnlySpan<byte> Copy(scoped in ReadOnlySequence<byte> line, Span<byte> target)
    {
        target = target[..(int)Math.Min(line.Length, target.Length)];
        line.Slice(0, target.Length).CopyTo(target);
        return target;
    }
}
