using System.Buffers;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A line of numbers that goes on and on, as SEARCH answers in a large mailbox: its command takes it in parts while it
/// arrives, so that it is never held as a whole. Whatever is no number is left for the line's end, with all that
/// follows.
/// </summary>
internal sealed class NumberParts
{
    private const int LongLine = 32 << 10;

    // "* SEARCH " with a few spaces more than there should be.
    private const int LongestStart = 32;

    // Where one piece of memory ends and the next begins: the longest number, and a space.
    private const int Seam = 16;

    private static readonly SearchValues<byte> NumbersAndSpaces = SearchValues.Create(" 0123456789"u8);

    private readonly ResponseDispatcher _dispatcher;
    private readonly PendingCommand _taker;
    private bool _isOver;

    private NumberParts(ResponseDispatcher dispatcher, PendingCommand taker) =>
        (_dispatcher, _taker) = (dispatcher, taker);

    /// <summary>
    /// Takes the name off a long line whose end has not come, if the first command in flight takes it in parts; null
    /// where it has to come as a whole.
    /// </summary>
    /// <remarks>
    /// Only the first: an earlier one might want it. Nor may anything else need all its octets.
    /// </remarks>
    public static NumberParts? TryBegin(
        CommandQueue commands, ImapLimits limits, ResponseDispatcher dispatcher, ref ReadOnlySequence<byte> line)
    {
        // What none that is in progress owns may be another's.
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

    /// <summary>Takes the numbers that have come whole.</summary>
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

    /// <summary>The end of the line has come: takes what was left. Returns the command.</summary>
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

    // What follows the last space may go on.
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
