using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync.Tests;

public class PooledPipeWriterTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly RecordingStream _stream = new();

    [Fact]
    public async Task A_flush_is_one_write_however_much_was_requested_before_it()
    {
        using PooledPipeWriter writer = new(_stream);
        ArrayBufferWriter<byte> expected = new();
        for (int i = 0; i < 3000; i++)
        {
            byte[] piece = new byte[i % 97];
            Array.Fill(piece, (byte)i);
            writer.Write(piece);
            expected.Write(piece);
        }

        Assert.Equal(expected.WrittenCount, writer.UnflushedBytes);
        FlushResult result = await writer.FlushAsync(Ct);

        Assert.False(result.IsCanceled);
        Assert.False(result.IsCompleted);
        Assert.Equal(expected.WrittenSpan.ToArray(), Assert.Single(_stream.Writes));
        Assert.Equal(1, _stream.Flushes);
        Assert.Equal(0, writer.UnflushedBytes);
    }

    [Fact]
    public async Task Nothing_written_is_nothing_sent()
    {
        using PooledPipeWriter writer = new(_stream);
        await writer.FlushAsync(Ct);
        writer.GetSpan(100);
        writer.Advance(0);
        await writer.FlushAsync(Ct);
        Assert.Empty(_stream.Writes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(5000)]
    [InlineData(1_000_000)]
    public void At_least_what_is_requested_is_handed_out(int hint)
    {
        using PooledPipeWriter writer = new(_stream);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(writer.GetMemory(hint).Length >= Math.Max(hint, 1));
            Assert.True(writer.GetSpan(hint).Length >= Math.Max(hint, 1));
            writer.Advance(Math.Max(hint, 1));
        }
    }

    [Fact]
    public void More_than_was_handed_out_cannot_be_written()
    {
        using PooledPipeWriter writer = new(_stream);
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Advance(1));
        int room = writer.GetMemory().Length;
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Advance(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.GetMemory(-1));
    }

    [Fact]
    public async Task Large_blocks_go_out_with_what_was_before_them_or_alone()
    {
        using PooledPipeWriter writer = new(_stream);
        byte[] block = new byte[100_000];
        new Random(2).NextBytes(block);
        writer.Write("{100000}\r\n"u8);
        await writer.WriteAsync(block, Ct);
        await writer.WriteAsync(block, Ct);
        await writer.WriteAsync("\r\n"u8.ToArray(), Ct);
        Assert.Equal(3, _stream.Writes.Count);
        Assert.Equal([.. "{100000}\r\n"u8, .. block], _stream.Writes[0]);
        Assert.Equal(block, _stream.Writes[1]);
        Assert.Equal("\r\n"u8.ToArray(), _stream.Writes[2]);
    }

    [Fact]
    public async Task A_pending_flush_can_be_cancelled_and_the_writer_lives_on()
    {
        using BlockingStream slow = new();
        using PooledPipeWriter writer = new(slow);
        Task<FlushResult> pending = writer.WriteAsync("a"u8.ToArray(), Ct).AsTask();
        writer.CancelPendingFlush();
        Assert.True((await pending).IsCanceled);

        using CancellationTokenSource cancel = new();
        pending = writer.WriteAsync("b"u8.ToArray(), cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);

        pending = writer.WriteAsync("c"u8.ToArray(), Ct).AsTask();
        slow.Release();
        Assert.False((await pending).IsCanceled);
    }

    [Fact]
    public async Task A_cancellation_before_the_flush_counts_for_it()
    {
        using PooledPipeWriter writer = new(_stream);
        writer.CancelPendingFlush();
        Assert.True((await writer.FlushAsync(Ct)).IsCanceled);
        Assert.False((await writer.FlushAsync(Ct)).IsCanceled);
    }

    [Fact]
    public async Task A_failed_write_is_thrown()
    {
        using BlockingStream broken = new();
        using PooledPipeWriter writer = new(broken);
        Task<FlushResult> pending = writer.WriteAsync("a"u8.ToArray(), Ct).AsTask();
        broken.Fail(new IOException("Connection reset by peer."));
        Assert.Equal("Connection reset by peer.", (await Assert.ThrowsAsync<IOException>(() => pending)).Message);
    }

    [Fact]
    public async Task Completing_flushes_only_where_it_can_wait()
    {
        PooledPipeWriter writer = new(_stream);
        writer.Write("a"u8);
        await writer.CompleteAsync();
        Assert.Equal("a"u8.ToArray(), Assert.Single(_stream.Writes));

        PooledPipeWriter second = new(_stream);
        second.Write("b"u8);
        await second.CompleteAsync(new IOException("enough"));
        second.Complete();
        Assert.Single(_stream.Writes);
        Assert.Throws<InvalidOperationException>(() => second.GetMemory());
        Assert.Throws<InvalidOperationException>(() => second.GetSpan());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await second.WriteAsync("c"u8.ToArray(), Ct));
    }

    // The server's OK to STARTTLS may be here, and another writer in place of this one, before the write that carried the command has completed.
    [Fact]
    public async Task An_upgrade_does_not_fail_the_flush_that_asked_for_it()
    {
        UpgradingStream stream = new();
        PooledPipeWriter writer = new(stream);
        stream.Written = writer.Dispose;

        writer.Write("A1 STARTTLS\r\n"u8);
        FlushResult result = await writer.FlushAsync(Ct);

        Assert.False(result.IsCanceled);
        Assert.Equal("A1 STARTTLS\r\n"u8, stream.ToArray());
        Assert.True(stream.IsFlushed);
    }

    private sealed class UpgradingStream : MemoryStream
    {
        public Action Written { get; set; } = static () => { };

        public bool IsFlushed { get; private set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer, cancellationToken);
            Written();
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            IsFlushed = true;
            return base.FlushAsync(cancellationToken);
        }
    }
}
