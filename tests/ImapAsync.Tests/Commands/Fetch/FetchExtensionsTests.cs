using System.Text;
using NSubstitute;

namespace ImapAsync.Tests;

public sealed class FetchExtensionsTests
{
    private readonly IImapMailbox _mailbox = Substitute.For<IImapMailbox>();

    [Fact]
    public async Task For_an_empty_set_nothing_is_sent()
    {
        Assert.Empty(await _mailbox.FetchAsync(UidSet.Empty, FetchItems.Flags).ToArrayAsync());
        ImapItems<FetchedMessage> none = _mailbox.FetchAsync(SequenceSet.Empty, FetchItems.Flags).NoThrow();
        Assert.Empty(await none.ToArrayAsync());
        Assert.Equal(0, (await none.Completion).Value);
        Assert.Empty(_mailbox.ReceivedCalls());
    }

    [Fact]
    public async Task A_part_is_decoded_while_it_is_read()
    {
        ListedStream<FetchedMessage> answer = Answer("aGVs\r\nbG8=\r\n", BodySection.Part(2));
        await using (Stream stream = await _mailbox.OpenPartAsync(new(7), Part(ContentTransferEncoding.Base64, number: 2)))
        {
            using StreamReader reader = new(stream, leaveOpen: true);
            Assert.Equal("hello", await reader.ReadToEndAsync());
        }

        Assert.Equal(1, answer.Disposals);
        _mailbox.Received().StreamAsync(new UidFetchCommand(new Uid(7), FetchItem.Body(BodySection.Part(2))) { IsPart = true }, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_text_is_decoded_by_its_charset()
    {
        ListedStream<FetchedMessage> answer = Answer("gr=FC=\r\nn", BodySection.Part(1));
        Assert.Equal("grün", await _mailbox.ReadTextAsync(new(7), Part(ContentTransferEncoding.QuotedPrintable, number: 1)));
        Assert.Equal(1, answer.Disposals);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        ListedStream<FetchedMessage> answer = Answer("12345", BodySection.Part(1));
        await Assert.ThrowsAsync<ImapLimitException>(() => _mailbox.ReadTextAsync(new(7), Part(ContentTransferEncoding.SevenBit, number: 1), maxOctets: 4));
        Assert.Equal(1, answer.Disposals);
    }

    [Fact]
    public Task A_part_without_text_is_not_mistaken_for_expunged() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<string> reading = session.Inbox.ReadTextAsync(new(7), Part(ContentTransferEncoding.SevenBit, number: 1));
        await session.AnswerAsync("UID FETCH 7 (UID BODY.PEEK[1])\r\n", "* 3 FETCH (UID 7 BODY[1] NIL)\r\n{tag} OK done\r\n");
        ImapNotFoundException thrown = await reading.FailsAsync<ImapNotFoundException>();
        Assert.Contains("no text for part 1 of message 7", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("expunged", thrown.Message, StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_part_that_is_gone_is_reported()
    {
        ListedStream<FetchedMessage> answer = Answer("x", BodySection.Part(3));
        ImapNotFoundException thrown = await Assert.ThrowsAsync<ImapNotFoundException>(() => _mailbox.OpenPartAsync(new(7), Part(ContentTransferEncoding.SevenBit, number: 1)));
        Assert.Contains("Message 7 has no part 1", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(1, answer.Disposals);
    }

    [Fact]
    public async Task A_part_can_be_read_as_any_stream_can()
    {
        ListedStream<FetchedMessage> answer = Answer("hello", BodySection.Part(1));
        Stream stream = await _mailbox.OpenPartAsync(new(7), Part(ContentTransferEncoding.SevenBit, number: 1));
        byte[] buffer = new byte[4];
        Assert.Equal(2, stream.Read(buffer.AsSpan(0, 2)));
        Assert.Equal(1, await stream.ReadAsync(buffer.AsMemory(2, 1)));
        using MemoryStream rest = new();
        await stream.CopyToAsync(rest);
        Assert.Equal("lo", Encoding.ASCII.GetString(rest.ToArray()));
        Assert.Equal("hel\0", Encoding.ASCII.GetString(buffer));
        Assert.False(stream.CanSeek || stream.CanWrite);
        Assert.Throws<NotSupportedException>(() => stream.Length);
        stream.Dispose();
        Assert.Equal(1, answer.Disposals);
    }

    private static BodyPart Part(ContentTransferEncoding encoding, int number)
    {
        BodyPart[] children = [.. Enumerable.Range(1, number).Select(_ => new BodyPart
        {
            ContentType = new("text", "plain", new MimeParameters([new("charset", "iso-8859-1")])),
            TransferEncoding = encoding,
        })];
        return new BodyPart { ContentType = new("multipart", "mixed"), Children = children }.Children[^1];
    }

    private ListedStream<FetchedMessage> Answer(string octets, BodySection section)
    {
        FetchedMessage unrelated = new() { Uid = new(7), Flags = [Flag.Seen] };
        FetchedMessage answer = new() { Uid = new(7), Sections = [MessageBody.From(section, Encoding.Latin1.GetBytes(octets))] };
        ListedStream<FetchedMessage> stream = new(unrelated, answer);
        _mailbox.StreamAsync(Arg.Any<ImapStreamCommand<FetchedMessage>>(), Arg.Any<CancellationToken>()).Returns(stream);
        return stream;
    }
}
