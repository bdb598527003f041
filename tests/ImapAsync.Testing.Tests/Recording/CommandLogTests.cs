using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Recording;

/// <summary>What the server remembers of its clients' commands.</summary>
public sealed class CommandLogTests
{
    [Fact]
    public async Task RecordsWhatWasSentByWhomAndHowItEnded()
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
    public async Task CountsRoundTrips()
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
    public async Task SelectAndFetchAreOneRoundTripOfTheSdk()
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
    public async Task WaitsForACommand()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Task<RecordedCommand> idle = server.Commands.WhenReceivedAsync("IDLE", TestContext.Current.CancellationToken);
        Assert.False(idle.IsCompleted);
        await client.SendAsync("A1 IDLE\r\n");
        Assert.Equal("IDLE", (await idle).Text);
        Assert.Same(await idle, await server.Commands.WhenReceivedAsync(static command => command.Tag == "A1", TestContext.Current.CancellationToken));
    }
}
