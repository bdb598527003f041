namespace ImapAsync.Tests;

/// <summary>A streamed literal between its consumer and the read loop.</summary>
public sealed class InboundLiteralTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_literal_can_be_read_to_its_end_after_the_commands_waiting_for_it_have_gone()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        await using IAsyncEnumerator<TestItem> items = server.Connection.StreamAsync(new TestStreamCommand("FETCH 1 BODY[]")).GetAsyncEnumerator();
        ValueTask<bool> first = items.MoveNextAsync();
        await server.ExpectAsync("A1 FETCH 1 BODY[]\r\n");
        await server.SendAsync("* 1 FETCH (BODY[] {300000}\r\n" + new string('a', 1000));
        Assert.True(await first.InTime());
        TestItem item = items.Current;
        Assert.Equal(new string('a', 10), await item.ReadAsync(atMost: 10));

        // A command waits for the literal, so that it is read into memory, and is then cancelled.
        using CancellationTokenSource cancel = new();
        Task waiting = server.Connection.SendAsync(new NoopCommand(), cancel.Token).AsTask();
        await server.ExpectAsync("A2 NOOP\r\n");
        await server.SendAsync(new string('b', 100_000));
        await item.ReadAsync(atMost: 50_000);
        await cancel.CancelAsync();
        await waiting.FailsAsync<OperationCanceledException>();

        Task<string> rest = item.ReadAsync();
        await server.SendAsync(new string('c', 199_000) + ")\r\nA1 OK fetched\r\nA2 OK done\r\n");
        Assert.Equal(300_000 - 10 - 50_000, (await rest.InTime()).Length);
        Assert.False(await items.MoveNextAsync().InTime());
    }

    [Fact]
    public async Task New_commands_do_not_delay_the_report_to_the_waiting_ones()
    {
        ImapConnectionOptions options = ScriptedServerSteps.Options(_clock) with { Limits = new ImapLimits { MaxReadAheadOctets = 1000 }, StallTimeout = TimeSpan.FromSeconds(10) };
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: options);
        await using IAsyncEnumerator<TestItem> items = server.Connection.StreamAsync(new TestStreamCommand("FETCH 1 BODY[]")).GetAsyncEnumerator();
        ValueTask<bool> first = items.MoveNextAsync();
        await server.ExpectAsync("A1 FETCH 1 BODY[]\r\n");
        await server.SendAsync("* 1 FETCH (BODY[] {300000}\r\n" + new string('a', 200_000));
        Assert.True(await first.InTime());

        int timers = _clock.ArmedTimers;
        Task waiting = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await _clock.WhenTimersArmedAsync(timers + 1).InTime();
        for (int i = 0; i < 4 && !waiting.IsCompleted; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            _ = server.Connection.SendAsync(new NoopCommand()).AsTask().ContinueWith(static task => task.Exception, TaskScheduler.Default);
            await server.Connection.Core.WhenQuietAsync();
        }

        ImapBlockedException blocked = await waiting.FailsAsync<ImapBlockedException>();
        Assert.Contains("a literal of 300000 octets", blocked.Message, StringComparison.Ordinal);
        Assert.Contains("MaxReadAheadOctets", blocked.Message, StringComparison.Ordinal);

        // The body is still available.
        Task<string> body = items.Current.ReadAsync();
        await server.SendAsync(new string('a', 100_000) + ")\r\n");
        Assert.Equal(300_000, (await body.InTime()).Length);
    }

    [Fact]
    public async Task A_literal_too_long_to_discard_is_not_even_begun()
    {
        ImapConnectionOptions options = ScriptedServerSteps.Options() with { Limits = new ImapLimits { MaxDiscardedOctets = 100_000 } };
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: options);
        Task loop = BreakAsync(server.Connection);
        await server.ExpectAsync("A1 FETCH 1 BODY[]\r\n");
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.SendAsync("* 1 FETCH (BODY[] {3000000000}\r\nabc");
        await loop.InTime();
        await server.SendAsync("def");

        ImapConnectionException lost = await noop.FailsAsync<ImapConnectionException>();
        Assert.Contains("MaxDiscardedOctets", lost.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("broke the protocol", lost.Message, StringComparison.Ordinal);
        Assert.Equal("MaxDiscardedOctets", Assert.IsType<ImapLimitException>(lost.InnerException).Limit);
    }

    [Theory]
    [InlineData(" BROKEN)\r\n")]
    [InlineData(" BROKEN {3}\r\nabc)\r\n")]
    public async Task What_cannot_be_read_after_a_literal_is_contained(string tail)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        ImapItems<TestItem> stream = server.Connection.StreamAsync(new TestStreamCommand("FETCH 1:2 BODY[]"));
        List<string> bodies = [];
        Task loop = ReadAllAsync(stream, bodies);
        await server.ExpectAsync("A1 FETCH 1:2 BODY[]\r\n");
        await server.SendAsync($"* 1 FETCH (BODY[] {{5}}\r\nfirst{tail}* 2 FETCH (BODY[] {{6}}\r\nsecond)\r\nA1 OK done\r\n");
        await loop.InTime();

        Assert.Equal(["first", "second"], bodies);
        MalformedResponse malformed = Assert.Single((await stream.Completion.InTime()).Malformed);
        Assert.Equal("FETCH", malformed.Name);
        Assert.Contains("broken", malformed.Reason, StringComparison.Ordinal);
    }

    private static async Task BreakAsync(ImapConnection connection)
    {
        await foreach (TestItem item in connection.StreamAsync(new TestStreamCommand("FETCH 1 BODY[]")))
            break;
    }

    private static async Task ReadAllAsync(ImapItems<TestItem> stream, List<string> bodies)
    {
        await foreach (TestItem item in stream)
            bodies.Add(await item.ReadAsync());
    }
}
