using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// A socket's stream that really waits for data without a buffer. The framework's own zero-byte read ends at any
/// readiness event, even one caused by bytes that are already read; the caller then rents a buffer and holds it, maybe
/// for half an hour of silence.
/// </summary>
internal sealed class TcpStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        buffer.IsEmpty ? WaitForDataAsync(cancellationToken) : base.ReadAsync(buffer, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitForDataAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await base.ReadAsync(Memory<byte>.Empty, cancellationToken).ConfigureAwait(false);
            // Even if the read has already completed: a stale event may have been quick. The end of the stream counts
            // as readable too.
            if (Socket.Poll(TimeSpan.Zero, SelectMode.SelectRead))
                return 0;
        }
    }
}
