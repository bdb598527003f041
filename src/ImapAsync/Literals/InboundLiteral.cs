using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// A literal that its consumer reads directly from the connection's buffers, while the read loop waits. The read loop
/// takes over if others wait for an answer (then the consumer reads from memory what was read ahead), or if the
/// consumer is gone.
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

    /// <summary>
    /// Whether its consumer has met the end of the connection before the connection itself knows of it.
    /// </summary>
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

    /// <summary>The read loop has advanced the source to the literal's first octet: only now may it be read.</summary>
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
            // The consumer that holds octets may itself be waiting for one of those other answers.
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

    /// <summary>The read loop has read some octets of the source itself, to keep or discard them.</summary>
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
    /// The connection is lost. The last reader of the source completes it, so that no buffer returns to the pool while
    /// the consumer uses it.
    /// </summary>
    /// <returns>Whether that is the caller: nothing is reading, or ever will.</returns>
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

    /// <summary>The consumer needs no more.</summary>
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

        // A read that waits for octets to be read ahead would wait for ever.
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

    // The cancellation of a read that came just too late may cancel the next one, which did not ask for it.
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

    // The consumer has examined everything that was read ahead, and needs more before it can use any of it.
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
    /// and examined more.
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

    // Rarely more than the moment between parsing what precedes a message's second literal and the end of that read.
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
            {
                throw new InvalidOperationException(
                    "The body is already being read: it can have only one reader at a time.");
            }

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

    // From now on it is the consumer's turn again, and no longer the server's.
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
            // The read loop continues and meets the same end, which is then the connection's.
            _isAbandoned |= broken;
            _isBroken |= broken;
            _ahead.Leave();
            CompleteAhead();
        }

        flow.Parking.Resume();
    }

    // What was read ahead and is no longer needed returns to the pool, but not while the consumer looks at it.
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
