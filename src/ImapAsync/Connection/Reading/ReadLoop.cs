using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>
/// The only reader of the connection, and always active: EXISTS, BYE and a dead peer are seen when they occur, not at
/// the next command. It scans for the end of a response, and only then has it parsed.
/// </summary>
internal sealed class ReadLoop(
    ConnectionContext context, CommandQueue commands, ConnectionEnd end, ResponseDispatcher dispatcher)
{
    // A response is examined again for each of its literals: one with thousands is simply buffered.
    private const int MostLiteralsOffered = 100;

    // About a megabyte: the thread switch that follows is negligible in comparison.
    private const int MostReadsInARow = 16;

    private ResponseScanner _scanner = new(context.Limits);
    private StreamingCommand? _owner;
    private PendingCommand? _taker;
    private InboundLiteral? _literal;
    private LiteralPump? _pump;
    private NumberParts? _numbers;
    private byte[] _scratch = [];
    private int _offered;
    private WireLog? _wire;

    private LiteralPump Pump => _pump ??= new LiteralPump(context, commands, end);

    /// <summary>
    /// Reads until the connection ends, and releases what was read and is no longer needed; never throws.
    /// </summary>
    public async Task RunAsync()
    {
        try
        {
            // An upgrade replaces the reader.
            for (int reads = 1; ; reads++)
            {
                ReadResult result = await context.Transport.Input.ReadAsync().ConfigureAwait(false);
                ReadStop stop = Take(context.Transport.Input, result);
                if (stop == ReadStop.End)
                    break;
                if (stop != ReadStop.Incomplete)
                    await GoOnAfterAsync(stop).ConfigureAwait(false);
                // The thread may be borrowed from a consumer (Parking), who gets it back however much the server
                // sends.
                if (reads % MostReadsInARow == 0)
                    await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }
        }
        catch (Exception exception)
        {
            end.Fail(ConnectionFault.Of(exception));
        }

        ReleaseScratch();
        if (_literal?.Fail(end.Fault!.ToException(_owner!)) != false)
            await context.Transport.Input.CompleteAsync().ConfigureAwait(false);
    }

    private ReadStop Take(PipeReader input, in ReadResult result)
    {
        commands.Flow.Progressed();
        ReadOnlySequence<byte> buffer = result.Buffer;
        if (result.IsCanceled && end.Fault is not null)
            return ReadStop.End;

        _wire = context.Wire.IfEnabled;
        ReadStop stop = Consume(ref buffer);
        context.Telemetry.Received(result.Buffer.Length - buffer.Length);
        if (stop != ReadStop.Incomplete)
        {
            input.AdvanceTo(buffer.Start);
            return stop;
        }

        TakeUnended(buffer, isLast: result.IsCompleted);
        input.AdvanceTo(buffer.Start, buffer.End);
        Publish();
        dispatcher.AllTaken();
        if (!result.IsCompleted)
            return ReadStop.Incomplete;
        end.FailAtEndOfStream(midResponse: !buffer.IsEmpty || _literal is not null || _numbers is not null);
        return ReadStop.End;
    }

    private ValueTask GoOnAfterAsync(ReadStop stop)
    {
        switch (stop)
        {
            case ReadStop.Literal:
                int? waiters = _owner!.IsAwaited ? commands.Flow.WaitersEver : null;
                Publish();
                return Pump.StreamAsync(_literal!, _owner, context.Transport.Input, waiters);
            case ReadStop.Full:
                PendingCommand full = _taker!;
                Publish();
                return Pump.WaitForConsumerAsync(full);
            default:
                Publish();
                return dispatcher.UpgradeAsync();
        }
    }

    // The last line before the server closes the connection may lack its line end.
    private void TakeUnended(in ReadOnlySequence<byte> rest, bool isLast)
    {
        if (!isLast)
            dispatcher.Waits(rest);
        else if (!rest.IsEmpty && _owner is null && _numbers is null && dispatcher.TakesUnended(Contiguous(rest)))
            Complete(rest, lineStart: 0);
        ReleaseScratch();
    }

    // Takes all complete responses, unless the loop has to do something else first.
    private ReadStop Consume(ref ReadOnlySequence<byte> buffer)
    {
        while (true)
        {
            ScanStatus status = _scanner.Scan(buffer);
            if (status == ScanStatus.Incomplete)
            {
                TakeNumbers(ref buffer);
                return ReadStop.Incomplete;
            }

            if (status == ScanStatus.Literal)
            {
                if (++_offered > MostLiteralsOffered || !TryStream(buffer))
                {
                    _scanner.BufferLiteral();
                    continue;
                }

                buffer = buffer.Slice(_scanner.End);
                _scanner.ResetAfterLiteral();
                return ReadStop.Literal;
            }

            _offered = 0;
            (long end, long lineStart) = (_scanner.End, _scanner.LineStart);
            _scanner.Reset();
            PendingCommand? taker = Complete(buffer.Slice(0, end), (int)lineStart);
            buffer = buffer.Slice(end);
            if (taker is { IsFull: true })
                return ReadStop.Full;
            if (dispatcher.HasUpgrade)
                return ReadStop.Upgrade;
        }
    }

    // Not after a literal. The wire log shows a line as a whole.
    private void TakeNumbers(ref ReadOnlySequence<byte> buffer)
    {
        if (_owner is not null || _scanner.LineStart > 0)
            return;

        long length = buffer.Length;
        if (_wire is null)
            _numbers ??= NumberParts.TryBegin(commands, context.Limits, dispatcher, ref buffer);
        _numbers?.Take(ref buffer);
        if (buffer.Length < length)
            _scanner.SkipInLine(length - buffer.Length);
    }

    private PendingCommand? Complete(in ReadOnlySequence<byte> response, int lineStart)
    {
        ReadOnlySpan<byte> octets = Contiguous(response);
        if (commands.HasSecretInFlight)
            octets = SecretEcho.Hide(octets, commands.FirstInFlight);
        _wire?.Received(octets, commands.HasSecretInFlight);
        // What looks like a line end before the last line belongs to a literal.
        octets = octets[..(lineStart + octets[lineStart..].TrimEnd("\r\n"u8).Length)];
        PendingCommand? taker;
        if (_numbers is not null)
        {
            taker = _numbers.End(octets);
            _numbers = null;
        }
        else if (_owner is null)
        {
            taker = dispatcher.Dispatch(octets);
        }
        else
        {
            taker = _owner;
            dispatcher.EndLiteral(_owner, octets);
            _owner = null;
            _literal!.Settle();
            _literal = null;
        }

        ReleaseScratch();
        Remember(taker);
        return taker;
    }

    // What one command has received must not wait for what the next receives.
    private void Remember(PendingCommand? taker)
    {
        if (taker is null)
            return;
        if (_taker != taker)
            _taker?.Publish();
        _taker = taker;
    }

    // Only now: the consumer of a literal continues from the current position of the input, immediately and on another
    // thread.
    private void Publish()
    {
        _literal?.Open();
        _taker?.Publish();
        _taker = null;
    }

    private bool TryStream(in ReadOnlySequence<byte> buffer)
    {
        if (_numbers is not null)
            return false;

        ReadOnlySpan<byte> head = Contiguous(buffer.Slice(0, _scanner.End));
        InboundLiteral literal = new(_scanner.Literal.Size, context.Transport.Input, commands.Flow, isOpen: false);
        if (_owner is null)
        {
            _owner = dispatcher.BeginLiteral(head, literal);
            _literal = _owner is null ? null : literal;
            if (_owner is not null)
            {
                Remember(_owner);
                _wire?.ReceivedHead(head, literal.Size);
            }

            ReleaseScratch();
            return _owner is not null;
        }

        InboundLiteral? before = _literal;
        if (!dispatcher.TryContinueLiteral(_owner, head, literal))
            return false;

        _literal = literal;
        _wire?.ReceivedHead(head, literal.Size);
        before?.Settle();
        ReleaseScratch();
        return true;
    }

    private ReadOnlySpan<byte> Contiguous(in ReadOnlySequence<byte> octets)
    {
        if (octets.IsSingleSegment)
            return octets.FirstSpan;

        int length = checked((int)octets.Length);
        if (_scratch.Length < length)
        {
            ReleaseScratch();
            _scratch = ArrayPool<byte>.Shared.Rent(length);
        }

        octets.CopyTo(_scratch);
        return _scratch.AsSpan(0, length);
    }

    // Between responses nothing is held, so that an idle connection is small.
    private void ReleaseScratch()
    {
        if (_scratch.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(_scratch);
        _scratch = [];
    }
}
