using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>Several clients in one mailbox: what each receives, and when (RFC 9051 §5.2, §7.5.1).</summary>
public sealed class SeveralClientsTests
{
    [Fact]
    public async Task No_expunge_while_messages_are_named_by_number()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient one = await WireClient.SelectAsync(server);
        await using WireClient other = await WireClient.SelectAsync(server);
        await other.CommandAsync("B1 UID STORE 1 +FLAGS.SILENT (\\Deleted)");
        await other.CommandAsync("B2 EXPUNGE");

        Assert.Equal("* 3 FETCH (UID 3)\r\nA1 OK Fetched\r\n", await one.CommandAsync("A1 FETCH 3 UID"));
        Assert.Equal("* SEARCH 2 3\r\nA2 OK Searched\r\n", await one.CommandAsync("A2 SEARCH NOT FROM ann"));
        Assert.Equal("* 2 FETCH (FLAGS (\\Flagged \\Recent))\r\nA3 OK Stored\r\n", await one.CommandAsync("A3 STORE 2 FLAGS (\\Flagged)"));
        Assert.Equal("* SORT 1 2 3\r\nA4 OK Sorted\r\n", await one.CommandAsync("A4 SORT (ARRIVAL) UTF-8 ALL"));
        Assert.Equal("* 1 EXPUNGE\r\nA5 OK Done\r\n", await one.CommandAsync("A5 NOOP"));
        Assert.Equal("* 2 FETCH (UID 3)\r\nA6 OK Fetched\r\n", await one.CommandAsync("A6 FETCH 2 UID"));
    }

    [Fact]
    public async Task Expunge_is_reported_in_the_answer_to_a_UID_command()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.User("alice").Inbox.Remove(UidSet.Parse("1:2"));
        Assert.Equal("* 3 FETCH (UID 3)\r\n* 1 EXPUNGE\r\n* 1 EXPUNGE\r\nA1 OK Fetched\r\n", await client.CommandAsync("A1 UID FETCH 3 UID"));
    }

    [Fact]
    public async Task A_message_that_is_gone_can_still_be_read_until_that_is_reported()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.User("alice").Inbox.Remove(UidSet.Parse("1"));
        Assert.Equal("* 1 FETCH (BODY[TEXT] {12}\r\nFirst text\r\n)\r\nA1 OK Fetched\r\n", await client.CommandAsync("A1 FETCH 1 BODY.PEEK[TEXT]"));
        Assert.Equal("A2 NO [EXPUNGEISSUED] The messages are gone\r\n", await client.CommandAsync("A2 STORE 1 +FLAGS (\\Seen)"));
    }

    [Theory]
    [InlineData("STORE 1:2 +FLAGS (\\Seen)", "* 2 FETCH (FLAGS (\\Seen \\Recent))\r\nA1 OK [EXPUNGEISSUED] Stored, except for messages that are gone\r\n", "Seen")]
    [InlineData("STORE 1:2 +FLAGS.SILENT (\\Seen)", "A1 OK [EXPUNGEISSUED] Stored, except for messages that are gone\r\n", "Seen")]
    [InlineData("STORE 1 FLAGS (\\Seen)", "A1 NO [EXPUNGEISSUED] The messages are gone\r\n", "")]
    [InlineData("UID STORE 1:2 +FLAGS.SILENT (\\Seen)", "* 1 EXPUNGE\r\nA1 OK Stored\r\n", "Seen")]
    [InlineData("UID STORE 1 +FLAGS.SILENT (\\Seen)", "* 1 EXPUNGE\r\nA1 OK Stored\r\n", "")]
    [InlineData("STORE 1:2 (UNCHANGEDSINCE 2) +FLAGS (\\Seen)", "A1 OK [MODIFIED 2] Stored, except for messages that are gone\r\n", "")]
    [InlineData("UID STORE 1:2 (UNCHANGEDSINCE 1) +FLAGS (\\Seen)", "* 1 EXPUNGE\r\nA1 OK [MODIFIED 2] Stored\r\n", "")]
    [InlineData("COPY 1:2 Box", "* 1 EXPUNGE\r\nA1 NO [EXPUNGEISSUED] Some of the messages are gone\r\n", "")]
    [InlineData("MOVE 1:2 Box", "* 1 EXPUNGE\r\nA1 NO [EXPUNGEISSUED] Some of the messages are gone\r\n", "")]
    [InlineData("UID COPY 1:2 Box", "* 1 EXPUNGE\r\nA1 OK [COPYUID 1000000003 2 1] Copied\r\n", "")]
    public async Task Missing_messages_are_not_reported_as_failed_when_the_others_are_changed(string command, string expected, string flag)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapTestUser alice = server.User("alice");
        alice.AddMailbox("Box");
        await using WireClient client = await WireClient.SelectAsync(server);
        alice.Inbox.Remove(UidSet.Parse("1"));
        string answer = (await client.CommandAsync("A1 " + command)).Replace("* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n", "", StringComparison.Ordinal);
        Assert.Equal(expected, answer);
        Assert.Equal(flag.Length > 0, alice.Inbox.Messages[0].Flags.Contains(Flag.Seen));
        Assert.Equal(command.StartsWith("UID COPY", StringComparison.Ordinal) ? 1 : 0, alice.Mailbox("Box").Messages.Count);
    }

    [Fact]
    public async Task New_messages_and_flags_are_reported_with_any_command()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient one = await WireClient.SelectAsync(server);
        await using WireClient other = await WireClient.SelectAsync(server);
        await other.CommandAsync("B1 STORE 2 +FLAGS (\\Flagged)");
        await other.SendAsync("B2 APPEND INBOX {3+}\r\nA: \r\n");
        await other.UntilTaggedAsync("B2");
        Assert.Equal("* 1 FETCH (UID 1)\r\n* 4 EXISTS\r\n* 3 RECENT\r\n* 2 FETCH (FLAGS (\\Flagged \\Recent))\r\nA1 OK Fetched\r\n", await one.CommandAsync("A1 FETCH 1 UID"));
        Assert.Equal("A2 OK Done\r\n", await one.CommandAsync("A2 NOOP"));
    }

    [Fact]
    public async Task A_silent_store_reports_what_somebody_else_changed()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.User("alice").Inbox.SetFlags(UidSet.Parse("2"), Flag.Flagged);
        Assert.Equal("* 2 FETCH (FLAGS (\\Flagged \\Seen \\Recent))\r\nA1 OK Stored\r\n", await client.CommandAsync("A1 STORE 1:2 +FLAGS.SILENT (\\Seen)"));
    }

    [Fact]
    public async Task A_message_is_recent_to_one_session_only()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient examines = await WireClient.LogInAsync(server);
        Assert.Contains("* 3 RECENT\r\n", await examines.CommandAsync("A1 EXAMINE INBOX"), StringComparison.Ordinal);
        await using WireClient first = await WireClient.LogInAsync(server);
        Assert.Contains("* 3 RECENT\r\n", await first.CommandAsync("A1 SELECT INBOX"), StringComparison.Ordinal);
        await using WireClient second = await WireClient.LogInAsync(server);
        Assert.Contains("* 0 RECENT\r\n", await second.CommandAsync("A1 SELECT INBOX"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_mailbox_is_empty_to_those_who_are_in_it()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("alice").AddMailbox("Box").AddMessages(Servers.First, Servers.Second);
        await using WireClient client = await WireClient.SelectAsync(server, "Box");
        await using WireClient other = await WireClient.LogInAsync(server);
        await other.CommandAsync("B1 DELETE Box");
        Assert.Equal("* 1 EXPUNGE\r\n* 1 EXPUNGE\r\nA1 OK Done\r\n", await client.CommandAsync("A1 NOOP"));
    }

    [Fact]
    public async Task A_new_UIDVALIDITY_is_reported()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.User("alice").Inbox.ChangeUidValidity();
        Assert.Equal(
            "* 1 EXPUNGE\r\n* 1 EXPUNGE\r\n* 1 EXPUNGE\r\n* OK [UIDVALIDITY 1000000003] The UIDs are new\r\n* 3 EXISTS\r\n* 0 RECENT\r\nA1 OK Done\r\n",
            await client.CommandAsync("A1 NOOP"));
        Assert.Equal("* 1 FETCH (UID 1)\r\nA2 OK Fetched\r\n", await client.CommandAsync("A2 FETCH 1 UID"));
    }
}
