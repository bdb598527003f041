using System.Buffers;

namespace ImapAsync.Tests;

/// <summary>A pool that knows how many of its buffers are out.</summary>
internal sealed class CountingPool : MemoryPool<byte>
{
    private int _rented;

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

    private sealed class Owner(CountingPool pool, byte[] bytes) : IMemoryOwner<byte>
    {
        private bool _returned;

        public Memory<byte> Memory => bytes;

        public void Dispose()
        {
            if (!_returned) Interlocked.Decrement(ref pool._rented);
            _returned = true;
        }
    }
}
