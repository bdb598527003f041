using ImapAsync.Testing.Tests.Support;
using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Faults;

/// <summary>Faults at commands, and of the whole connection.</summary>
public sealed class CommandFaultTests
{
    [Fact]
    public async Task Answers_no_or_bad_and_does_nothing()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.Faults.On("STORE").Once().AnswerNo("Locked", "INUSE");
        server.Faults.On("UID SEARCH").AnswerBad("What?");
        Assert.Equal("A1 NO [INUSE] Locked\r\n", await client.CommandAsync("A1 UID STORE 1 +FLAGS (\\Seen)"));
        Assert.DoesNotContain(server.User("alice").Inbox.Messages, static message => message.Flags.Contains(Flag.Seen));
        Assert.Contains("A2 OK", await client.CommandAsync("A2 STORE 1 +FLAGS (\\Seen)"), StringComparison.Ordinal);
        Assert.Equal("A3 BAD What?\r\n", await client.CommandAsync("A3 UID SEARCH ALL"));
        Assert.Contains("A4 OK", await client.CommandAsync("A4 SEARCH ALL"), StringComparison.Ordinal);
        server.Faults.Clear();
        Assert.Contains("A5 OK", await client.CommandAsync("A5 UID SEARCH ALL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_some_pass_and_fails_some()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.On("NOOP").After(1).Times(2).AnswerNo("Busy");
        string[] answers = [await client.CommandAsync("A1 NOOP"), await client.CommandAsync("A2 NOOP"), await client.CommandAsync("A3 NOOP"), await client.CommandAsync("A4 NOOP")];
        Assert.Equal(["A1 OK Done\r\n", "A2 NO Busy\r\n", "A3 NO Busy\r\n", "A4 OK Done\r\n"], answers);
    }

    [Fact]
    public async Task Drops_the_connection_instead_of_doing_it()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.Faults.On("EXPUNGE").Send("* BYE Shutting").Drop();
        await client.SendAsync("A1 STORE 1 +FLAGS.SILENT (\\Deleted)\r\nA2 EXPUNGE\r\n");
        Assert.Equal("A1 OK Stored\r\n* BYE Shutting", await client.UntilEndAsync());
        Assert.Equal(3, server.User("alice").Inbox.Messages.Count);
        Assert.Null(server.Commands.Of("EXPUNGE")[0].Status);
    }

    [Fact]
    public async Task Does_it_and_loses_the_answer()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.Faults.On("EXPUNGE").LoseAnswer();
        await client.SendAsync("A1 STORE 1 +FLAGS.SILENT (\\Deleted)\r\nA2 EXPUNGE\r\n");
        Assert.Equal("A1 OK Stored\r\n", await client.UntilEndAsync());
        Assert.Equal(2, server.User("alice").Inbox.Messages.Count);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(5, "* OK ")]
    [InlineData(9, "* OK [CAP")]
    public async Task Drops_the_connection_at_an_octet(long octets, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.Faults.DropAfterOctets(octets);
        await using IImapTransport transport = server.Connect();
        System.IO.Pipelines.ReadResult result = await transport.Input.ReadAtLeastAsync(100, TestContext.Current.CancellationToken);
        Assert.True(result.IsCompleted);
        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(result.Buffer.FirstSpan));
    }

    [Fact]
    public async Task Delays_by_the_servers_clock()
    {
        ManualTimeProvider clock = new();
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.InactivityTimeout = Timeout.InfiniteTimeSpan, clock);
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.On("NOOP").DelayBy(TimeSpan.FromHours(1));
        Task<string> answer = client.CommandAsync("A1 NOOP");
        await clock.WhenTimersArmedAsync();
        Assert.False(answer.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("A1 OK Done\r\n", await answer);
    }

    [Fact]
    public async Task Sends_slowly_by_the_servers_clock()
    {
        ManualTimeProvider clock = new();
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.InactivityTimeout = Timeout.InfiniteTimeSpan, clock);
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.OctetsPerSecond = 60;
        Task<string> answer = client.CommandAsync("A1 NOOP"); // 12 octets are sent, in two pieces
        for (int i = 0; i < 2; i++)
        {
            await clock.WhenTimersArmedAsync();
            Assert.False(answer.IsCompleted);
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal("A1 OK Done\r\n", await answer);
    }

    [Fact]
    public async Task Refuses_logins()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.Faults.RefuseLogins("Too many", "LIMIT");
        await using WireClient client = await WireClient.ConnectAsync(server);
        Assert.Equal("A1 NO [LIMIT] Too many\r\n", await client.CommandAsync("A1 LOGIN alice secret"));
        Assert.Equal("A2 NO [LIMIT] Too many\r\n", await client.CommandAsync("A2 AUTHENTICATE PLAIN AGFsaWNlAHNlY3JldA=="));
    }

    [Fact]
    public async Task Expires_a_token_and_takes_another()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapTestUser alice = server.User("alice").WithToken("one");
        await using (ImapConnection connection = await server.ConnectAsync(TestContext.Current.CancellationToken))
            await connection.AuthenticateAsync(SaslMechanism.XOAuth2("alice", "one"), TestContext.Current.CancellationToken);
        alice.ExpireToken();
        await using ImapConnection refused = await server.ConnectAsync(TestContext.Current.CancellationToken);
        ImapAuthenticationException error = await Assert.ThrowsAsync<ImapAuthenticationException>(
            () => refused.AuthenticateAsync(SaslMechanism.OAuthBearer("alice", "one"), TestContext.Current.CancellationToken));
        Assert.Equal("invalid_token", error.ServerError?.Code);
        alice.WithToken("two");
        await refused.AuthenticateAsync(SaslMechanism.OAuthBearer("alice", "two"), TestContext.Current.CancellationToken);
    }
}
