namespace ImapAsync.Tests;

/// <summary>PARTIAL (RFC 1730 §6.4.6), against a server of that time.</summary>
public sealed class PartialCommandTests
{
    private const string OldGreeting = "* OK [CAPABILITY IMAP4] IMAP4 server\r\n";

    public static TheoryData<PartialCommand, string> Commands => new()
    {
        { new(new(4), FetchItem.Rfc822MarkingSeen, 1, 1024), "PARTIAL 4 RFC822 1 1024" },
        { new(new(1), FetchItem.Rfc822Header, 1, 10), "PARTIAL 1 RFC822.HEADER 1 10" },
        { new(new(1), FetchItem.Rfc822TextMarkingSeen, 5_000_000_000, 1), "PARTIAL 1 RFC822.TEXT 5000000000 1" },
        { new(new(4711), FetchItem.BodyMarkingSeen(BodySection.Part(1)), 1, 1024), "PARTIAL 4711 BODY[1] 1 1024" },
        { new(new(2), FetchItem.Body(BodySection.Part(1, 2)), 7, 8), "PARTIAL 2 BODY.PEEK[1.2] 7 8" },
        { new(new(2), FetchItem.Raw("RFC822.PEEK"), 7, 8), "PARTIAL 2 RFC822.PEEK 7 8" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Is_written(PartialCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 5)]
    public void Octets_are_counted_from_one(long first, long count) =>
        Assert.Contains("from 1", Assert.Throws<InvalidOperationException>(() => Encoded.Of(new PartialCommand(new(1), FetchItem.Rfc822MarkingSeen, first, count))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Octets_are_read()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(OldGreeting);
        Assert.Equal(ImapProtocolVersion.Imap4, server.Connection.ProtocolVersion);
        SelectedMailbox inbox = await server.SelectAsync();
        Task<(uint Number, byte[] Octets)> reading = ReadAsync();

        await server.AnswerAsync("A2 PARTIAL 2 RFC822 1 10\r\n", "* 2 FETCH (RFC822 {10}\r\nSubject: x)\r\n{tag} OK done\r\n");

        (uint number, byte[] octets) = await reading.InTime();
        Assert.Equal(2u, number);
        Assert.Equal("Subject: x"u8, octets);

        async Task<(uint Number, byte[] Octets)> ReadAsync()
        {
            (uint, byte[]) read = default;
            await foreach (FetchedMessage message in inbox.PartialAsync(new(2), FetchItem.Rfc822MarkingSeen, 1, 10))
                read = (message.SequenceNumber.Value, await Assert.Single(message.Sections).ReadAllAsync());
            return read;
        }
    }

    [Fact]
    public async Task Later_servers_are_not_asked()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();

        NotSupportedException thrown = Assert.Throws<NotSupportedException>(() => inbox.PartialAsync(new(2), FetchItem.Rfc822MarkingSeen, 1, 10));

        Assert.Equal(
            "PARTIAL 2 RFC822 was not sent: PARTIAL is a command of IMAP4 only, which the server does not announce: fetch the octets with FetchItem.Body(section, offset, count), which counts them from 0.",
            thrown.Message);
        await Assert.ThrowsAsync<NotSupportedException>(async () => await inbox.SendAsync(new PartialCommand(new(2), FetchItem.Rfc822MarkingSeen, 1, 10)));
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    // Some servers announce both.
    [Fact]
    public async Task Servers_that_are_both_are_asked()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4 IMAP4rev1] ready\r\n");
        Assert.Equal(ImapProtocolVersion.Imap4Rev1, server.Connection.ProtocolVersion);
        SelectedMailbox inbox = await server.SelectAsync();

        Task<ImapResult<IReadOnlyList<FetchedMessage>>> sent = inbox.SendAsync(new PartialCommand(new(2), FetchItem.Rfc822TextMarkingSeen, 5, 2)).AsTask();
        await server.AnswerAsync("A2 PARTIAL 2 RFC822.TEXT 5 2\r\n", "* 2 FETCH (RFC822.TEXT \"ab\" FLAGS (\\Seen))\r\n{tag} OK\r\n");

        Assert.Equal("ab"u8.ToArray(), await Assert.Single((await sent.InTime()).Value).Sections[0].ReadAllAsync());
    }
}
