using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;

namespace ImapAsync.Tests;

/// <summary>The cost of a connection. Runs alone, since allocations are counted over all threads.</summary>
[CollectionDefinition(nameof(TransportCostTests), DisableParallelization = true)]
[Collection(nameof(TransportCostTests))]
public class TransportCostTests
{
    private const int Rounds = 1000;
    private const int MostRuns = 30;

    // Bytes per round. The peer's half and the runtime's own allocations are counted too, and in debug builds every async method allocates.
#if DEBUG
    private const int UsualSlack = 2500;
#else
    private const int UsualSlack = 80;
#endif

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly byte[] Command = "a1 NOOP\r\n"u8.ToArray();
    private static readonly byte[] Answer = "a1 OK NOOP completed\r\n"u8.ToArray();

    private protected virtual int Slack => UsualSlack;

    [Fact]
    public async Task A_round_trip_over_tcp_allocates_nothing()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await using NetworkStream __ = peer;
        Assert.InRange(await AllocatedAsync(transport, peer), 0, Slack);
    }

    [Fact]
    public async Task A_round_trip_over_tls_allocates_nothing()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await using SslStream server = await StartTlsTests.UpgradeAsync(transport, peer);
        Assert.InRange(await AllocatedAsync(transport, server), 0, Slack);
    }

    [Fact]
    public async Task A_round_trip_over_deflate_allocates_next_to_nothing()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await using DeflateDuplexStream server = new(peer, default);
        await transport.StartDeflateAsync(Ct);
        Assert.InRange(await AllocatedAsync(transport, server), 0, Slack);
    }

    [Fact]
    public async Task A_connection_that_waits_holds_no_buffer()
    {
        using CountingPool pool = new();
        List<object> kept = new();
        for (int i = 0; i < 100; i++)
        {
            using LoopbackListener listener = new();
            Task<NetworkStream> accepting = listener.AcceptAsync();
            Socket socket = await TcpDialer.ConnectAsync(
                "127.0.0.1", listener.Port, "the server", TransportOptions.Default, Ct);
            (Stream stream, PipeReader reader) = Open(socket, pool);
            NetworkStream peer = await accepting;
            await peer.WriteAsync(Answer, Ct);
            reader.AdvanceTo((await reader.ReadAtLeastAsync(Answer.Length, Ct)).Buffer.End);
            kept.AddRange([stream, peer, reader.ReadAsync(Ct).AsTask()]);
        }

        // Stale events need a moment to take effect, and the repeated read after them holds a buffer for a moment too: only a leak stays.
        await PlayAsync();
        for (int i = 1; i < MostRuns && pool.Rented > 0; i++)
            await PlayAsync();
        Assert.Equal(0, pool.Rented);
        foreach (Stream stream in kept.OfType<Stream>())
            await stream.DisposeAsync();

        static async Task PlayAsync()
        {
            (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
            await using IImapTransport _ = transport;
            await using NetworkStream __ = peer;
            await TransportCostTests.PlayAsync(transport, peer, 1000);
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Streams_over_the_socket_wait_without_a_buffer_too(bool tls, bool deflate)
    {
        (IImapTransport dialed, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = dialed;
        ReadProbe probe = new(new DuplexPipeStream(dialed));
        await using IImapTransport transport = ImapTransport.FromStream(probe);
        Stream server = tls ? await StartTlsTests.UpgradeAsync(transport, peer) : peer;
        if (deflate)
        {
            await transport.StartDeflateAsync(Ct);
            server = new DeflateDuplexStream(server, default);
        }

        await using Stream ___ = server;
        await PlayAsync(transport, server, 20);
        Task<ReadResult> waiting = transport.Input.ReadAsync(Ct).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.Equal(0, probe.LastAsked);
        transport.Abort();
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            if ((await waiting).IsCanceled)
                throw new OperationCanceledException();
        });
    }

    /// <summary>A connected socket as the transport reads it, but with buffers from that pool.</summary>
    private protected virtual (Stream Stream, PipeReader Reader) Open(Socket socket, CountingPool pool)
    {
        TcpStream stream = new(socket);
        StreamPipeReaderOptions options = new(pool, bufferSize: 64 * 1024, leaveOpen: true, useZeroByteReads: true);
        return (stream, PipeReader.Create(stream, options));
    }

    private async Task<long> AllocatedAsync(IImapTransport transport, Stream peer)
    {
        await PlayAsync(transport, peer, Rounds);
        long least = long.MaxValue;
        // Allocations of the rest of the process are counted too, and only add to the result.
        for (int i = 0; i < MostRuns && least > Slack; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await PlayAsync(transport, peer, Rounds);
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Rounds);
        }

        return least;
    }

    private static async Task PlayAsync(IImapTransport transport, Stream peer, int rounds)
    {
        byte[] received = new byte[100];
        for (int i = 0; i < rounds; i++)
        {
            ValueTask<ReadResult> reading = transport.Input.ReadAsync();
            Command.CopyTo(transport.Output.GetSpan(Command.Length));
            transport.Output.Advance(Command.Length);
            await transport.Output.FlushAsync();
            await peer.ReadExactlyAsync(received.AsMemory(0, Command.Length));
            await peer.WriteAsync(Answer);
            await peer.FlushAsync();
            ReadResult result = await reading;
            while (result.Buffer.Length < Answer.Length)
            {
                transport.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                result = await transport.Input.ReadAsync();
            }

            transport.Input.AdvanceTo(result.Buffer.End);
        }
    }
}
