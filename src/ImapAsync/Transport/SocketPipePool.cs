using System.Buffers;
using System.Net.Sockets;

namespace ImapAsync;

/// <summary>
/// The buffers of one socket's receiving pipe, as large as what has arrived. The receiving loop waits for data without
/// a buffer, but the wait also ends at a readiness event caused by octets that are already read; it then takes a
/// buffer, or the rest of the last one, and waits with it, maybe for half an hour of silence.
/// </summary>
/// <param name="socket">The socket.</param>
/// <param name="buffers">The source of the arrays.</param>
internal sealed class SocketPipePool(Socket socket, ArrayPool<byte> buffers) : MemoryPool<byte>
{
    /// <summary>The lower limit: segments of one octet each would cost a hundred times their content.</summary>
    public const int Least = 512;

    private const int Most = 64 << 10;

    private Buffer? _spare;

    public override int MaxBufferSize => Array.MaxLength;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        Buffer buffer = Interlocked.Exchange(ref _spare, null) ?? new Buffer(this);
        buffer.Fill(Math.Max(minBufferSize, Math.Clamp(Arrived(), Least, Most)));
        return buffer;
    }

    protected override void Dispose(bool disposing)
    {
        // Buffers are returned one by one.
    }

    // If the socket is closed meanwhile, the following read reports it.
    private int Arrived()
    {
        try
        {
            return socket.Available;
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private byte[] RentArray(int size) => buffers.Rent(size);

    private void Return(Buffer buffer, byte[] array)
    {
        buffers.Return(array);
        Interlocked.Exchange(ref _spare, buffer);
    }

    /// <summary>Holds one array at a time.</summary>
    private sealed class Buffer(SocketPipePool pool) : IMemoryOwner<byte>
    {
        private byte[] _array = [];

        public Memory<byte> Memory { get; private set; }

        public void Fill(int size)
        {
            _array = pool.RentArray(size);
            Memory = _array.AsMemory(0, size);
        }

        public void Dispose()
        {
            Memory = default;
            byte[] array = Interlocked.Exchange(ref _array, []);
            if (array.Length > 0)
                pool.Return(this, array);
        }
    }
}
