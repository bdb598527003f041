using System.Buffers;

namespace ImapAsync;

/// <summary>
/// Hands compressed bytes to the framework's inflater: what is available, and then "none for now" instead of waiting.
/// </summary>
internal sealed class InflaterFeed(ReadOnlyMemory<byte> received) : DuplexStream
{
    private readonly Lock _lock = new();
    private byte[] _rented = [];
    private bool _isDisposed;

    /// <summary>What the inflater has not requested yet.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; } = received;

    /// <summary>Whether "none for now" was the last answer.</summary>
    public bool RanDry { get; set; }

    public override bool CanWrite => false;

    /// <param name="rented">From the shared pool; owned by the feed from now on.</param>
    /// <param name="length">How much of it is filled.</param>
    public void Refill(byte[] rented, int length)
    {
        lock (_lock)
        {
            GiveBack();
            (_rented, Bytes) = (rented, rented.AsMemory(0, length));
            if (_isDisposed)
                GiveBack();
        }
    }

    public override int Read(Span<byte> buffer)
    {
        lock (_lock)
        {
            int count = Math.Min(buffer.Length, Bytes.Length);
            RanDry = count == 0;
            Bytes.Span[..count].CopyTo(buffer);
            Bytes = Bytes[count..];
            if (Bytes.IsEmpty)
                GiveBack();
            return count;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Read(buffer.Span));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            _isDisposed = true;
            GiveBack();
        }

        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        Bytes = default;
        byte[] rented = Interlocked.Exchange(ref _rented, []);
        if (rented.Length > 0)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
