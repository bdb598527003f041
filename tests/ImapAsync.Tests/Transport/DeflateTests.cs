using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace ImapAsync.Tests;

public class DeflateTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>"a1 OK done CR LF" and "* 1 EXISTS CR LF" as two flushes of one stream, as zlib produces them: each ends in the empty block of Z_SYNC_FLUSH.</summary>
    private static readonly byte[] TwoFlushes = CompressBySteps("a1 OK done\r\n", "* 1 EXISTS\r\n");

    [Fact]
    public async Task Both_directions_are_raw_deflate_and_every_flush_can_be_read_at_once()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await transport.StartDeflateAsync(Ct);
        await using DeflateStream inflate = new(peer, CompressionMode.Decompress);
        await using DeflateStream deflate = new(peer, CompressionLevel.Optimal);

        for (int i = 0; i < 100; i++)
        {
            await transport.SendAsync($"a{i} NOOP\r\n");
            await inflate.ExpectAsync($"a{i} NOOP\r\n");
            await deflate.SendAsync($"a{i} OK NOOP completed\r\n");
            await transport.ExpectAsync($"a{i} OK NOOP completed\r\n");
        }
    }

    [Fact]
    public async Task A_flush_ends_with_the_empty_block_of_a_sync_flush_and_is_one_write()
    {
        RecordingStream peer = new();
        await using IImapTransport transport = ImapTransport.FromStream(peer);
        await transport.StartDeflateAsync(Ct);
        foreach (string part in new[] { "a1 ", "LOGIN ", "alice ", "\"secret\"\r\n" })
            transport.Output.Write(Encoding.Latin1.GetBytes(part));
        await transport.Output.FlushAsync(Ct);

        byte[] written = Assert.Single(peer.Writes);
        Assert.Equal([0x00, 0x00, 0xFF, 0xFF], written[^4..]);
        // RFC 1951 §3.2.3: not the last block.
        Assert.Equal(0, written[0] & 1);
    }

    [Fact]
    public async Task Bytes_already_in_the_buffer_begin_the_compressed_stream()
    {
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        byte[] agreement = "c OK DEFLATE active\r\n"u8.ToArray();
        await far.Output.WriteAsync((byte[])[.. agreement, .. TwoFlushes[..9]], Ct);
        ReadResult result = await transport.Input.ReadAtLeastAsync(agreement.Length + 9, Ct);
        transport.Input.AdvanceTo(result.Buffer.GetPosition(agreement.Length), result.Buffer.End);

        await transport.StartDeflateAsync(Ct);
        await far.Output.WriteAsync(TwoFlushes.AsMemory(9), Ct);

        await transport.ExpectAsync("a1 OK done\r\n* 1 EXISTS\r\n");
    }

    [Fact]
    public async Task A_stream_cut_at_every_byte_is_read_the_same()
    {
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await transport.StartDeflateAsync(Ct);
        Task feeding = FeedAsync();
        await transport.ExpectAsync("a1 OK done\r\n* 1 EXISTS\r\n");
        await feeding;

        async Task FeedAsync()
        {
            for (int i = 0; i < TwoFlushes.Length; i++)
            {
                await far.Output.WriteAsync(TwoFlushes.AsMemory(i, 1), Ct);
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task Large_data_comes_through_both_ways()
    {
        (IImapTransport transport, NetworkStream peer) = await LoopbackListener.ConnectAsync();
        await using IImapTransport _ = transport;
        await transport.StartDeflateAsync(Ct);
        await using DeflateStream inflate = new(peer, CompressionMode.Decompress, leaveOpen: true);
        await using DeflateStream deflate = new(peer, CompressionLevel.Fastest, leaveOpen: true);
        byte[] random = new byte[3_000_001];
        new Random(1).NextBytes(random);
        random.AsSpan(1_000_000, 1_000_000).Fill((byte)'a');

        Task sending = transport.Output.WriteAsync(random, Ct).AsTask();
        byte[] received = new byte[random.Length];
        await inflate.ReadExactlyAsync(received, Ct);
        await sending;
        Assert.True(received.AsSpan().SequenceEqual(random));

        Task answering = AnswerAsync();
        ArrayBufferWriter<byte> back = new();
        while (back.WrittenCount < random.Length)
        {
            ReadResult result = await transport.Input.ReadAsync(Ct);
            foreach (ReadOnlyMemory<byte> segment in result.Buffer)
                back.Write(segment.Span);
            transport.Input.AdvanceTo(result.Buffer.End);
        }

        await answering;
        Assert.True(back.WrittenSpan.SequenceEqual(random));

        async Task AnswerAsync()
        {
            await deflate.WriteAsync(random, Ct);
            await deflate.FlushAsync(Ct);
        }
    }

    [Fact]
    public async Task A_bomb_is_inflated_only_as_far_as_it_is_read()
    {
        // A gigabyte of zeros is a megabyte here; only what fits into the reader's buffer may come out at a time.
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create(new PipeOptions(pauseWriterThreshold: 16 * 1024, resumeWriterThreshold: 8 * 1024));
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await transport.StartDeflateAsync(Ct);
        Task feeding = FeedAsync();
        long largest = 0;
        for (int i = 0; i < 20; i++)
        {
            ReadResult result = await transport.Input.ReadAsync(Ct);
            largest = Math.Max(largest, result.Buffer.Length);
            transport.Input.AdvanceTo(result.Buffer.End);
        }

        Assert.InRange(largest, 1, 64 * 1024);
        Assert.False(feeding.IsCompleted, "The compressed bytes were taken in ahead of what was read.");
        transport.Abort();
        await far.Input.CompleteAsync();

        async Task FeedAsync()
        {
            byte[] megabyte = CompressBySteps(new string('\0', 64 * 1024 * 1024));
            await far.Output.WriteAsync(megabyte, Ct);
        }
    }

    [Fact]
    public async Task The_end_of_the_connection_is_the_end_of_the_stream()
    {
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await transport.StartDeflateAsync(Ct);
        await far.Output.WriteAsync(TwoFlushes, Ct);
        await far.Output.CompleteAsync();
        await transport.ExpectAsync("a1 OK done\r\n* 1 EXISTS\r\n");
        await transport.ExpectEndAsync();
    }

    [Fact]
    public async Task A_stream_that_the_server_ends_is_at_its_end_whatever_follows()
    {
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await transport.StartDeflateAsync(Ct);
        using MemoryStream memory = new();
        await using (DeflateStream deflate = new DeflateStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write("* BYE\r\n"u8);
        await far.Output.WriteAsync(memory.ToArray(), Ct);
        await transport.ExpectAsync("* BYE\r\n");
        await far.Output.WriteAsync("plain text"u8.ToArray(), Ct);
        await transport.ExpectEndAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task A_stream_that_the_server_ends_is_at_its_end_though_nothing_follows(int atOnce)
    {
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await transport.StartDeflateAsync(Ct);
        using MemoryStream memory = new();
        await using (DeflateStream deflate = new DeflateStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write("* BYE\r\n"u8);
        foreach (byte[] piece in memory.ToArray().Chunk(atOnce))
            await far.Output.WriteAsync(piece, Ct);
        await transport.ExpectAsync("* BYE\r\n");
        await transport.ExpectEndAsync();
    }

    [Fact]
    public async Task Bytes_that_are_not_deflate_are_an_io_error_that_says_so()
    {
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await transport.StartDeflateAsync(Ct);
        await far.Output.WriteAsync(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }, Ct);
        IOException failure = await Assert.ThrowsAsync<IOException>(async () => await transport.Input.ReadAsync(Ct));
        Assert.StartsWith("The server's compressed stream is damaged: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_can_be_cancelled_without_loss()
    {
        (IDuplexPipe? near, IDuplexPipe? far) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await transport.StartDeflateAsync(Ct);
        for (int cut = 0; cut < TwoFlushes.Length; cut += 3)
        {
            await far.Output.WriteAsync(TwoFlushes.AsMemory(cut, Math.Min(3, TwoFlushes.Length - cut)), Ct);
            Task<ReadResult> reading = transport.Input.ReadAsync(Ct).AsTask();
            transport.Input.CancelPendingRead();
            ReadResult result = await reading;
            transport.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        // A cancellation that came after its read had ended is still there for the next one.
        transport.Input.CancelPendingRead();
        transport.Input.AdvanceTo((await transport.Input.ReadAsync(Ct)).Buffer.Start);
        await transport.ExpectAsync("a1 OK done\r\n* 1 EXISTS\r\n");
    }

    [Fact]
    public async Task Compression_begins_once()
    {
        (IDuplexPipe? near, IDuplexPipe _) = CrossedPipes.Create();
        await using IImapTransport transport = ImapTransport.FromPipe(near);
        await transport.StartDeflateAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await transport.StartDeflateAsync(Ct));
    }

    private static byte[] CompressBySteps(params string[] steps)
    {
        using MemoryStream memory = new();
        using DeflateStream deflate = new(memory, CompressionLevel.Optimal, leaveOpen: true);
        foreach (string step in steps)
        {
            deflate.Write(Encoding.Latin1.GetBytes(step));
            deflate.Flush();
        }

        return memory.ToArray();
    }
}
