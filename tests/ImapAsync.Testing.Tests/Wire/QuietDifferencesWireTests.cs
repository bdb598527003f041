using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>What docs/testing.md says about this server where it differs from others; what it says about those is tested on them.</summary>
public sealed class QuietDifferencesWireTests
{
    [Theory]
    [InlineData("FETCH 4 INTERNALDATE", "* 4 FETCH (INTERNALDATE \"12-Feb-2026 19:50:00 +0300\")\r\nA1 OK Fetched\r\n")]
    [InlineData("FETCH 1 BODY.PEEK[9]", "* 1 FETCH (BODY[9] NIL)\r\nA1 OK Fetched\r\n")]
    [InlineData("STORE 1 -FLAGS (\\Draft)", "* 1 FETCH (FLAGS (\\Recent))\r\nA1 OK Stored\r\n")]
    [InlineData("FETCH 99:* UID", "A1 BAD There are only 4 messages\r\n")]
    [InlineData("SEARCH 99:*", "* SEARCH 4\r\nA1 OK Searched\r\n")]
    [InlineData("LIST \"\" Box/b", "* LIST (\\HasChildren) \"/\" Box/b\r\nA1 OK Completed\r\n")]
    public async Task Are_as_the_table_says(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("B1 APPEND INBOX \"12-Feb-2026 19:50:00 +0300\" {3+}\r\nA: ");
        await client.CommandAsync("B2 CREATE Box/b/c");
        await client.CommandAsync("B3 SELECT INBOX");
        Assert.Equal(expected, await client.CommandAsync("A1 " + command));
    }

    [Theory]
    [InlineData("STORE 1 +FLAGS (\\Flagged)")]
    [InlineData("UID STORE 1 +FLAGS.SILENT (\\Flagged)")]
    [InlineData("EXPUNGE")]
    [InlineData("UID EXPUNGE 1")]
    [InlineData("MOVE 1 INBOX")]
    public async Task Nothing_is_changed_under_EXAMINE(string command)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("B1 EXAMINE INBOX");
        Assert.Equal("A1 NO [READ-ONLY] The mailbox is read-only\r\n", await client.CommandAsync("A1 " + command));
    }

    [Fact]
    public async Task A_deleted_mailbox_is_empty_to_those_who_are_in_it()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("alice").AddMailbox("Box").AddMessages(1);
        await using WireClient client = await WireClient.SelectAsync(server, "Box");
        Assert.Equal("* 1 EXPUNGE\r\nA1 OK Deleted\r\n", await client.CommandAsync("A1 DELETE Box"));
        Assert.Equal("* SEARCH\r\nA2 OK Searched\r\n", await client.CommandAsync("A2 UID SEARCH ALL"));
    }
}
