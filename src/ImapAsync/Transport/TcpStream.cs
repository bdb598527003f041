using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// A socket's stream that waits for data without a buffer and means it. The framework's own read into no buffer ends at any readiness event, also one that
/// stems from bytes which are read already; the caller then rents a buffer and holds it, maybe for half an hour of silence.
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
            ValueTask<int> waiting = base.ReadAsync(Memory<byte>.Empty, cancellationToken);
            // Only what ends at once has looked at the data; the end of the stream counts as readable too.
            bool isSure = waiting.IsCompleted;
            await waiting.ConfigureAwait(false);
            if (isSure || Socket.Poll(TimeSpan.Zero, SelectMode.SelectRead)) return 0;
        }
    }
}
