using System.Text;

namespace ImapAsync.Tests;

public sealed class StreamedBodyTests
{
    private const string Body1 = "Subject: one\r\n\r\nfirst\r\n";
    private const string Body2 = "Subject: two\r\n\r\nsecond\r\n";

    [Fact]
    public async Task Bodies_stream_and_what_follows_them_is_available_once_they_are_read()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await SelectAsync(server);
        Task serving = ServeTwoAsync(server);
        List<string> seen = [];
        ImapItems<FetchedMessage> messages = inbox.StreamAsync(TwoBodies());
        await foreach (FetchedMessage message in messages)
        {
            MessageBody body = message.Section(BodySection.Full)!;
            Assert.False(body.IsBuffered);
            seen.Add($"{message.Uid}:{Encoding.ASCII.GetString(await body.ReadAllAsync())}:{message.Size}");
        }

        await serving;
        Assert.Equal([$"7:{Body1}:23", $"9:{Body2}:24"], seen);
        Assert.Equal(2, (await messages.Completion).Value);
        await AssertStillGoodAsync(server);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Leaving_the_loop_leaves_the_connection_good(int readFirst)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await SelectAsync(server);
        Task serving = ServeTwoAsync(server);
        await foreach (FetchedMessage message in inbox.StreamAsync(TwoBodies()))
        {
            Stream half = message.OpenBody();
            if (readFirst > 0)
                Assert.Equal(5, await half.ReadAsync(new byte[5]));
            break;
        }

        await serving;
        await AssertStillGoodAsync(server);
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("pipe")]
    [InlineData("copy")]
    [InlineData("memory")]
    public async Task Every_way_to_read_gives_the_same_octets(string way)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await SelectAsync(server);
        Task serving = ServeTwoAsync(server);
        List<string> seen = [];
        await foreach (FetchedMessage message in inbox.StreamAsync(TwoBodies()))
        {
            MessageBody body = message.Section(BodySection.Full)!;
            seen.Add(Encoding.ASCII.GetString(await ReadAsync(body, way)));
            await Assert.ThrowsAsync<InvalidOperationException>(() => body.CopyToAsync(Stream.Null));
        }

        await serving;
        Assert.Equal([Body1, Body2], seen);
        await AssertStillGoodAsync(server);
    }

    [Fact]
    public async Task A_cancellation_in_the_middle_of_a_body_leaves_the_connection_good()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await SelectAsync(server);
        using CancellationTokenSource cancel = new();
        Task loop = Task.Run(async () =>
        {
            await foreach (FetchedMessage message in inbox.StreamAsync(TwoBodies(), cancel.Token))
                await message.CopyBodyToAsync(Stream.Null, cancel.Token);
        });
        await server.ExpectAsync("A2 UID FETCH 7,9 (UID RFC822.SIZE BODY.PEEK[])\r\n");
        await server.SendAsync("* 1 FETCH (UID 7 BODY[] {1000}\r\nhalf");
        await cancel.CancelAsync();
        await loop.FailsAsync<OperationCanceledException>();

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A3 NOOP\r\n");
        await server.SendAsync(new string('x', 996) + ")\r\n* 2 FETCH (UID 9 BODY[] {3}\r\nabc)\r\nA2 OK done\r\nA3 OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    [Fact]
    public async Task Leaving_the_loop_with_a_pipe_in_hand_leaves_the_connection_good()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await SelectAsync(server);
        Task serving = ServeTwoAsync(server);
        System.IO.Pipelines.PipeReader? pipe = null;
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (FetchedMessage message in inbox.StreamAsync(TwoBodies()))
            {
                pipe = message.Section(BodySection.Full)!.OpenPipe();
                Assert.False((await pipe.ReadAsync()).Buffer.IsEmpty);
                throw new FormatException("the consumer does not like it, and has not advanced");
            }
        });

        await serving;
        await AssertStillGoodAsync(server);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pipe!.ReadAsync());
    }

    [Fact]
    public async Task A_command_in_the_middle_of_a_body_is_answered_and_the_body_goes_on()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await SelectAsync(server);
        List<string> seen = [];
        Task serving = ServeTwoAsync(server);
        Task nested = Task.CompletedTask;
        await foreach (FetchedMessage message in inbox.StreamAsync(TwoBodies()))
        {
            await using Stream body = message.OpenBody();
            byte[] start = new byte[9];
            await body.ReadExactlyAsync(start);
            if (seen.Count == 0)
            {
                nested = Task.Run(async () =>
                {
                    await serving;
                    await server.AnswerAsync("A3 NOOP\r\n", "{tag} OK\r\n");
                });
                Assert.True((await server.Connection.SendAsync(new NoopCommand())).IsOk);
            }

            using StreamReader rest = new(body);
            seen.Add(Encoding.ASCII.GetString(start) + await rest.ReadToEndAsync());
        }

        await nested;
        Assert.Equal([Body1, Body2], seen);
    }

    [Fact]
    public async Task A_body_that_the_loop_has_left_behind_says_so()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await SelectAsync(server);
        Task serving = ServeTwoAsync(server);
        List<FetchedMessage> kept = [];
        await foreach (FetchedMessage message in inbox.StreamAsync(TwoBodies()))
            kept.Add(message);

        await serving;
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => kept[0].CopyBodyToAsync(Stream.Null));
        Assert.Contains("before the loop moves on", exception.Message, StringComparison.Ordinal);
    }

    internal static async Task<SelectedMailbox> SelectAsync(ScriptedServer server)
    {
        Task<SelectedMailbox> selecting = server.Connection.SelectAsync("INBOX");
        await server.AnswerAsync("A1 SELECT INBOX\r\n", "* FLAGS (\\Seen)\r\n* 2 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n{tag} OK [READ-WRITE] done\r\n");
        return await selecting;
    }

    private static async Task<byte[]> ReadAsync(MessageBody body, string way)
    {
        using MemoryStream memory = new();
        switch (way)
        {
            case "stream":
                await using (Stream stream = body.Open())
                {
                    Assert.Equal(body.Size, stream.Length);
                    await stream.CopyToAsync(memory);
                    Assert.Equal(body.Size, stream.Position);
                }

                break;
            case "pipe":
                System.IO.Pipelines.PipeReader pipe = body.OpenPipe();
                await pipe.CopyToAsync(memory);
                await pipe.CompleteAsync();
                break;
            case "copy":
                await body.CopyToAsync(memory);
                break;
            default:
                return await body.ReadAllAsync();
        }

        return memory.ToArray();
    }

    private static UidFetchCommand TwoBodies() => new(UidSet.Parse("7,9"), [FetchItem.Size, FetchItem.Body()]);

    private static async Task ServeTwoAsync(ScriptedServer server)
    {
        await server.ExpectAsync("A2 UID FETCH 7,9 (UID RFC822.SIZE BODY.PEEK[])\r\n");
        await server.SendAsync($"* 1 FETCH (UID 7 BODY[] {{{Body1.Length}}}\r\n{Body1} RFC822.SIZE 23)\r\n");
        await server.SendAsync($"* 2 FETCH (UID 9 BODY[] {{{Body2.Length}}}\r\n{Body2} RFC822.SIZE 24)\r\n");
        await server.SendAsync("A2 OK done\r\n");
    }

    private static async Task AssertStillGoodAsync(ScriptedServer server)
    {
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A3 NOOP\r\n", "{tag} OK\r\n");
        Assert.True((await noop).IsOk);
    }
}
