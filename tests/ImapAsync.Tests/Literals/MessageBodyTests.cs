using System.IO.Pipelines;

namespace ImapAsync.Tests;

public sealed class MessageBodyTests
{
    private static readonly MessageBody Body = MessageBody.From(BodySection.Part(1), new ReadOnlyMemory<byte>([9, 1, 2, 3, 9], 1, 3), offset: 7, isBinary: true);

    [Fact]
    public async Task A_buffered_section_can_be_read_in_every_way_and_repeatedly()
    {
        for (int run = 0; run < 2; run++)
        {
            Assert.Equal([1, 2, 3], await Body.ReadAllAsync());

            using MemoryStream copy = new();
            await Body.CopyToAsync(copy);
            Assert.Equal([1, 2, 3], copy.ToArray());

            await using Stream stream = Body.Open();
            byte[] read = new byte[4];
            Assert.Equal(3, await stream.ReadAtLeastAsync(read, 4, throwOnEndOfStream: false));
            Assert.Equal([1, 2, 3, 0], read);
            Assert.False(stream.CanWrite);

            PipeReader reader = Body.OpenPipe();
            ReadResult result = await reader.ReadAtLeastAsync(4);
            Assert.Equal(3, result.Buffer.Length);
            await reader.CompleteAsync();
        }
    }

    [Fact]
    public void It_prints_what_it_is()
    {
        Assert.Equal(BodySection.Part(1), Body.Section);
        Assert.Equal(7, Body.Offset);
        Assert.Equal(3, Body.Size);
        Assert.True(Body.IsBinary);
        Assert.True(Body.IsBuffered);
        Assert.Null(MessageBody.From(BodySection.Full, default).Offset);
    }

    [Fact]
    public async Task More_than_allowed_is_refused_before_it_is_read()
    {
        Assert.Equal(3, (await Body.ReadAllAsync(3)).Length);
        ImapLimitException thrown = await Assert.ThrowsAsync<ImapLimitException>(async () => await Body.ReadAllAsync(2));
        Assert.Equal("maxOctets", thrown.Limit);
        Assert.Contains("3 octets", thrown.Message, StringComparison.Ordinal);
    }
}
