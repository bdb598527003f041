using System.IO.Pipelines;

namespace ImapAsync.Tests;

/// <summary>Knows whether its reader waits for more after seeing everything that was written.</summary>
internal sealed class WatchedReader(PipeReader inner) : PipeReader
{
    private long _fed;
    private long _waitsSince;

    public bool IsWaiting => Interlocked.Read(ref _waitsSince) == Interlocked.Read(ref _fed);

    /// <summary>To be called before more is written.</summary>
    public void Fed() => Interlocked.Increment(ref _fed);

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        long fed = Interlocked.Read(ref _fed);
        ValueTask<ReadResult> read = inner.ReadAsync(cancellationToken);
        if (!read.IsCompleted)
            Waits(fed);
        return read;
    }

    public override bool TryRead(out ReadResult result) => inner.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => inner.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    // The thread that began to wait may report it late: more may have been written and read meanwhile.
    private void Waits(long fed)
    {
        long before = Interlocked.Read(ref _waitsSince);
        while (before < fed && Interlocked.CompareExchange(ref _waitsSince, fed, before) is var found && found != before)
            before = found;
    }
}
