using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Back-pressure for streams: the read loop waits for a slow consumer only while nothing else waits for an answer.
/// Otherwise it reads ahead into memory, up to <see cref="ImapLimits.MaxReadAheadOctets"/>; if that is full and the
/// consumer makes no progress, the waiters are told why.
/// </summary>
internal sealed class FlowControl(ImapLimits limits, TimeProvider time, TimeSpan stallTimeout)
{
    private const long NotStalled = long.MinValue;

    // Much longer than it takes to begin to read a body, and much shorter than noticeable.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private Lock? _literalLock;
    private int _waiting;
    private int _waitersEver;
    private ITimer? _moment;
    private bool _isMomentArmed;
    private long _readAhead;
    private long _progress = time.GetTimestamp();
    private int _callersTurn;
    private long _stalledSince = NotStalled;
    private volatile bool _hasEnded;

    /// <inheritdoc cref="ImapLimits.MaxAnswerOctets"/>
    public long MaxAnswerOctets => limits.MaxAnswerOctets;

    /// <summary>The lock of the connection's literals, of which one is read at a time.</summary>
    public Lock LiteralLock => LazyInitializer.EnsureInitialized(ref _literalLock, static () => new Lock());

    /// <summary>Where the read loop waits.</summary>
    public Parking Parking { get; } = new();

    /// <summary>Whether the connection has ended: what is cancelled then stays cancelled.</summary>
    public bool HasEnded => _hasEnded;

    /// <summary>Whether as many octets as allowed have been read ahead.</summary>
    public bool IsFull => Interlocked.Read(ref _readAhead) >= limits.MaxReadAheadOctets;

    /// <summary>Whether anything waits for an answer, or for the next item of a stream.</summary>
    public bool SomebodyWaits => Volatile.Read(ref _waiting) > 0;

    public void End()
    {
        _hasEnded = true;
        _moment?.Dispose();
    }

    /// <summary>How many waiters there have been so far: comparing it shows whether there are new ones.</summary>
    public int WaitersEver => Volatile.Read(ref _waitersEver);

    public void WaiterAdded()
    {
        Interlocked.Increment(ref _waiting);
        Interlocked.Increment(ref _waitersEver);
        // The read loop may be waiting for a consumer that waits for this very answer.
        Parking.ResumeElsewhere();
    }

    public void WaiterRemoved() => Interlocked.Decrement(ref _waiting);

    /// <summary>Octets have been sent or received.</summary>
    public void Progressed() => Volatile.Write(ref _progress, time.GetTimestamp());

    /// <summary>How long no octet has been sent or received; zero while it is the caller's turn.</summary>
    public TimeSpan Silence =>
        Volatile.Read(ref _callersTurn) > 0 ? TimeSpan.Zero : time.GetElapsedTime(Volatile.Read(ref _progress));

    /// <summary>
    /// The connection waits for the caller, who reads a body or is the source of a literal being sent (+1), or the
    /// caller waits for the server again (-1).
    /// </summary>
    public void CallersTurn(int change)
    {
        Progressed();
        Interlocked.Add(ref _callersTurn, change);
    }

    /// <summary>Waits for progress of the consumer, without holding anything up.</summary>
    public ValueTask WaitForConsumerAsync()
    {
        Moved();
        return ParkAsync();
    }

    /// <summary>
    /// Waits for a consumer that was just woken, although others wait as well: it is about to read, and what it reads
    /// itself need not be kept for it. False, without a wait, if no consumer has made progress for too long.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> WaitAMomentAsync()
    {
        if (StalledFor() >= Moment)
            return false;
        if (!Volatile.Read(ref _isMomentArmed))
        {
            Volatile.Write(ref _isMomentArmed, true);
            _moment ??= time.CreateTimer(
                static state => ((FlowControl)state!).MomentOver(), this, Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
            _moment.Change(Moment, Timeout.InfiniteTimeSpan);
        }

        await ParkAsync().ConfigureAwait(false);
        return true;
    }

    public void Buffered(long octets) => Interlocked.Add(ref _readAhead, octets);

    public void Consumed(long octets)
    {
        Interlocked.Add(ref _readAhead, -octets);
        Moved();
    }

    /// <summary>The consumer has made progress.</summary>
    public void Moved() => Volatile.Write(ref _stalledSince, NotStalled);

    /// <summary>
    /// Waits for progress of the consumer; if there is none within the time allowed, <paramref name="onStall"/> is
    /// called, and the wait continues. The time carries over from one wait to the next: more waiters do not make
    /// earlier ones wait longer.
    /// </summary>
    public async ValueTask WaitForRoomAsync(Action onStall)
    {
        TimeSpan left = LeftToMove();
        ITimer timer = null!;
        timer = time.CreateTimer(
            static state => ((Action)state!)(), (Action)Stalled, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            timer.Change(left, Timeout.InfiniteTimeSpan);
            await ParkAsync().ConfigureAwait(false);
        }

        void Stalled()
        {
            // It may have made progress without making room.
            if (LeftToMove() is { Ticks: > 0 } more)
            {
                timer.Change(more, Timeout.InfiniteTimeSpan);
                return;
            }

            Moved();
            onStall();
        }
    }

    private TimeSpan LeftToMove()
    {
        TimeSpan left = stallTimeout - StalledFor();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // From now on, if it has made progress since the last check.
    private TimeSpan StalledFor()
    {
        Interlocked.CompareExchange(ref _stalledSince, time.GetTimestamp(), NotStalled);
        long since = Volatile.Read(ref _stalledSince);
        return since == NotStalled ? TimeSpan.Zero : time.GetElapsedTime(since);
    }

    private void MomentOver()
    {
        Volatile.Write(ref _isMomentArmed, false);
        Parking.ResumeElsewhere();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ParkAsync()
    {
        CallersTurn(1);
        await Parking.WaitAsync().ConfigureAwait(false);
        CallersTurn(-1);
    }
}
