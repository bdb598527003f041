using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>Reads from the pipe what a socket received, and reports errors as a socket's stream does.</summary>
/// <param name="pipe">The reading end of the pipe.</param>
internal sealed class SocketPipeReader(PipeReader pipe) : PipeReader
{
    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            ValueTask<ReadResult> reading = pipe.ReadAsync(cancellationToken);
            return reading.IsCompletedSuccessfully ? reading : WaitAsync(reading);
        }
        catch (Exception failure) when (SocketPipeStream.Explain(failure) is { } reason)
        {
            throw new IOException(reason, failure);
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        try
        {
            return pipe.TryRead(out result);
        }
        catch (Exception failure) when (SocketPipeStream.Explain(failure) is { } reason)
        {
            throw new IOException(reason, failure);
        }
    }

    public override void AdvanceTo(SequencePosition consumed) => pipe.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) =>
        pipe.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => pipe.CancelPendingRead();

    public override void Complete(Exception? exception = null) => pipe.Complete(exception);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<ReadResult> WaitAsync(ValueTask<ReadResult> reading)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (Exception failure) when (SocketPipeStream.Explain(failure) is { } reason)
        {
            throw new IOException(reason, failure);
        }
    }
}
