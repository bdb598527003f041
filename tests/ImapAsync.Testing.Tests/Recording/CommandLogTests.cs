using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Recording;

/// <summary>What the server remembers of its clients' commands.</summary>
public sealed class CommandLogTests
{
    [Fact]
    public async Task Records_what_was_sent_by_whom_and_how_it_ended()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("A1 SELECT Nowhere");
        await client.CommandAsync("A2 XYZZY");
        Assert.Equal(["LOGIN alice secret", "SELECT Nowhere", "XYZZY"], server.Commands.Texts);
        Assert.Equal([ImapStatus.Ok, ImapStatus.No, ImapStatus.Bad], server.Commands.Select(static command => command.Status!.Value));
        Assert.Equal([null, "alice", "alice"], server.Commands.Select(static command => command.User));
        Assert.Equal("A1", server.Commands.Of("select")[0].Tag);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), server.Commands[0].At);
    }

    [Fact]
    public async Task Counts_round_trips()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Commands.Clear();
        await client.SendAsync("A1 NOOP\r\nA2 NOOP\r\nA3 NOOP\r\n");
        await client.UntilTaggedAsync("A3");
        Assert.Equal(1, server.Commands.RoundTrips);
        await client.SendAsync("A4 CREATE {1}\r\n");
        await client.LineAsync();
        await client.SendAsync("a\r\n");
        await client.UntilTaggedAsync("A4");
        Assert.Equal(3, server.Commands.RoundTrips);
        Assert.Equal([2, 2, 2, 4], server.Commands.Select(static command => command.RoundTrip));
    }

    [Fact]
    public async Task Select_and_FETCH_are_one_round_trip_of_the_sdk()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(TestContext.Current.CancellationToken);
        await connection.LoginAsync("alice", "secret", TestContext.Current.CancellationToken);
        server.Commands.Clear();
        SelectedMailbox inbox = connection.BeginSelect(new SelectCommand("INBOX"));
        int count = 0;
        await foreach (FetchedMessage _ in inbox.FetchAsync(UidSet.All, [FetchItem.Envelope], TestContext.Current.CancellationToken))
            count++;
        Assert.Equal(3, count);
        Assert.Equal(["SELECT", "UID FETCH"], server.Commands.Names);
        Assert.InRange(server.Commands.RoundTrips, 1, 2);
    }

    [Fact]
    public async Task Waits_for_a_command()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Task<RecordedCommand> idle = server.Commands.WhenReceivedAsync("IDLE", TestContext.Current.CancellationToken);
        Assert.False(idle.IsCompleted);
        await client.SendAsync("A1 IDLE\r\n");
        Assert.Equal("IDLE", (await idle).Text);
        Assert.Same(await idle, await server.Commands.WhenReceivedAsync(static command => command.Tag == "A1", TestContext.Current.CancellationToken));
    }

    // Each command counts for 256 octets more than its length.
    [Theory]
    [InlineData(1_000_000, 40, 0)]
    [InlineData(4000, 13, 27)]
    [InlineData(1, 1, 39)]
    public async Task The_oldest_are_forgotten(int most, int kept, int forgotten)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(options => options.Limits = new() { MaxRecordedOctets = most });
        await using WireClient client = await WireClient.ConnectAsync(server);
        for (int i = 1; i <= 40; i++)
            await client.CommandAsync($"A{i} NOOP");
        Assert.Equal((kept, forgotten), (server.Commands.Count, (int)server.Commands.Forgotten));
        Assert.Equal(kept, server.Commands.Texts.Count);
        Assert.Equal("A40", server.Commands[server.Commands.Count - 1].Tag);
        Assert.Equal($"A{41 - kept}", server.Commands[0].Tag);
        server.Commands.Clear();
        Assert.Equal(0, server.Commands.Forgotten);
    }

    [Fact]
    public async Task A_large_command_is_kept_until_the_next()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.Limits = new() { MaxRecordedOctets = 1000 });
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync($"A1 APPEND INBOX {{2000+}}\r\n{new string('x', 2000)}");
        Assert.Equal("A1", Assert.Single(server.Commands).Tag);
        await client.CommandAsync("A2 NOOP");
        Assert.Equal("A2", Assert.Single(server.Commands).Tag);
    }
}
