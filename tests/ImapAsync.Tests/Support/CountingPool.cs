using System.Buffers;

namespace ImapAsync.Tests;

/// <summary>A pool that knows how many of its buffers are out.</summary>
internal sealed class CountingPool : MemoryPool<byte>
{
    private const int Counted = 1024;

    private int _rented;

    public CountingPool() => Arrays = new CountingArrayPool(this);

    /// <summary>The same for arrays; those of a kilobyte or less are not counted.</summary>
    public ArrayPool<byte> Arrays { get; }

    public int Rented => Volatile.Read(ref _rented);

    public override int MaxBufferSize => Array.MaxLength;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        Interlocked.Increment(ref _rented);
        return new Owner(this, new byte[minBufferSize <= 0 ? 4096 : minBufferSize]);
    }

    protected override void Dispose(bool disposing)
    {
    }

    private sealed class CountingArrayPool(CountingPool pool) : ArrayPool<byte>
    {
        public override byte[] Rent(int minimumLength)
        {
            if (minimumLength > Counted)
                Interlocked.Increment(ref pool._rented);
            return new byte[minimumLength];
        }

        public override void Return(byte[] array, bool clearArray = false)
        {
            if (array.Length > Counted)
                Interlocked.Decrement(ref pool._rented);
        }
    }

    private sealed class Owner(CountingPool pool, byte[] bytes) : IMemoryOwner<byte>
    {
        private bool _returned;

        public Memory<byte> Memory => bytes;

        public void Dispose()
        {
            if (!_returned)
                Interlocked.Decrement(ref pool._rented);
            _returned = true;
        }
    }
}
