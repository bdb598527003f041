using System.Buffers;

namespace ImapAsync;

/// <summary>
/// Bytes being collected in one contiguous piece. Between <see cref="Clear"/> and the next write no memory is held.
/// </summary>
internal struct PooledBuffer()
{
    private const int Smallest = 4096;
    private const int Usual = 64 << 10;

    private byte[] _bytes = [];

    public int Length { get; private set; }

    public readonly ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public Memory<byte> GetMemory(int sizeHint)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int bytes)
    {
        if ((uint)bytes > (uint)(_bytes.Length - Length))
        {
            throw new ArgumentOutOfRangeException(
                nameof(bytes), bytes, "More than the size of the memory that was handed out.");
        }

        Length += bytes;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>
    /// Detaches the memory, to be given back with <see cref="Return"/> when nothing reads it any more.
    /// </summary>
    public byte[] Take()
    {
        Length = 0;
        return Interlocked.Exchange(ref _bytes, []);
    }

    public void Clear() => Return(Take());

    public static void Return(byte[] taken)
    {
        if (taken.Length > 0)
            ArrayPool<byte>.Shared.Return(taken);
    }

    private void EnsureRoom(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        int needed = checked(Length + Math.Max(sizeHint, 1));
        if (needed <= _bytes.Length)
            return;
        // What outgrows its first piece is usually a batch of commands: larger steps mean less copying.
        int grown = _bytes.Length < Usual ? 4 * _bytes.Length : (int)Math.Min(2L * _bytes.Length, Array.MaxLength);
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(Smallest, grown)));
        Written.Span.CopyTo(larger);
        Return(Interlocked.Exchange(ref _bytes, larger));
    }
}
