using System.Diagnostics;
using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;

namespace ImapAsync.Tests;

public class AbortTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public enum Kind
    {
        Tcp,
        Tls,
        Deflate,
        TlsAndDeflate,
        Pipe,
        PipeAndDeflate,
        Process,
    }

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pending_read_ends(Kind kind)
    {
        await using Pair pair = await MakeAsync(kind);
        Task<ReadResult> reading = pair.Transport.Input.ReadAsync(Ct).AsTask();
        Assert.False(reading.IsCompleted);

        await Task.Run(pair.Transport.Abort, Ct);

        await ExpectEndAsync(reading);
        await pair.Transport.ExpectDeadAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pending_write_ends(Kind kind)
    {
        await using Pair pair = await MakeAsync(kind);
        byte[] block = new byte[1 << 20];
        Random.Shared.NextBytes(block);
        Task writing = WriteForEverAsync(pair.Transport.Output, block);
        Assert.False(writing.IsCompleted);

        await Task.Run(pair.Transport.Abort, Ct);

        await writing;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_never_throws_and_disposing_afterwards_is_fine(Kind kind)
    {
        await using Pair pair = await MakeAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(pair.Transport.Abort, Ct)));
        await pair.Transport.DisposeAsync();
        pair.Transport.Abort();
        await pair.Transport.DisposeAsync();
    }

    [Theory]
    [InlineData(Kind.Tcp)]
    [InlineData(Kind.Tls)]
    [InlineData(Kind.TlsAndDeflate)]
    public async Task The_peer_sees_the_end(Kind kind)
    {
        await using Pair pair = await MakeAsync(kind);
        pair.Transport.Abort();
        try
        {
            Assert.Equal(0, await pair.Peer.ReadAsync(new byte[1], Ct));
        }
        catch (IOException)
        {
            // Without close_notify.
        }
    }

    [Fact]
    public async Task A_pair_of_pipes_that_can_be_disposed_is()
    {
        DisposablePair pair = new();
        await ImapTransport.FromPipe(pair).DisposeAsync();
        Assert.True(pair.IsDisposed);
    }

    private static async Task ExpectEndAsync(Task<ReadResult> reading)
    {
        try
        {
            ReadResult result = await reading;
            Assert.True(result.IsCanceled || result.IsCompleted);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // That is an end too.
        }
    }

    private static async Task WriteForEverAsync(PipeWriter output, byte[] block)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                FlushResult result = await output.WriteAsync(block, Ct);
                if (result.IsCanceled || result.IsCompleted)
                    return;
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // That is an end too.
        }
    }

    private static async Task<Pair> MakeAsync(Kind kind)
    {
        if (kind == Kind.Process)
        {
            // Neither reads nor writes.
            IImapTransport process = ImapTransport.StartProcess(new ProcessStartInfo("sleep", ["1000"]));
            return new Pair(process, Stream.Null);
        }

        if (kind is Kind.Pipe or Kind.PipeAndDeflate)
        {
            (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
            IImapTransport piped = ImapTransport.FromPipe(near);
            if (kind == Kind.PipeAndDeflate)
                await piped.StartDeflateAsync(Ct);
            return new Pair(piped, new DuplexPipeStream(far));
        }

        (IImapTransport transport, NetworkStream socket) = await LoopbackListener.ConnectAsync();
        Stream peer = socket;
        if (kind is Kind.Tls or Kind.TlsAndDeflate)
        {
            SslStream server = await StartTlsTests.UpgradeAsync(transport, socket);
            peer = server;
        }

        if (kind is Kind.Deflate or Kind.TlsAndDeflate)
            await transport.StartDeflateAsync(Ct);
        return new Pair(transport, peer);
    }

    private sealed class DisposablePair : IDuplexPipe, IDisposable
    {
        private readonly Pipe _pipe = new();

        public bool IsDisposed { get; private set; }

        public PipeReader Input => _pipe.Reader;

        public PipeWriter Output => _pipe.Writer;

        public void Dispose() => IsDisposed = true;
    }

    private sealed record Pair(IImapTransport Transport, Stream Peer) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Transport.DisposeAsync();
            await Peer.DisposeAsync();
        }
    }
}
