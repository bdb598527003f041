namespace ImapAsync.Tests;

/// <summary>FETCH with bodies of more than one message: the octets of its windows, and what is reported at each kind of end.</summary>
public sealed class WindowedFetchTests
{
    private const string Sizes = "A2 UID FETCH 1:3 (UID RFC822.SIZE)\r\n";

    // Two windows: the second and the third message are over a mebibyte together.
    private const string Sized = "* 1 FETCH (UID 1 RFC822.SIZE 3)\r\n* 2 FETCH (UID 2 RFC822.SIZE 3)\r\n* 3 FETCH (UID 3 RFC822.SIZE 1048576)\r\n{tag} OK done\r\n";

    private static readonly FetchItems Bodies = FetchItem.Body();

    [Fact]
    public async Task The_next_window_is_requested_while_one_is_read()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage> stream = inbox.FetchAsync(UidSet.Parse("1:3"), Bodies);
        Task<List<string>> reading = ReadAsync(stream);
        await server.AnswerAsync(Sizes, Sized);
        await server.ExpectAsync("A3 UID FETCH 1:2 (UID BODY.PEEK[])\r\nA4 UID FETCH 3 (UID BODY.PEEK[])\r\n");
        await server.SendAsync(Fetched(1) + Fetched(2) + "A3 OK one\r\n" + Fetched(3) + "A4 OK [X] two\r\n");

        Assert.Equal(["1:abc", "2:abc", "3:abc"], await reading.InTime());
        ImapResult<long> result = await stream.Completion.InTime();
        Assert.Equal((3L, "two", "X"), (result.Value, result.Text, result.Code!.Name));
    }

    [Fact]
    public async Task One_message_needs_no_sizes()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<List<string>> reading = ReadAsync(inbox.FetchAsync(new Uid(7), Bodies));
        await server.ExpectAsync("A2 UID FETCH 7 (UID BODY.PEEK[])\r\n");
        await server.SendAsync(Fetched(7) + "A2 OK done\r\n");
        Assert.Equal(["7:abc"], await reading.InTime());
    }

    [Fact]
    public async Task Leaving_the_loop_leaves_the_connection_good_and_has_an_end()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage> stream = inbox.FetchAsync(UidSet.Parse("1:3"), Bodies);
        Task reading = Task.Run(async () =>
        {
            await foreach (FetchedMessage _ in stream)
                break;
        });
        await server.AnswerAsync(Sizes, Sized);
        await server.ExpectAsync("A3 UID FETCH 1:2 (UID BODY.PEEK[])\r\nA4 UID FETCH 3 (UID BODY.PEEK[])\r\n");
        await server.SendAsync(Fetched(1) + Fetched(2));
        await reading.InTime();
        await server.SendAsync("A3 OK one\r\n" + Fetched(3) + "A4 OK two\r\n");

        Assert.Equal((1L, "one"), ((await stream.Completion.InTime()).Value, (await stream.Completion).Text));
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A5 NOOP\r\n", "{tag} OK\r\n");
        await noop.InTime();
    }

    // Courier and Gmail refuse lines of 16 KiB.
    [Fact]
    public async Task A_set_too_long_for_a_line_is_cut()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        UidSet odd = UidSet.Of(Enumerable.Range(0, 2000).Select(number => new Uid(100_001 + (2 * (uint)number))));
        Task<List<FetchedMessage>> reading = inbox.FetchAsync(odd, FetchItems.Flags).ToListAsync().AsTask();
        string first = await server.ReceiveLineAsync();
        string second = await server.ReceiveLineAsync();
        await server.SendAsync("A2 OK done\r\nA3 OK done\r\n");

        Assert.Empty(await reading.InTime());
        Assert.InRange(first.Length, 7000, LongSets.MaxOctets + "A2 UID FETCH  (FLAGS)".Length);
        Assert.Equal(odd, UidSet.Parse(first.Split(' ')[3]) | UidSet.Parse(second.Split(' ')[3]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_of_the_sizes_is_reported_like_any_other(bool throws)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage> stream = inbox.FetchAsync(UidSet.Parse("1:3"), Bodies);
        Task<List<string>> reading = ReadAsync(throws ? stream : stream.NoThrow());
        await server.AnswerAsync(Sizes, "{tag} NO [LIMIT] not so many\r\n");

        if (throws)
            Assert.Equal("LIMIT", (await reading.FailsAsync<ImapCommandException>()).Code!.Name);
        else
            Assert.Empty(await reading.InTime());
        ImapResult<long> result = await stream.Completion.InTime();
        Assert.Equal((ImapStatus.No, "LIMIT"), (result.Status, result.Code!.Name));
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_window_that_is_refused_is_the_last(bool throws)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage> stream = inbox.FetchAsync(UidSet.Parse("1:3"), Bodies);
        Task<List<string>> reading = ReadAsync(throws ? stream : stream.NoThrow());
        await server.AnswerAsync(Sizes, Sized);
        await server.ExpectAsync("A3 UID FETCH 1:2 (UID BODY.PEEK[])\r\nA4 UID FETCH 3 (UID BODY.PEEK[])\r\n");
        await server.SendAsync(Fetched(1) + "A3 NO [EXPUNGEISSUED] some are gone\r\n" + Fetched(3) + "A4 OK\r\n");

        if (throws)
            Assert.Equal("EXPUNGEISSUED", (await reading.FailsAsync<ImapCommandException>()).Code!.Name);
        else
            Assert.Equal(["1:abc"], await reading.InTime());
        Assert.Equal("some are gone", (await stream.Completion.InTime()).Text);
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A5 NOOP\r\n", "{tag} OK\r\n");
        await noop.InTime();
    }

    [Theory]
    [InlineData("")]
    [InlineData(Sized)]
    public async Task A_lost_connection_ends_the_completion_too(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage> stream = inbox.FetchAsync(UidSet.Parse("1:3"), Bodies);
        Task<List<string>> reading = ReadAsync(stream);
        await server.AnswerAsync(Sizes, answer);
        if (answer.Length > 0)
            await server.ExpectAsync("A3 UID FETCH 1:2 (UID BODY.PEEK[])\r\nA4 UID FETCH 3 (UID BODY.PEEK[])\r\n");
        await server.CloseAsync();

        await reading.FailsAsync<ImapConnectionException>();
        await stream.Completion.FailsAsync<ImapConnectionException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData(Sized)]
    public async Task A_cancellation_ends_the_completion_too(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        using CancellationTokenSource cancel = new();
        ImapItems<FetchedMessage> stream = inbox.FetchAsync(UidSet.Parse("1:3"), Bodies, cancel.Token);
        Task<List<string>> reading = ReadAsync(stream);
        await server.AnswerAsync(Sizes, answer);
        if (answer.Length > 0)
            await server.ExpectAsync("A3 UID FETCH 1:2 (UID BODY.PEEK[])\r\nA4 UID FETCH 3 (UID BODY.PEEK[])\r\n");
        await cancel.CancelAsync();

        await reading.FailsAsync<OperationCanceledException>();
        await stream.Completion.FailsAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task It_is_enumerated_once()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage> stream = inbox.FetchAsync(new Uid(7), FetchItems.Flags);
        Task<List<FetchedMessage>> reading = stream.ToListAsync().AsTask();
        await server.AnswerAsync("A2 UID FETCH 7 (FLAGS)\r\n", "{tag} OK done\r\n");
        await reading.InTime();

        InvalidOperationException again = await stream.ToListAsync().AsTask().FailsAsync<InvalidOperationException>();
        Assert.Contains("can be enumerated only once", again.Message, StringComparison.Ordinal);
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Fact]
    public async Task Without_a_loop_there_is_no_completion_to_wait_for()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage>[] streams = [inbox.FetchAsync(new Uid(7), Bodies), inbox.StreamAsync(new UidFetchCommand(new Uid(7), Bodies))];
        foreach (ImapItems<FetchedMessage> stream in streams)
        {
            InvalidOperationException early = await Assert.ThrowsAsync<InvalidOperationException>(() => stream.Completion.InTime());
            Assert.Contains("nothing was sent", early.Message, StringComparison.Ordinal);
        }
    }

    private static string Fetched(int uid) => $"* {uid} FETCH (UID {uid} BODY[] {{3}}\r\nabc)\r\n";

    private static async Task<List<string>> ReadAsync(ImapItems<FetchedMessage> stream)
    {
        List<string> seen = [];
        await foreach (FetchedMessage message in stream)
            seen.Add($"{message.Uid}:{System.Text.Encoding.ASCII.GetString(await message.Section(BodySection.Full)!.ReadAllAsync())}");
        return seen;
    }
}
