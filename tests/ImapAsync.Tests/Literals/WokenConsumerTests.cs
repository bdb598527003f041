namespace ImapAsync.Tests;

/// <summary>Other commands wait for a body whose reader has just been notified of it: is it left to the reader, or read into memory?</summary>
public sealed class WokenConsumerTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_body_is_left_to_a_reader_that_waited_for_it()
    {
        await using ScriptedServer server = await StartAsync();
        Fetches fetches = await BeginAsync(server);
        Assert.False(fetches.Second.IsCompleted);

        Assert.Equal(300_000, (await fetches.ReadFirstAsync()).Length);
        Assert.Equal(1, await fetches.Second.InTime());
    }

    [Fact]
    public async Task A_reader_that_does_not_begin_delays_others_only_for_a_moment()
    {
        await using ScriptedServer server = await StartAsync();
        Fetches fetches = await BeginAsync(server);

        // The period restarts if the reader has taken the message meanwhile.
        for (int i = 0; i < 2; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.WhenAny(fetches.Second, _clock.WhenTimersArmedAsync(fetches.Timers + 1)).InTime();
        }

        Assert.Equal(1, await fetches.Second.InTime());
        Assert.Equal(300_000, (await fetches.ReadFirstAsync()).Length);
    }

    [Fact]
    public async Task A_reader_that_first_asks_something_else_is_answered_at_once()
    {
        await using ScriptedServer server = await StartAsync();
        Fetches fetches = await BeginAsync(server);

        Task noop = server.Connection.NoopAsync();
        Assert.Equal(1, await fetches.Second.InTime());
        await server.AnswerAsync("A4 NOOP\r\n", "{tag} OK\r\n");
        await noop.InTime();
        Assert.Equal(300_000, (await fetches.ReadFirstAsync()).Length);
    }

    private Task<ScriptedServer> StartAsync() => ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(_clock));

    // Two requests wait, and the first is notified of its body, which the other's follows: until the read loop waits.
    private async Task<Fetches> BeginAsync(ScriptedServer server)
    {
        SelectedMailbox inbox = await StreamedBodyTests.SelectAsync(server);
        IAsyncEnumerator<FetchedMessage> first = Fetch(inbox, 1).GetAsyncEnumerator();
        Task<bool> told = first.MoveNextAsync().AsTask();
        Task<int> second = ReadAsync(Fetch(inbox, 2));
        await server.ExpectAsync("A2 UID FETCH 1 (UID BODY.PEEK[])\r\nA3 UID FETCH 2 (UID BODY.PEEK[])\r\n");
        int timers = _clock.ArmedTimers;
        string body = new('a', 300_000);
        Task sending = server.SendAsync($"* 1 FETCH (UID 1 BODY[] {{300000}}\r\n{body})\r\nA2 OK\r\n* 2 FETCH (UID 2 BODY[] {{1}}\r\nb)\r\nA3 OK\r\n");
        Assert.True(await told.InTime());
        await _clock.WhenTimersArmedAsync(timers + 1).InTime();
        return new Fetches(first, second, sending, timers);
    }

    private static ImapItems<FetchedMessage> Fetch(SelectedMailbox inbox, uint uid) =>
        inbox.StreamAsync(new UidFetchCommand(new Uid(uid), [FetchItem.Body()]));

    private static async Task<int> ReadAsync(ImapItems<FetchedMessage> messages)
    {
        int octets = 0;
        await foreach (FetchedMessage message in messages)
            octets += (await message.Section(BodySection.Full)!.ReadAllAsync()).Length;
        return octets;
    }

    private sealed record Fetches(IAsyncEnumerator<FetchedMessage> First, Task<int> Second, Task Sending, int Timers)
    {
        public async Task<byte[]> ReadFirstAsync()
        {
            byte[] body = await First.Current.Section(BodySection.Full)!.ReadAllAsync().AsTask().InTime();
            await Sending.InTime();
            return body;
        }
    }
}
