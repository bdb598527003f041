using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>CONDSTORE and QRESYNC (RFC 7162), octet by octet.</summary>
public sealed class CondStoreWireTests
{
    [Fact]
    public async Task Stores_only_what_nobody_changed()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.User("alice").Inbox.SetFlags(UidSet.Parse("2"), Flag.Flagged);
        Assert.Equal(
            "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* 1 FETCH (UID 1 MODSEQ (6))\r\n* 3 FETCH (UID 3 MODSEQ (7))\r\n* 2 FETCH (UID 2 FLAGS (\\Flagged \\Recent) MODSEQ (5))\r\nA1 OK [MODIFIED 2] Stored\r\n",
            await client.CommandAsync("A1 UID STORE 1:3 (UNCHANGEDSINCE 4) +FLAGS.SILENT (\\Seen)"));
        Assert.Equal("* 1 FETCH (FLAGS (\\Seen \\Recent) MODSEQ (6))\r\n* 3 FETCH (FLAGS (\\Seen \\Recent) MODSEQ (7))\r\nA2 OK Fetched\r\n", await client.CommandAsync("A2 FETCH 1:* (FLAGS) (CHANGEDSINCE 5)"));
    }

    [Fact]
    public async Task Reports_to_a_returning_client_what_it_missed()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapTestMailbox inbox = server.User("alice").Inbox;
        inbox.Remove(UidSet.Parse("1"));
        inbox.SetFlags(UidSet.Parse("3"), Flag.Seen);
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.StartsWith("A0 BAD", await client.CommandAsync("A0 SELECT INBOX (QRESYNC (1000000001 4))"), StringComparison.Ordinal);
        await client.CommandAsync("E ENABLE QRESYNC");
        Assert.EndsWith(
            "* VANISHED (EARLIER) 1\r\n* 2 FETCH (UID 3 FLAGS (\\Seen \\Recent) MODSEQ (6))\r\nA1 OK [READ-WRITE] For reading and writing\r\n",
            await client.CommandAsync("A1 SELECT INBOX (QRESYNC (1000000001 4 1:3))"), StringComparison.Ordinal);
        Assert.Equal("* VANISHED (EARLIER) 1\r\n* 2 FETCH (UID 3 FLAGS (\\Seen \\Recent) MODSEQ (6))\r\nA2 OK Fetched\r\n", await client.CommandAsync("A2 UID FETCH 1:* (FLAGS) (CHANGEDSINCE 4 VANISHED)"));
        Assert.DoesNotContain("VANISHED", await client.CommandAsync("A3 SELECT INBOX (QRESYNC (7 4))"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_VANISHED_instead_of_EXPUNGE()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server, before: "E ENABLE QRESYNC");
        server.User("alice").Inbox.Remove(UidSet.Parse("1:2"));
        Assert.Equal("* VANISHED 1:2\r\nA1 OK Done\r\n", await client.CommandAsync("A1 NOOP"));
        await client.CommandAsync("A2 STORE 1 +FLAGS.SILENT (\\Deleted)");
        Assert.Equal("* VANISHED 3\r\nA3 OK [HIGHESTMODSEQ 7] Expunged\r\n", await client.CommandAsync("A3 EXPUNGE"));
    }

    [Theory]
    [InlineData("ENABLE CONDSTORE", "* ENABLED CONDSTORE\r\n<>A1 OK Enabled\r\n")]
    [InlineData("ENABLE QRESYNC", "* ENABLED QRESYNC\r\n<>A1 OK Enabled\r\n")]
    [InlineData("FETCH 1 MODSEQ", "<>* 1 FETCH (MODSEQ (2))\r\nA1 OK Fetched\r\n")]
    [InlineData("UID FETCH 1 (MODSEQ)", "<>* 1 FETCH (UID 1 MODSEQ (2))\r\nA1 OK Fetched\r\n")]
    [InlineData("FETCH 3 UID (CHANGEDSINCE 3)", "<>* 3 FETCH (UID 3 MODSEQ (4))\r\nA1 OK Fetched\r\n")]
    [InlineData("SEARCH MODSEQ 4", "<>* SEARCH 3 (MODSEQ 4)\r\nA1 OK Searched\r\n")]
    [InlineData("UID SORT (ARRIVAL) UTF-8 MODSEQ 4", "<>* SORT 3 (MODSEQ 4)\r\nA1 OK Sorted\r\n")]
    [InlineData("THREAD REFS UTF-8 MODSEQ 4", "<>* THREAD (3)\r\nA1 OK Threaded\r\n")]
    [InlineData("STORE 1 (UNCHANGEDSINCE 1) +FLAGS (\\Seen)", "<>A1 OK [MODIFIED 1] Stored\r\n")]
    [InlineData("STATUS INBOX (HIGHESTMODSEQ)", "<>* STATUS INBOX (HIGHESTMODSEQ 4)\r\nA1 OK Completed\r\n")]
    [InlineData("LIST \"\" INBOX RETURN (STATUS (HIGHESTMODSEQ))", "* LIST (\\HasNoChildren) \"/\" INBOX\r\n<>* STATUS INBOX (HIGHESTMODSEQ 4)\r\nA1 OK Completed\r\n")]
    public async Task The_first_command_that_enables_it_reports_the_mod_sequence(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        string withCode = expected.Replace("<>", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n", StringComparison.Ordinal);
        Assert.Equal(withCode, await client.CommandAsync("A1 " + command));
        Assert.DoesNotContain("here on", await client.CommandAsync("A2 FETCH 1 MODSEQ"), StringComparison.Ordinal);
        Assert.Equal("* 1 FETCH (FLAGS (\\Recent) MODSEQ (2))\r\n", (await client.CommandAsync("A3 FETCH 1 FLAGS")).Replace("UID 1 ", "", StringComparison.Ordinal).Split("A3")[0]);
    }

    [Theory]
    [InlineData("FETCH 1 FLAGS", "* 1 FETCH (FLAGS (\\Flagged \\Recent) MODSEQ (5))\r\n")]
    [InlineData("UID FETCH 1 (FLAGS UID)", "* 1 FETCH (FLAGS (\\Flagged \\Recent) UID 1 MODSEQ (5))\r\n")]
    [InlineData("FETCH 1 (MODSEQ FLAGS)", "* 1 FETCH (MODSEQ (5) FLAGS (\\Flagged \\Recent))\r\n")]
    [InlineData("FETCH 1 BODY[1]<0.1>", "* 1 FETCH (BODY[1]<0> {1}\r\nF FLAGS (\\Flagged \\Seen \\Recent) MODSEQ (6))\r\n")]
    [InlineData("FETCH 1 (FLAGS BODY[1]<0.1>)", "* 1 FETCH (FLAGS (\\Flagged \\Seen \\Recent) BODY[1]<0> {1}\r\nF MODSEQ (6))\r\n")]
    [InlineData("PARTIAL 1 RFC822.TEXT 1 1", "* 1 FETCH (RFC822.TEXT {1}\r\nF)\r\n* 1 FETCH (FLAGS (\\Flagged \\Seen \\Recent) MODSEQ (6))\r\n")]
    [InlineData("STORE 1 +FLAGS (\\Seen)", "* 1 FETCH (FLAGS (\\Flagged \\Seen \\Recent) MODSEQ (6))\r\n")]
    [InlineData("NOOP", "* 1 FETCH (FLAGS (\\Flagged \\Recent) MODSEQ (5))\r\n")]
    public async Task Flags_never_come_without_their_mod_sequence(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server, before: "E ENABLE CONDSTORE");
        server.User("alice").Inbox.SetFlags(UidSet.Parse("1"), Flag.Flagged);
        Assert.Equal(expected, (await client.CommandAsync("A1 " + command)).Split("A1 OK")[0]);
        Assert.Equal("A2 OK Done\r\n", await client.CommandAsync("A2 NOOP"));
    }

    [Fact]
    public async Task New_messages_are_followed_by_the_mod_sequence()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server, before: "E ENABLE CONDSTORE");
        server.User("alice").Inbox.Deliver("A: b\n\nc\n");
        Assert.Equal("* 4 EXISTS\r\n* 4 RECENT\r\n* OK [HIGHESTMODSEQ 5] All changes up to here are reported\r\nA1 OK Done\r\n", await client.CommandAsync("A1 NOOP"));
        Assert.EndsWith("* OK [HIGHESTMODSEQ 6] All changes up to here are reported\r\nA2 OK [APPENDUID 1000000001 5] Appended\r\n", await client.CommandAsync("A2 APPEND INBOX {3+}\r\nA: "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_client_is_assumed_to_know_of_an_unreported_expunge()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapTestMailbox inbox = server.User("alice").Inbox;
        await using WireClient client = await WireClient.SelectAsync(server, before: "E ENABLE QRESYNC");
        inbox.Remove(UidSet.Parse("1"));
        inbox.SetFlags(UidSet.Parse("2"), Flag.Seen);
        inbox.Deliver("A: b\n\nc\n");
        Assert.Equal(
            "* 4 EXISTS\r\n* 4 RECENT\r\n* 2 FETCH (UID 2 FLAGS (\\Seen \\Recent) MODSEQ (6))\r\n* OK [HIGHESTMODSEQ 4] All changes up to here are reported\r\nA1 OK Fetched\r\n",
            (await client.CommandAsync("A1 FETCH 3 UID")).Replace("* 3 FETCH (UID 3)\r\n", "", StringComparison.Ordinal));
        Assert.Equal("* VANISHED 1\r\n* OK [HIGHESTMODSEQ 7] All changes up to here are reported\r\nA2 OK Done\r\n", await client.CommandAsync("A2 NOOP"));
    }

    [Fact]
    public async Task Close_reports_no_mod_sequence()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server, before: "E ENABLE QRESYNC");
        await client.CommandAsync("A1 STORE 1 +FLAGS.SILENT (\\Deleted)");
        Assert.Equal("A2 OK Closed\r\n", await client.CommandAsync("A2 CLOSE"));
    }

    [Fact]
    public async Task An_annotation_is_a_change()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("A1 SETMETADATA INBOX (/private/comment \"x\")");
        Assert.StartsWith("* STATUS INBOX (HIGHESTMODSEQ 5)", await client.CommandAsync("A2 STATUS INBOX (HIGHESTMODSEQ)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "CONDSTORE")]
    [InlineData(true, "QRESYNC")]
    [InlineData(false, "UIDPLUS")]
    public async Task Closed_is_reported_where_it_is_announced(bool isTold, string capability)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(options => options.WithOnly(capability));
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.Equal(isTold, (await client.CommandAsync("A1 SELECT INBOX")).StartsWith("* OK [CLOSED] ", StringComparison.Ordinal));
        Assert.Equal(isTold, (await client.CommandAsync("A2 EXAMINE Nowhere")).StartsWith("* OK [CLOSED] ", StringComparison.Ordinal));
        Assert.DoesNotContain("CLOSED", await client.CommandAsync("A3 SELECT INBOX"), StringComparison.Ordinal);
    }
}
