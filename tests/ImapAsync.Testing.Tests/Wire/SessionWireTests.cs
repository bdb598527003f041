using ImapAsync.Testing.Tests.Support;
using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>The commands on the session itself, octet by octet.</summary>
public sealed class SessionWireTests
{
    [Fact]
    public async Task Greets_with_its_capabilities()
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(static options => options.WithOnly("IDLE", "STARTTLS").Greeting = "Hello");
        await using IImapTransport transport = server.Connect();
        System.IO.Pipelines.ReadResult result = await transport.Input.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("* OK [CAPABILITY IMAP4rev1 IDLE STARTTLS] Hello\r\n", System.Text.Encoding.ASCII.GetString(result.Buffer.FirstSpan));
    }

    [Theory]
    [InlineData("A1 NOOP", "A1 OK Done\r\n")]
    [InlineData("A1 noop", "A1 OK Done\r\n")]
    [InlineData("A1 NOOP ", "A1 BAD Expected the end of the command at octet 7, found ' '\r\n")]
    [InlineData("A1 XYZZY", "A1 BAD The command XYZZY is not known\r\n")]
    [InlineData("A1 UID NOOP", "A1 BAD The command UID NOOP is not known\r\n")]
    [InlineData("A1 SELECT INBOX", "A1 BAD SELECT cannot be sent now: the session is not authenticated\r\n")]
    [InlineData("A1 LOGIN alice wrong", "A1 NO [AUTHENTICATIONFAILED] Wrong user name or password\r\n")]
    [InlineData("A1 LOGIN alice", "A1 BAD Expected a space at octet 14, found the end\r\n")]
    [InlineData("A1 LOGIN  alice secret", "A1 BAD Expected a string at octet 9, found ' alice secret'\r\n")]
    [InlineData("A1 ID NIL", "* ID (\"name\" \"ImapAsync.Testing\" \"vendor\" \"ImapAsync\")\r\nA1 OK Pleased to meet you\r\n")]
    [InlineData("A1 ID (\"name\" \"x\" \"version\" NIL)", "* ID (\"name\" \"ImapAsync.Testing\" \"vendor\" \"ImapAsync\")\r\nA1 OK Pleased to meet you\r\n")]
    [InlineData("A1 LOGOUT", "* BYE See you\r\nA1 OK Logged out\r\n")]
    public async Task Answers_before_login(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.ConnectAsync(server);
        Assert.Equal(expected, await client.CommandAsync(command));
    }

    [Theory]
    [InlineData("\r\n", "* BAD A command begins with a tag: letters and digits, such as A1 (RFC 9051 §2.2.1).\r\n")]
    [InlineData("+ NOOP\r\n", "* BAD A command begins with a tag: letters and digits, such as A1 (RFC 9051 §2.2.1).\r\n")]
    [InlineData("A1\r\n", "* BAD There is no command after the tag.\r\n")]
    public async Task Reports_what_is_not_a_command(string octets, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.ConnectAsync(server);
        await client.SendAsync(octets);
        string line = await client.LineAsync();
        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(line)));
    }

    [Fact]
    public async Task Takes_literals_that_wait_and_that_do_not()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.ConnectAsync(server);
        await client.SendAsync("A1 LOGIN {5}\r\n");
        Assert.Equal("+ Ready for the literal\r\n", await client.LineAsync());
        await client.SendAsync("alice {6+}\r\nsecret\r\n");
        Assert.StartsWith("A1 OK [CAPABILITY IMAP4rev1 IMAP4rev2 ", await client.LineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enables_what_it_knows()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal("* ENABLED QRESYNC\r\nA1 OK Enabled\r\n", await client.CommandAsync("A1 ENABLE X-FOO qresync"));
        Assert.Equal("* ENABLED\r\nA2 OK Enabled\r\n", await client.CommandAsync("A2 ENABLE QRESYNC"));
    }

    [Fact]
    public async Task Reports_while_idling()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.SendAsync("A1 IDLE\r\n");
        Assert.Equal("+ Idling\r\n", await client.LineAsync());
        server.User("alice").Inbox.Deliver(Servers.First);
        Assert.Equal("* 4 EXISTS\r\n", await client.LineAsync());
        Assert.Equal("* 4 RECENT\r\n", await client.LineAsync());
        server.User("alice").Inbox.Remove(UidSet.Parse("2"));
        Assert.Equal("* 2 EXPUNGE\r\n", await client.LineAsync());
        server.User("alice").Inbox.SetFlags(UidSet.Parse("3"), Flag.Flagged);
        Assert.Equal("* 2 FETCH (FLAGS (\\Flagged \\Recent))\r\n", await client.LineAsync());
        await client.SendAsync("DONE\r\n");
        Assert.Equal("A1 OK Idled\r\n", await client.LineAsync());
        Assert.Equal("A2 OK Done\r\n", await client.CommandAsync("A2 NOOP"));
    }

    [Fact]
    public async Task Any_other_line_ends_an_IDLE()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.SendAsync("A1 IDLE\r\nA2 NOOP\r\n");
        Assert.Equal("+ Idling\r\n", await client.LineAsync());
        Assert.Equal("A1 BAD IDLE must be ended by DONE\r\n", await client.LineAsync());
    }

    [Fact]
    public async Task Says_goodbye_to_a_client_that_says_nothing()
    {
        ManualTimeProvider clock = new();
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(clock: clock);
        await using WireClient client = await WireClient.LogInAsync(server);
        clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("A1 OK Done\r\n", await client.CommandAsync("A1 NOOP"));
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("* BYE The connection was idle for too long\r\n", await client.UntilEndAsync());
    }

    [Fact]
    public async Task Acts_for_another_only_as_an_administrator()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.AddUser("root", "secret").AsAdministrator());
        await using WireClient client = await WireClient.LogInAsync(server, "root");
        Assert.Equal("A1 OK Acting for alice\r\n", await client.CommandAsync("A1 PROXYAUTH alice"));
        Assert.EndsWith("A2 OK Completed\r\n", await client.CommandAsync("A2 STATUS INBOX (MESSAGES)"), StringComparison.Ordinal);
        await using WireClient bob = await WireClient.LogInAsync(server, "bob");
        Assert.Equal("A1 NO [AUTHORIZATIONFAILED] bob may not act for that user, or there is no such user\r\n", await bob.CommandAsync("A1 PROXYAUTH alice"));
    }
}
