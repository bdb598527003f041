using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// A socket's stream that waits for data without a buffer and means it. The framework's own read into no buffer ends at
/// any readiness event, also one that stems from bytes which are read already; the caller then rents a buffer and holds
/// it, maybe for half an hour of silence.
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
            // Also where it has ended already: a stale event may have been quick. The end of the stream counts as
            // readable too.
            if (Socket.Poll(TimeSpan.Zero, SelectMode.SelectRead)) return 0;
        }
    }
}
