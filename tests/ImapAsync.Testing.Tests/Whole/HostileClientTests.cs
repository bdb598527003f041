using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Whole;

/// <summary>Clients that send what no client should: the server refuses or hangs up, and never fails itself.</summary>
public sealed class HostileClientTests
{
    [Theory]
    [InlineData("A1 SEARCH ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((ALL))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))")]
    [InlineData("A1 FETCH 1:4294967295 FLAGS")]
    [InlineData("A1 FETCH 1 BODY[1.1.1.1.1.1.1.1.99999999999]")]
    [InlineData("A1 FETCH 1 BODY[]<99999999999999999999.1>")]
    [InlineData("A1 STORE 1 FLAGS (\\)")]
    [InlineData("A1 STORE 1 FLAGS (a\"b)")]
    [InlineData("A1 SORT () UTF-8 ALL")]
    [InlineData("A1 LIST \"")]
    [InlineData("A1 APPEND INBOX \"no date\" {0+}\r\n")]
    [InlineData("A1 FETCH $ FLAGS)")]
    [InlineData("A1 SELECT INBOX (CONDSTORE")]
    [InlineData("A1 SETQUOTA \"\" (STORAGE 99999999999999999999)")]
    [InlineData("A1 LOGIN a b c")]
    public async Task Wrong_commands_are_bad(string command)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.StartsWith("A1 BAD ", await client.CommandAsync(command), StringComparison.Ordinal);
        Assert.Equal("A2 OK Done\r\n", await client.CommandAsync("A2 NOOP"));
    }

    [Fact]
    public async Task A_line_without_end_ends_the_connection()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.Limits = new() { MaxLineOctets = 1000 });
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.SendAsync(new string('x', 1001));
        Assert.Equal("* BYE [TOOBIG] A line of more than 1000 octets (ImapTestServerLimits.MaxLineOctets)\r\n", await client.UntilEndAsync());
    }

    [Theory]
    [InlineData("A1 APPEND INBOX {2000+}\r\n", "* BYE [TOOBIG] A literal of more than 1000 octets (ImapTestServerLimits.MaxLiteralOctets)\r\n")]
    [InlineData("A1 APPEND INBOX {99999999999999999999+}\r\n", "A1 BAD Expected a literal at octet 16, found '{99999999999999999999+}'\r\n")]
    public async Task A_literal_that_is_too_large_is_not_read(string octets, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.Limits = new() { MaxLiteralOctets = 1000 });
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.SendAsync(octets);
        Assert.Equal(expected, await client.LineAsync());
    }

    [Fact]
    public async Task Literals_that_do_not_wait_are_as_large_as_was_announced()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.Without("LITERAL+"));
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Contains(" LITERAL- ", await client.CommandAsync("A0 CAPABILITY"), StringComparison.Ordinal);
        await client.SendAsync("A1 CREATE {1+}\r\na\r\n");
        Assert.StartsWith("A1 OK", await client.LineAsync(), StringComparison.Ordinal);
        await client.SendAsync("A2 APPEND INBOX {4097+}\r\n");
        Assert.StartsWith("* BYE [TOOBIG] ", await client.UntilEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_connections_and_messages_are_refused()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.Limits = new() { MaxConnections = 1 });
        await using WireClient client = await WireClient.LogInAsync(server);
        await using WireClient refused = WireClient.Over(server.Connect());
        Assert.Equal("* BYE [UNAVAILABLE] Too many connections\r\n", await refused.UntilEndAsync());
        await using ImapTestServer small = await ImapTestServer.StartAsync(static options =>
        {
            options.Limits = new() { MaxMessages = 2 };
            options.AddUser("alice", "secret").Inbox.AddMessages(2);
        });
        await using WireClient full = await WireClient.LogInAsync(small);
        await full.SendAsync("A1 APPEND INBOX {3+}\r\nA: \r\n");
        Assert.Equal("A1 NO [LIMIT] There are already 2 messages in INBOX (ImapTestServerLimits.MaxMessages)\r\n", await full.LineAsync());
    }

    [Fact]
    public async Task Random_commands_never_make_the_server_fail()
    {
        string[] words =
        [
            "FETCH", "UID FETCH", "STORE", "SEARCH", "UID SEARCH", "SORT", "THREAD", "LIST", "LSUB", "STATUS", "APPEND", "COPY", "MOVE", "SELECT", "GETMETADATA", "SETACL", "GETQUOTA",
            "INBOX", "1", "1:*", "$", "0", "(", ")", "\"", "\\Seen", "FLAGS", "+FLAGS", "BODY[]", "BODY[1.MIME]", "BINARY[1]", "<0.9>", "ENVELOPE", "ALL", "NOT", "OR", "UID", "HEADER", "x", "RETURN", "(MIN)",
            "CHARSET", "UTF-8", "(DATE)", "REFERENCES", "\"\"", "*", "%", "(MESSAGES)", "lr", "/private/a", "NIL", "MODSEQ", "5", "SINCE", "1-Jan-2026", "[", "]", "{", "~",
        ];
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        SeededRandom random = new(7);
        for (int i = 0; i < 3000; i++)
        {
            string command = string.Join(' ', Enumerable.Range(0, 1 + random.Next(7)).Select(_ => words[random.Next(words.Length)]));
            string answer = await client.CommandAsync($"A{i} {command}");
            Assert.DoesNotContain("SERVERBUG", answer, StringComparison.Ordinal);
        }
    }
}
