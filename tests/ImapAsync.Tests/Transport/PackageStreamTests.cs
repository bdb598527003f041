using System.IO.Pipelines;
using Pipelines.Sockets.Unofficial;

namespace ImapAsync.Tests;

/// <summary>
/// Why Pipelines.Sockets.Unofficial carries the socket and not the streams over it (docs/architecture.md,
/// "Transports"). A failing test here means that a reason has gone: then some code of this library can go too.
/// </summary>
public class PackageStreamTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly Pipe _in = new(
        new PipeOptions(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
    private readonly Pipe _out = new();

    // SslStream, and the framework's PipeReader, wait by such a read, and then take a buffer.
    [Fact]
    public async Task Its_stream_over_pipes_does_not_wait_for_data_in_a_read_of_nothing()
    {
        Stream its = StreamConnection.GetDuplex(_in.Reader, _out.Writer);
        Assert.True(its.ReadAsync(Memory<byte>.Empty, Ct).AsTask().IsCompleted);

        await using DuplexPipeStream ours = new(_in.Reader, _out.Writer);
        Task<int> waiting = ours.ReadAsync(Memory<byte>.Empty, Ct).AsTask();
        Assert.False(waiting.IsCompleted);
        await _in.Writer.WriteAsync("x"u8.ToArray(), Ct);
        Assert.Equal(0, await waiting);
    }

    [Fact]
    public async Task Its_stream_over_pipes_leaves_a_read_pending_when_the_connection_is_lost()
    {
        Task<int> reading = StreamConnection.GetDuplex(_in.Reader, _out.Writer).ReadAsync(new byte[1], Ct).AsTask();
        // On another scheduler it would be unhandled, and the process would end.
        await Assert.ThrowsAsync<IOException>(async () =>
            await _in.Writer.CompleteAsync(new IOException("Connection reset by peer.")));
        Assert.False(reading.IsCompleted);
    }

    [Fact]
    public async Task Ours_does_not()
    {
        await using DuplexPipeStream ours = new(_in.Reader, _out.Writer);
        Task<int> reading = ours.ReadAsync(new byte[1], Ct).AsTask();
        await _in.Writer.CompleteAsync(new IOException("Connection reset by peer."));
        await Assert.ThrowsAsync<IOException>(() => reading);
    }

    [Fact]
    public async Task Its_stream_over_pipes_accepts_what_nobody_will_send()
    {
        await _out.Reader.CompleteAsync();
        await StreamConnection.GetDuplex(_in.Reader, _out.Writer).WriteAsync("lost"u8.ToArray(), Ct);

        await using DuplexPipeStream ours = new(_in.Reader, _out.Writer);
        await Assert.ThrowsAsync<IOException>(async () => await ours.WriteAsync("lost"u8.ToArray(), Ct));
    }

    [Fact]
    public async Task Its_pipes_over_a_stream_wait_with_a_buffer()
    {
        using CountingPool pool = new();
        await using Stream silent = _in.Reader.AsStream();
        PipeOptions options = new(pool, PipeScheduler.Inline, PipeScheduler.Inline, useSynchronizationContext: false);
        PipeReader reader = StreamConnection.GetReader(silent, options);
        Assert.False(reader.TryRead(out _));
        Assert.Equal(1, pool.Rented);
    }
}
