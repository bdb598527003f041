using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// A literal that its consumer reads straight from the connection's buffers, while the read loop waits. The read loop
/// takes over when others wait for an answer (then the consumer reads from memory what was read ahead), or when the
/// consumer has gone.
/// </summary>
internal sealed class InboundLiteral(long size, PipeReader source, FlowControl flow, bool isOpen = true)
{
    private readonly PipeReader _source = source;
    private OctetsAhead _ahead;
    private LiteralMoment _opened = isOpen ? LiteralMoment.Passed : default;
    private LiteralMoment _settled;
    private Exception? _failure;
    private bool _isReading;
    private bool _isStarved;
    private bool _loopIsReading;
    private bool _isHolding;
    private bool _isAbandoned;
    private bool _isBroken;
    private bool _completesSource;
    private bool _loopIsNeeded;

    /// <summary>The number of octets in the literal.</summary>
    public long Size { get; } = size;

    /// <summary>How many octets the consumer has not taken yet.</summary>
    public long Unread { get; private set; } = size;

    /// <summary>How many octets are still in the connection's stream.</summary>
    public long Left { get; private set; } = size;

    private Lock Lock => flow.LiteralLock;

    /// <summary>Whether its consumer met the end of the connection, which the connection does not know yet.</summary>
    public bool IsBroken
    {
        get
        {
            lock (Lock)
                return _isBroken;
        }
    }

    /// <summary>Whether a command waits for what follows the literal.</summary>
    public bool IsContended => Volatile.Read(ref _loopIsNeeded);

    /// <summary>The read loop has moved the source on to the literal's first octet: only now may it be read.</summary>
    public void Open()
    {
        lock (Lock)
            _opened.Come();
    }

    /// <summary>What the read loop must do next.</summary>
    public LiteralDuty NextDuty(bool othersWait)
    {
        lock (Lock)
        {
            _loopIsNeeded = othersWait;
            // The consumer who holds octets may be waiting for one of those others.
            if (_isReading)
                return othersWait && _isHolding ? LiteralDuty.WaitForRoom : LiteralDuty.Wait;
            if (Left == 0 || _isAbandoned)
            {
                _ahead.End();
                return Left == 0 ? LiteralDuty.Done : LiteralDuty.Discard;
            }

            if (!_isStarved)
            {
                if (!othersWait)
                    return LiteralDuty.Wait;
                if (flow.IsFull)
                    return LiteralDuty.WaitForRoom;
            }

            _ahead.Begin();
            _loopIsReading = true;
            return LiteralDuty.ReadAhead;
        }
    }

    /// <summary>The read loop has read some octets of the source itself, to keep them or to throw them away.</summary>
    public void Take(in ReadOnlySequence<byte> octets)
    {
        long length = octets.Length;
        lock (Lock)
        {
            bool keeps = !_isAbandoned && _ahead.HasBegun;
            if (keeps)
                _ahead.Keep(octets, flow);
            // Before the consumer may read from the source again.
            _source.AdvanceTo(octets.End);
            _loopIsReading = _isStarved = false;
            Left -= length;
            if (!keeps)
                return;
        }

        _ahead.Publish();
    }

    /// <summary>What follows the literal has been read: its message is as complete as it can be.</summary>
    public void Settle()
    {
        lock (Lock)
            _settled.Come();
    }

    /// <summary>
    /// The connection is lost. Its source is completed by the last one who reads it, so that no buffer goes back to the
    /// pool while the consumer looks at it.
    /// </summary>
    /// <returns>Whether that is the caller: nobody reads, and nobody will.</returns>
    public bool Fail(Exception exception)
    {
        bool isLast;
        lock (Lock)
        {
            _failure ??= exception;
            isLast = !_isReading;
            _completesSource = !isLast;
            _settled.Fail(exception);
            _opened.Come();
        }

        _ahead.End(Left > 0 ? exception : null);
        return isLast;
    }

    /// <summary>The consumer wants no more.</summary>
    public void Abandon()
    {
        bool isAwaited;
        lock (Lock)
        {
            if (_isAbandoned)
                return;
            _isAbandoned = true;
            _ahead.Abandon(flow);
            CompleteAhead();
            isAwaited = _ahead.IsInUse;
        }

        // A read that waits for what was to be read ahead would wait for ever.
        if (isAwaited)
            _ahead.CancelRead();
        flow.Parking.Resume();
    }

    /// <summary>The next octets; empty at the end. Must be followed by an advance.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ReadOnlySequence<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        if (WhenOpen() is { IsCompleted: false } opening)
            await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        PipeReader? reader = BeginRead();
        if (reader is null)
            return ReadOnlySequence<byte>.Empty;

        try
        {
            ReadResult result = await ReadFromAsync(reader, cancellationToken).ConfigureAwait(false);
            if (!result.Buffer.IsEmpty)
            {
                Hold();
                return result.Buffer.Slice(0, Math.Min(Unread, result.Buffer.Length));
            }
        }
        catch (OperationCanceledException)
        {
            EndRead(broken: false);
            throw;
        }
        catch (Exception exception)
        {
            EndRead(broken: true);
            throw _failure ?? Lost(exception);
        }

        bool hasGone = HasGone();
        EndRead(broken: !hasGone);
        throw _failure ?? (hasGone ? Gone() : Lost(null));
    }

    // The token of a read that was just too late to be cancelled may cancel the next one, which is then nobody's.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadResult> ReadFromAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            ValueTask<ReadResult> reading = reader.ReadAsync(cancellationToken);
            if (!reading.IsCompleted && reader != _source)
                Starve();
            ReadResult result = await reading.ConfigureAwait(false);
            if (!result.IsCanceled || !result.Buffer.IsEmpty || flow.HasEnded || (reader != _source && HasGone()))
                return result;
            reader.AdvanceTo(result.Buffer.Start);
        }
    }

    // The consumer has looked at all that was read ahead, and needs more before it can use any of it.
    private void Starve()
    {
        lock (Lock)
        {
            if (_loopIsReading || Left == 0)
                return;
            _isStarved = true;
        }

        flow.Parking.Resume();
    }

    /// <summary>
    /// The consumer has used the first <paramref name="octets"/> of what it read, up to <paramref name="consumed"/>.
    /// </summary>
    public void Advance(SequencePosition consumed, long octets) => Advance(consumed, consumed, octets);

    /// <summary>
    /// The consumer has used the first <paramref name="octets"/> of what it read, up to <paramref name="consumed"/>,
    /// and looked at more.
    /// </summary>
    public void Advance(SequencePosition consumed, SequencePosition examined, long octets)
    {
        bool resume;
        lock (Lock)
        {
            Unread -= octets;
            if (_isReading)
            {
                _source.AdvanceTo(consumed, examined);
                CompleteSource();
                Left -= octets;
                _isReading = _isHolding = false;
                flow.Moved();
                resume = Left == 0 || _loopIsNeeded || _isAbandoned;
            }
            else
            {
                _ahead.Advance(consumed, examined);
                if (!_isAbandoned)
                    _ahead.Consumed(octets, flow);
                resume = true;
            }

            CompleteAhead();
        }

        if (resume)
            flow.Parking.Resume();
    }

    /// <summary>Completes once what follows the literal has been read.</summary>
    public Task WhenSettledAsync()
    {
        lock (Lock)
            return _settled.WhenCome(_failure);
    }

    // Rarely more than the moment between the parsing of what stands before a message's second literal and the end of
    // that read.
    private Task WhenOpen()
    {
        lock (Lock)
            return _opened.WhenCome();
    }

    private PipeReader? BeginRead()
    {
        lock (Lock)
        {
            if (_failure is not null && Left > 0)
                throw _failure;
            if (_isReading)
                throw new InvalidOperationException("The body is being read already: it has one reader at a time.");
            if (_isAbandoned && Unread > 0)
                throw Gone();
            if (Unread == 0)
                return null;
            if (_ahead.HasUnread || _loopIsReading)
                return _ahead.Use();

            _isReading = true;
            flow.CallersTurn(-1);
            return _source;
        }
    }

    // From here on it is the consumer's turn again, and no longer the server's.
    private void Hold()
    {
        bool tell;
        lock (Lock)
        {
            if (!_isReading)
                return;
            _isHolding = true;
            flow.CallersTurn(1);
            tell = _loopIsNeeded;
        }

        if (tell)
            flow.Parking.ResumeElsewhere();
    }

    private void EndRead(bool broken)
    {
        lock (Lock)
        {
            if (_isReading)
            {
                flow.CallersTurn(1);
                CompleteSource();
            }

            _isReading = false;
            // The read loop reads on and meets the same end, which is then the connection's.
            _isAbandoned |= broken;
            _isBroken |= broken;
            _ahead.Leave();
            CompleteAhead();
        }

        flow.Parking.Resume();
    }

    // What was read ahead and is of no use any more goes back to the pool, but not while the consumer looks at it.
    private void CompleteAhead()
    {
        if (_isAbandoned || Unread == 0)
            _ahead.Complete();
    }

    private void CompleteSource()
    {
        if (_completesSource)
            _source.Complete();
    }

    private bool HasGone()
    {
        lock (Lock)
            return _isAbandoned && !_isBroken;
    }

    private static InvalidOperationException Gone() =>
        new("The body was left unread and is gone: it must be read before the loop moves on to the next message.");

    private ImapConnectionException Lost(Exception? cause) =>
        new($"The connection was lost {Unread} octets before the end of a literal of {Size} octets.",
            CommandOutcome.Unknown, byeText: null, cause);
}
