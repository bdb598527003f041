using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Writes to a stream: one flush is one write, however the data was requested (the framework's own writer issues one
/// write for each of its segments), and no buffer is held between flushes.
/// </summary>
internal sealed class PooledPipeWriter(Stream stream) : PipeWriter, IDisposable
{
    private const int WorthNotCopying = 4096;

    private PooledBuffer _buffer = new();
    private CancellationTokenSource _cancel = new();
    private bool _completed;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _buffer.Length;

    /// <summary>Whether anything was ever sent.</summary>
    public bool HasWritten { get; private set; }

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        ThrowIfCompleted();
        return _buffer.GetMemory(sizeHint);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        ThrowIfCompleted();
        return _buffer.GetSpan(sizeHint);
    }

    public override void Advance(int bytes) => _buffer.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<byte> unflushed = _buffer.Written;
        if (unflushed.IsEmpty && !_cancel.IsCancellationRequested)
            return default;
        // Detached while it is sent, so that a completion from elsewhere cannot return what the stream still reads.
        return SendAsync(_buffer.Take(), unflushed, cancellationToken);
    }

    /// <summary>A large block with nothing before it is sent as it is, without a copy.</summary>
    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        ThrowIfCompleted();
        if (_buffer.Length == 0 && source.Length >= WorthNotCopying)
            return SendAsync([], source, cancellationToken);
        _buffer.Append(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => Volatile.Read(ref _cancel).Cancel();

    /// <summary>Discards what was not flushed.</summary>
    public override void Complete(Exception? exception = null)
    {
        _completed = true;
        _buffer.Clear();
    }

    public override async ValueTask CompleteAsync(Exception? exception = null)
    {
        if (!_completed && exception is null)
            await FlushAsync().ConfigureAwait(false);
        Complete(exception);
    }

    public void Dispose()
    {
        Complete();
        _cancel.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<FlushResult> SendAsync(
        byte[] taken, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        // Detached once: an upgrade disposes of this writer as soon as the peer agrees, possibly before the write has
        // completed.
        CancellationTokenSource cancel = _cancel;
        CancellationToken token = cancel.Token;
        HasWritten = true;
        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(), cancel);
        try
        {
            token.ThrowIfCancellationRequested();
            await stream.WriteAsync(bytes, token).ConfigureAwait(false);
            await stream.FlushAsync(token).ConfigureAwait(false);
            return default;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Volatile.Write(ref _cancel, new CancellationTokenSource());
            cancellationToken.ThrowIfCancellationRequested();
            return new FlushResult(isCanceled: true, isCompleted: false);
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            PooledBuffer.Return(taken);
        }
    }

    private void ThrowIfCompleted()
    {
        if (_completed)
            throw new InvalidOperationException("Writing is not allowed after the writer was completed.");
    }
}
