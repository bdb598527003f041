using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>What a socket does when it, or the network, breaks; in the clear, under TLS and compressed.</summary>
public class SocketFaultTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public enum Layer
    {
        Plain,
        Tls,
        Deflate,
    }

    public static TheoryData<Layer> Layers => [.. Enum.GetValues<Layer>()];

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task A_reset_while_a_read_waits_is_an_io_error(Layer layer)
    {
        (IImapTransport transport, NetworkStream peer, Stream _) = await OpenAsync(layer);
        await using IImapTransport __ = transport;
        Task<ReadResult> reading = transport.Input.ReadAsync(Ct).AsTask();
        Assert.False(reading.IsCompleted);

        Reset(peer);

        IOException lost = await Assert.ThrowsAnyAsync<IOException>(() => reading.InTime());
        Assert.Contains("Connection reset by peer", lost.Message, StringComparison.Ordinal);
        Exception? again = await Record.ExceptionAsync(
            async () => Assert.True((await transport.Input.ReadAsync(Ct)).IsCompleted));
        Assert.True(again is null or IOException, $"{again}");
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task A_write_after_a_reset_is_an_io_error_again_and_again(Layer layer)
    {
        (IImapTransport transport, NetworkStream peer, Stream _) = await OpenAsync(layer);
        await using IImapTransport __ = transport;
        Reset(peer);
        await Assert.ThrowsAnyAsync<IOException>(() => transport.Input.ReadAsync(Ct).AsTask().InTime());

        for (int i = 0; i < 5; i++)
            await Assert.ThrowsAnyAsync<IOException>(() => WriteForEverAsync(transport.Output).InTime());
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task A_reset_while_a_write_waits_is_an_io_error(Layer layer)
    {
        (IImapTransport transport, NetworkStream peer, Stream _) = await OpenAsync(layer);
        await using IImapTransport __ = transport;
        Task writing = WriteForEverAsync(transport.Output);
        Assert.False(writing.IsCompleted);

        Reset(peer);

        await Assert.ThrowsAnyAsync<IOException>(() => writing.InTime());
    }

    // The peer has ended its half: it may still read what the client has to say.
    [Theory]
    [MemberData(nameof(Layers))]
    public async Task A_half_closed_connection_can_be_written(Layer layer)
    {
        (IImapTransport transport, NetworkStream peer, Stream server) = await OpenAsync(layer);
        await using IImapTransport _ = transport;
        await using Stream __ = server;
        peer.Socket.Shutdown(SocketShutdown.Send);
        Assert.True((await transport.Input.ReadAsync(Ct)).IsCompleted);

        await transport.SendAsync("a NOOP\r\n");
        await server.ExpectAsync("a NOOP\r\n");
    }

    // A network that is gone reports nothing: only a timeout notices.
    [Theory]
    [MemberData(nameof(Layers))]
    public async Task A_half_open_connection_waits_until_it_is_aborted(Layer layer)
    {
        (IImapTransport transport, NetworkStream _, Stream server) = await OpenAsync(layer);
        await using IImapTransport __ = transport;
        await using Stream ___ = server;
        Task<ReadResult> reading = transport.Input.ReadAsync(Ct).AsTask();
        await transport.SendAsync("a NOOP\r\n");
        Assert.False(reading.IsCompleted);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(transport.Abort, Ct)));

        Exception? failure = await Record.ExceptionAsync(
            async () => Assert.True(await reading.InTime() is { IsCanceled: true } or { IsCompleted: true }));
        Assert.True(failure is null or IOException or ObjectDisposedException, $"{failure}");
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task Segments_of_one_octet_are_read_and_written(Layer layer)
    {
        (IImapTransport transport, NetworkStream _, Stream server) = await OpenAsync(layer);
        await using IImapTransport __ = transport;
        await using Stream ___ = server;
        string text = "* 1 FETCH (FLAGS (\\Seen))\r\n";

        Task sending = SendByOctetsAsync(server, text);
        await transport.ExpectAsync(text);
        await sending;
        foreach (char octet in text)
            await transport.SendAsync($"{octet}");
        await server.ExpectAsync(text);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task What_is_large_comes_through_both_ways_at_once(Layer layer)
    {
        (IImapTransport transport, NetworkStream _, Stream server) = await OpenAsync(layer);
        await using IImapTransport __ = transport;
        await using Stream ___ = server;
        byte[] octets = new byte[5_000_001];
        new Random(7).NextBytes(octets);

        byte[] back = new byte[octets.Length];
        Task sending = Task.Run(async () =>
        {
            await server.WriteAsync(octets, Ct);
            await server.FlushAsync(Ct);
        }, Ct);
        Task hearing = Task.Run(async () => await server.ReadExactlyAsync(back, Ct), Ct);
        Task writing = transport.Output.WriteAsync(octets, Ct).AsTask();
        ReadResult result = await transport.Input.ReadAtLeastAsync(octets.Length, Ct);

        Assert.Equal(octets, System.Buffers.BuffersExtensions.ToArray(result.Buffer));
        transport.Input.AdvanceTo(result.Buffer.End);
        await Task.WhenAll(sending, hearing, writing).InTime();
        Assert.Equal(octets, back);
    }

    // A body's consumer may be slow, or wait on its thread for another answer of the same connection: another thread
    // must be able to continue reading.
    [Fact]
    public async Task Blocking_the_thread_on_which_a_read_ended_stops_nobody()
    {
        (IImapTransport transport, NetworkStream peer, Stream _) = await OpenAsync(Layer.Plain);
        await using IImapTransport __ = transport;
        await using NetworkStream ___ = peer;
        Task first = ReadAndBlockAsync(transport.Input);
        await peer.SendAsync("first");
        await first.InTime();

        async Task ReadAndBlockAsync(PipeReader input)
        {
            ReadResult result = await input.ReadAsync(Ct).ConfigureAwait(false);
            input.AdvanceTo(result.Buffer.End);
            Task second = Task.Run(() => ReadSecondAsync(input), Ct);
            Assert.True(second.Wait(TimeSpan.FromSeconds(30), Ct), "Nothing came while a thread was blocked.");
        }

        async Task ReadSecondAsync(PipeReader input)
        {
            await peer.SendAsync("second");
            ReadResult result = await input.ReadAsync(Ct);
            Assert.Equal("second", Encoding.ASCII.GetString(result.Buffer));
            input.AdvanceTo(result.Buffer.End);
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task No_connection_has_a_thread_of_its_own(Layer layer)
    {
        List<IImapTransport> open = new();
        for (int i = 0; i < 20; i++)
        {
            (IImapTransport transport, NetworkStream _, Stream server) = await OpenAsync(layer);
            open.Add(transport);
            await transport.SendAsync("a NOOP\r\n");
            await server.ExpectAsync("a NOOP\r\n");
        }

        // The package has such a pool if no scheduler is given.
        Assert.DoesNotContain(ThreadNames(), static name => name.StartsWith("Dedicated", StringComparison.Ordinal));
        foreach (IImapTransport transport in open)
            await transport.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task Nothing_of_the_caller_that_connected_read_or_wrote_is_kept(Layer layer)
    {
        (IImapTransport transport, NetworkStream peer, Stream server, WeakReference callers) = await UseAsync(layer);
        await using IImapTransport _ = transport;
        await using NetworkStream __ = peer;
        await using Stream ___ = server;
        for (int i = 0; i < 50 && callers.IsAlive; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(callers.IsAlive, "An idle connection keeps the caller's AsyncLocals.");
        GC.KeepAlive(transport);
    }

    // Threads end while they are listed.
    private static IEnumerable<string> ThreadNames()
    {
        const string Threads = "/proc/self/task";
        foreach (string thread in Directory.Exists(Threads) ? Directory.GetDirectories(Threads) : [])
        {
            string name = "";
            try
            {
                name = File.ReadAllText(Path.Combine(thread, "comm"));
            }
            catch (IOException)
            {
                continue;
            }

            yield return name;
        }
    }

    // A round trip, with a value in the flow of the caller.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<(IImapTransport Transport, NetworkStream Peer, Stream Server, WeakReference Callers)> UseAsync(
        Layer layer) => Task.Run(async () =>
    {
        AsyncLocal<object?> local = new() { Value = new object() };
        WeakReference callers = new(local.Value);
        (IImapTransport transport, NetworkStream peer, Stream server) = await OpenAsync(layer);
        for (int i = 0; i < 3; i++)
        {
            await transport.SendAsync("a NOOP\r\n");
            await server.ExpectAsync("a NOOP\r\n");
            await server.SendAsync("a OK done\r\n");
            await transport.ExpectAsync("a OK done\r\n");
        }

        local.Value = null;
        return (transport, peer, server, callers);
    });

    private static async Task<(IImapTransport Transport, NetworkStream Peer, Stream Server)> OpenAsync(Layer layer)
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        switch (layer)
        {
            case Layer.Tls:
                SslStream server = await StartTlsTests.UpgradeAsync(transport, peer);
                return (transport, peer, server);
            case Layer.Deflate:
                await transport.StartDeflateAsync(Ct);
                return (transport, peer, new DeflateDuplexStream(peer, default));
            default:
                return (transport, peer, peer);
        }
    }

    private static async Task SendByOctetsAsync(Stream server, string text)
    {
        foreach (char octet in text)
        {
            await server.SendAsync($"{octet}");
            await Task.Yield();
        }
    }

    private static async Task WriteForEverAsync(PipeWriter output)
    {
        byte[] block = new byte[1 << 20];
        Random.Shared.NextBytes(block);
        while (true)
        {
            FlushResult result = await output.WriteAsync(block, Ct);
            Assert.False(result.IsCanceled || result.IsCompleted);
        }
    }

    // SO_LINGER of zero: the socket's end is a RST.
    private static void Reset(NetworkStream peer)
    {
        peer.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        peer.Socket.Dispose();
    }
}
