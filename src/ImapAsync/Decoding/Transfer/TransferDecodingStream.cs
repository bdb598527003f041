using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Decodes while being read, with one pooled buffer however large the part is, and directly into the reader's buffer
/// unless that is tiny. Owns its source.
/// </summary>
internal sealed class TransferDecodingStream<TDecoder>(Stream source) : Stream
    where TDecoder : struct, ITransferDecoder
{
    // The first octets of the buffer keep decoded octets for readers with less space than a decoder needs; the others
    // hold input.
    private const int InputStart = ITransferDecoder.LeastDestination;
    private const int BufferSize = 32 * 1024;

    private TDecoder _decoder = new();
    private byte[]? _buffer;
    private int _spareStart;
    private int _spareEnd;
    private int _start = InputStart;
    private int _end = InputStart;
    private bool _sourceEnded;
    private bool _finished;
    private bool _reading;
    private bool _disposed;

    public override bool CanRead => !_disposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length =>
        throw new NotSupportedException("The decoded length is not known before the part is read.");

    public override long Position
    {
        get => throw new NotSupportedException("A decoded part has no position: count what is read.");
        set => throw new NotSupportedException("A decoded part can only be read from start to end.");
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<int>(cancellationToken);
        int count = Take(buffer.Span);
        return count > 0 || _finished || buffer.IsEmpty
            ? new ValueTask<int>(count)
            : FillAndReadAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (buffer.IsEmpty)
            return 0;
        while (true)
        {
            int count = Take(buffer);
            if (count > 0 || _finished)
                return count;
            Filled(source.Read(FreeSpace().Span));
        }
    }

    public override void Flush()
    {
        // Nothing is ever written, so nothing is pending.
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("A decoded part can only be read from start to end.");

    public override void SetLength(long value) => throw new NotSupportedException("A decoded part is read-only.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A decoded part is read-only.");

    public override async ValueTask DisposeAsync()
    {
        if (Release())
            await source.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Release())
            source.Dispose();
        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> FillAndReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            Memory<byte> free = FreeSpace();
            _reading = true;
            try
            {
                Filled(await source.ReadAsync(free, cancellationToken).ConfigureAwait(false));
            }
            finally
            {
                _reading = false;
            }

            ObjectDisposedException.ThrowIf(_disposed, this);
            int count = Take(buffer.Span);
            if (count > 0 || _finished)
                return count;
        }
    }

    private int Take(Span<byte> destination)
    {
        if (_spareStart == _spareEnd && destination.Length >= ITransferDecoder.LeastDestination)
            return Decode(destination);
        if (_spareStart == _spareEnd && _buffer is not null)
        {
            _spareStart = 0;
            _spareEnd = Decode(_buffer.AsSpan(0, InputStart));
        }

        int count = Math.Min(_spareEnd - _spareStart, destination.Length);
        _buffer.AsSpan(_spareStart, count).CopyTo(destination);
        _spareStart += count;
        return count;
    }

    private int Decode(Span<byte> destination)
    {
        if (_finished || _buffer is null)
            return 0;
        ref TDecoder decoder = ref _decoder;
        decoder.Decode(
            _buffer.AsSpan(_start, _end - _start), destination, _sourceEnded, out int consumed, out int written);
        _start += consumed;
        _finished = _sourceEnded && written == 0;
        return written;
    }

    private Memory<byte> FreeSpace()
    {
        byte[] buffer = _buffer ??= ArrayPool<byte>.Shared.Rent(BufferSize);
        buffer.AsSpan(_start, _end - _start).CopyTo(buffer.AsSpan(InputStart));
        _end = InputStart + _end - _start;
        _start = InputStart;
        Debug.Assert(_end - _start <= ITransferDecoder.MostHeldBack, "A decoder held back more than it may.");
        return buffer.AsMemory(_end);
    }

    private void Filled(int count)
    {
        _end += count;
        _sourceEnded = count == 0;
    }

    private bool Release()
    {
        if (_disposed)
            return false;
        _disposed = true;
        byte[]? buffer = _buffer;
        _buffer = null;

        // A read still in progress may write into the buffer: then it is left to the garbage collector.
        if (buffer is not null && !_reading)
            ArrayPool<byte>.Shared.Return(buffer);
        return true;
    }
}
