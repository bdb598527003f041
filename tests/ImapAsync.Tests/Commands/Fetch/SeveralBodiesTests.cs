using System.Text;

namespace ImapAsync.Tests;

/// <summary>Several bodies of one message, in whatever order the server sends them and the consumer reads them.</summary>
public sealed class SeveralBodiesTests
{
    private static readonly BodySection One = BodySection.Parse("1.1");
    private static readonly BodySection Two = BodySection.Parse("1.2");
    private static readonly FetchItems Both = [FetchItem.Flags, FetchItem.Body(One), FetchItem.Body(Two)];

    [Theory]
    [InlineData("BODY[1.1] {3}\r\none BODY[1.2] {3}\r\ntwo FLAGS (\\Seen)")]
    [InlineData("BODY[1.2] {3}\r\ntwo BODY[1.1] {3}\r\none FLAGS (\\Seen)")]
    [InlineData("FLAGS (\\Seen) BODY[1.2] {3}\r\ntwo BODY[1.1] \"one\"")]
    [InlineData("BODY[1.2] \"two\" FLAGS (\\Seen) BODY[1.1] {3}\r\none")]
    public async Task Each_is_there_in_any_order(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        foreach ((int tag, BodySection first, BodySection second) in new[] { (2, One, Two), (3, Two, One) })
        {
            Task<string> reading = ReadAsync(inbox.StreamAsync(new UidFetchCommand(new Uid(7), Both)), first, second);
            await server.ExpectAsync($"A{tag} UID FETCH 7 (UID FLAGS BODY.PEEK[1.1] BODY.PEEK[1.2])\r\n");
            await server.SendAsync($"* 1 FETCH (UID 7 {answer})\r\nA{tag} OK done\r\n");
            Assert.Equal(first == One ? "one two (\\Seen)" : "two one (\\Seen)", await reading.InTime());
        }
    }

    [Fact]
    public async Task A_header_after_a_body_is_available()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<string> reading = ReadAsync(inbox.StreamAsync(new UidFetchCommand(new Uid(7), FetchItems.Flags | FetchItems.Header | FetchItems.FullBody)), BodySection.Header, BodySection.Full);
        await server.ReceiveLineAsync();
        await server.SendAsync("* 1 FETCH (UID 7 BODY[] {3}\r\none BODY[HEADER] {3}\r\ntwo FLAGS ())\r\nA2 OK done\r\n");
        Assert.Equal("two one ()", await reading.InTime());
    }

    // What a gathering command has requested is not streamed by another command after it.
    [Fact]
    public async Task A_body_goes_to_the_first_command_that_asked()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> gathering = inbox.SendAsync(new UidFetchCommand(new Uid(7), Both)).AsTask();
        Task<string> streaming = ReadAsync(inbox.StreamAsync(new UidFetchCommand(new Uid(7), Both)), One, Two);
        await server.ReceiveLineAsync();
        await server.ReceiveLineAsync();
        await server.SendAsync("* 1 FETCH (UID 7 BODY[1.1] {1}\r\na BODY[1.2] {1}\r\nb FLAGS ())\r\n* 1 FETCH (UID 7 BODY[1.1] {1}\r\nc BODY[1.2] {1}\r\nd FLAGS ())\r\nA2 OK done\r\nA3 OK done\r\n");
        Assert.Equal((byte)'a', (await Assert.Single((await gathering.InTime()).Value).Section(One)!.ReadAllAsync())[0]);
        Assert.Equal("c d ()", await streaming.InTime());
    }

    // The first is too large to be held in memory: it is read as it arrives, and the second after it.
    [Theory]
    [InlineData(1 << 20)]
    [InlineData(10)]
    public async Task A_loop_over_the_sections_comes_to_all(int limit)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options() with { Limits = new ImapLimits { MaxLiteralOctets = limit } });
        SelectedMailbox inbox = await server.SelectAsync();
        Task<string> reading = ReadAllAsync(inbox.StreamAsync(new UidFetchCommand(new Uid(7), Both)));
        await server.ReceiveLineAsync();
        string large = new('x', 1000);
        await server.SendAsync($"* 1 FETCH (UID 7 BODY[1.1] {{1000}}\r\n{large} BODY[1.2] {{3}}\r\ntwo FLAGS ())\r\nA2 OK done\r\n");
        Assert.Equal($"{large}|two|", await reading.InTime());
    }

    private static async Task<string> ReadAsync(ImapItems<FetchedMessage> stream, BodySection first, BodySection second)
    {
        StringBuilder read = new();
        await foreach (FetchedMessage message in stream)
        {
            foreach (BodySection section in new[] { first, second })
                read.Append(Encoding.ASCII.GetString(await message.Section(section)!.ReadAllAsync())).Append(' ');
            read.Append(message.Flags);
        }

        return read.ToString();
    }

    private static async Task<string> ReadAllAsync(ImapItems<FetchedMessage> stream)
    {
        StringBuilder read = new();
        await foreach (FetchedMessage message in stream)
        {
            foreach (MessageBody body in message.Sections)
                read.Append(Encoding.ASCII.GetString(await body.ReadAllAsync())).Append('|');
        }

        return read.ToString();
    }
}
