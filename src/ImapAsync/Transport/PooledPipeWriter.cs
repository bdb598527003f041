using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Writes a stream: one flush is one write, whatever was asked for before it (the framework's own writer makes a write of each of its segments),
/// and between flushes no buffer is held.
/// </summary>
internal sealed class PooledPipeWriter(Stream stream) : PipeWriter, IDisposable
{
    private const int SmallestBuffer = 4096;

    private byte[] _buffer = [];
    private int _length;
    private bool _completed;
    private CancellationTokenSource _cancel = new();

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _length;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _buffer.AsMemory(_length);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _buffer.AsSpan(_length);
    }

    public override void Advance(int bytes)
    {
        if ((uint)bytes > (uint)(_buffer.Length - _length)) throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "More than the memory that was handed out.");
        _length += bytes;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<byte> unflushed = _buffer.AsMemory(0, _length);
        return _length == 0 && !_cancel.IsCancellationRequested ? default : SendAsync(TakeBuffer(), unflushed, cancellationToken);
    }

    /// <summary>A large block with nothing before it goes out as it is, uncopied.</summary>
    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        ThrowIfCompleted();
        if (_length == 0 && source.Length >= SmallestBuffer) return SendAsync([], source, cancellationToken);
        source.Span.CopyTo(GetSpan(source.Length));
        Advance(source.Length);
        return FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => Volatile.Read(ref _cancel).Cancel();

    /// <summary>Gives up what was not flushed.</summary>
    public override void Complete(Exception? exception = null)
    {
        _completed = true;
        ReturnToPool(TakeBuffer());
    }

    public override async ValueTask CompleteAsync(Exception? exception = null)
    {
        if (!_completed && exception is null) await FlushAsync().ConfigureAwait(false);
        Complete(exception);
    }

    public void Dispose()
    {
        Complete();
        _cancel.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<FlushResult> SendAsync(byte[] rented, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        CancellationTokenSource cancel = _cancel;
        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), cancel);
        try
        {
            await stream.WriteAsync(bytes, cancel.Token).ConfigureAwait(false);
            await stream.FlushAsync(cancel.Token).ConfigureAwait(false);
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
            ReturnToPool(rented);
        }
    }

    private void EnsureRoom(int sizeHint)
    {
        ThrowIfCompleted();
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        int needed = Math.Max(sizeHint, 1);
        if (_buffer.Length - _length >= needed) return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + needed), Math.Max(SmallestBuffer, (int)Math.Min(2L * _buffer.Length, Array.MaxLength))));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ReturnToPool(Interlocked.Exchange(ref _buffer, larger));
    }

    // Taken out while it is being sent, so that no completion from elsewhere can return to the pool what the stream still reads.
    private byte[] TakeBuffer()
    {
        _length = 0;
        return Interlocked.Exchange(ref _buffer, []);
    }

    private static void ReturnToPool(byte[] rented)
    {
        if (rented.Length > 0) ArrayPool<byte>.Shared.Return(rented);
    }

    private void ThrowIfCompleted()
    {
        if (_completed) throw new InvalidOperationException("Writing is not allowed after the writer was completed.");
    }
}
