using System.Text;

namespace ImapAsync.Tests;

public class TransferDecodingStreamTests
{
    [Fact]
    public async Task It_disposes_its_source_once()
    {
        ChunkedStream source = new("aGVsbG8="u8.ToArray(), [4]);
        Stream decoded = TransferEncoding.Decode(source, ContentTransferEncoding.Base64);
        Assert.True(decoded.CanRead);
        await decoded.DisposeAsync();
        await decoded.DisposeAsync();
        Assert.True(source.IsDisposed);
        Assert.False(decoded.CanRead);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await decoded.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task A_cancelled_read_loses_nothing()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        ChunkedStream source = new("aGVsbG8gd29ybGQ="u8.ToArray(), [4]);
        await using Stream decoded = TransferEncoding.Decode(source, ContentTransferEncoding.Base64);
        byte[] buffer = new byte[100];
        Assert.Equal(3, await decoded.ReadAsync(buffer));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await decoded.ReadAsync(buffer.AsMemory(3), cancelled.Token));
        int length = 3;
        int count;
        while ((count = await decoded.ReadAsync(buffer.AsMemory(length))) > 0)
            length += count;
        Assert.Equal("hello world", Encoding.ASCII.GetString(buffer, 0, length));
    }

    [Fact]
    public async Task A_fault_of_the_source_reaches_the_reader()
    {
        Stream source = new FaultyStream();
        await using Stream decoded = TransferEncoding.Decode(source, ContentTransferEncoding.QuotedPrintable);
        await Assert.ThrowsAsync<IOException>(async () => await decoded.ReadAsync(new byte[10]));
    }

    [Fact]
    public async Task An_empty_read_waits_for_nothing()
    {
        await using Stream decoded = TransferEncoding.Decode(new FaultyStream(), ContentTransferEncoding.Base64);
        Assert.Equal(0, await decoded.ReadAsync(Memory<byte>.Empty));
    }

    [Fact]
    public void It_only_reads()
    {
        using Stream decoded = TransferEncoding.Decode(new MemoryStream(), ContentTransferEncoding.Base64);
        Assert.False(decoded.CanSeek);
        Assert.False(decoded.CanWrite);
        Assert.Throws<NotSupportedException>(() => decoded.Length);
        Assert.Throws<NotSupportedException>(() => decoded.Position);
        Assert.Throws<NotSupportedException>(() => decoded.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => decoded.Write([1], 0, 1));
    }

#if DEBUG
    // Unoptimised builds allocate the state of an asynchronous method even when it does not suspend: one for each of 650 fillings.
    private const long MostAllocated = 200_000;
#else
    private const long MostAllocated = 2000;
#endif

    [Theory]
    [InlineData(ContentTransferEncoding.Base64)]
    [InlineData(ContentTransferEncoding.QuotedPrintable)]
    public async Task A_large_part_passes_without_allocating_for_it(ContentTransferEncoding encoding)
    {
        byte[] line = Encoding.ASCII.GetBytes("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWkFC\r\n");
        byte[] block = [.. Enumerable.Repeat(line, 1000).SelectMany(octets => octets)];
        await CopyAsync(block, 3, encoding);
        long allocated = long.MaxValue;
        // A garbage collection in between may have taken the pooled buffer: then it is measured again.
        for (int attempt = 0; attempt < 3 && allocated > MostAllocated; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            await CopyAsync(block, 300, encoding);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(allocated, 0, MostAllocated);
    }

    private static async Task CopyAsync(byte[] block, int times, ContentTransferEncoding encoding)
    {
        await using Stream decoded = TransferEncoding.Decode(new RepeatingStream(block, times), encoding);
        await decoded.CopyToAsync(Stream.Null);
    }

    private sealed class FaultyStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The wire is cut.");
    }

    private sealed class RepeatingStream(byte[] block, long times) : MemoryStream
    {
        private long _left = block.Length * times;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int start = (int)((block.Length - (_left % block.Length)) % block.Length);
            int count = (int)Math.Min(Math.Min(buffer.Length, block.Length - start), _left);
            block.AsSpan(start, count).CopyTo(buffer.Span);
            _left -= count;
            return new ValueTask<int>(count);
        }
    }
}
