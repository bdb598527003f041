using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>The commands on mailboxes, octet by octet.</summary>
public sealed class MailboxWireTests
{
    [Fact]
    public async Task Select_reports_what_is_there()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.WithOnly("CONDSTORE"));
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal(
            """
            * FLAGS (\Answered \Flagged \Deleted \Seen \Draft)
            * OK [PERMANENTFLAGS (\Answered \Flagged \Deleted \Seen \Draft \*)] Permanent flags
            * 3 EXISTS
            * 3 RECENT
            * OK [UNSEEN 1] The first unseen message
            * OK [UIDVALIDITY 1000000001] UIDs are valid
            * OK [UIDNEXT 4] The next UID
            * OK [HIGHESTMODSEQ 4] The last change
            A1 OK [READ-WRITE] For reading and writing

            """.ReplaceLineEndings("\r\n"), (await client.CommandAsync("A1 SELECT inbox")).Replace("\\Flagged \\Deleted \\Draft \\Seen", "\\Flagged \\Deleted \\Seen \\Draft", StringComparison.Ordinal).Replace("\\Seen \\Answered \\Flagged \\Deleted \\Draft", "\\Answered \\Flagged \\Deleted \\Seen \\Draft", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Select_in_revision2_has_no_recent_and_a_list()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("E ENABLE IMAP4rev2");
        string answer = await client.CommandAsync("A1 EXAMINE INBOX");
        Assert.DoesNotContain("RECENT", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("UNSEEN", answer, StringComparison.Ordinal);
        Assert.Contains("* OK [PERMANENTFLAGS ()] Permanent flags\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("* LIST () \"/\" INBOX\r\nA1 OK [READ-ONLY] For reading\r\n", answer, StringComparison.Ordinal);
        Assert.StartsWith("* OK [CLOSED] Closed the previous mailbox\r\n", await client.CommandAsync("A2 SELECT INBOX"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A1 SELECT Nowhere", "A1 NO [NONEXISTENT] There is no such mailbox\r\n")]
    [InlineData("A1 CREATE INBOX", "A1 NO [ALREADYEXISTS] The mailbox already exists\r\n")]
    [InlineData("A1 CREATE \"a*b\"", "A1 NO [CANNOT] A mailbox name has levels separated by single slashes, and no * or % or control characters\r\n")]
    [InlineData("A1 DELETE INBOX", "A1 NO [CANNOT] INBOX cannot be deleted\r\n")]
    [InlineData("A1 RENAME Work Work/Sub", "A1 NO [CANNOT] A mailbox cannot be moved below itself\r\n")]
    [InlineData("A1 STATUS INBOX (MESSAGES UIDNEXT UIDVALIDITY UNSEEN RECENT SIZE DELETED)",
        "* STATUS INBOX (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 1000000001 UNSEEN 3 RECENT 3 SIZE 411 DELETED 0)\r\nA1 OK Completed\r\n")]
    [InlineData("A1 STATUS INBOX (NONSENSE)", "A1 BAD NONSENSE is not a status item\r\n")]
    [InlineData("A1 NAMESPACE", "* NAMESPACE ((\"\" \"/\")) ((\"Other Users/\" \"/\")) NIL\r\nA1 OK Completed\r\n")]
    [InlineData("A1 SUBSCRIBE Nowhere", "A1 NO [NONEXISTENT] There is no such mailbox\r\n")]
    public async Task Answers(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.Store.FindUser("alice")!.Mailboxes.Add("Work", new Mailbox(options.Store.FindUser("alice")!, "Work", 5, 10)));
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal(expected, await client.CommandAsync(command));
    }

    [Theory]
    [InlineData("LIST \"\" \"\"", "* LIST (\\Noselect) \"/\" \"\"\r\n")]
    [InlineData("LIST \"\" %", "* LIST (\\HasNoChildren) \"/\" INBOX\r\n* LIST (\\HasNoChildren \\Sent) \"/\" Sent\r\n* LIST (\\HasChildren) \"/\" Work\r\n")]
    [InlineData("LIST \"\" Work/%", "* LIST (\\HasNoChildren) \"/\" \"Work/To do\"\r\n* LIST (\\HasNoChildren) \"/\" Work/&APw-ber\r\n")]
    [InlineData("LIST Work/ T*", "* LIST (\\HasNoChildren) \"/\" \"Work/To do\"\r\n")]
    [InlineData("LIST \"\" (inbox Sent)", "* LIST (\\HasNoChildren) \"/\" INBOX\r\n* LIST (\\HasNoChildren \\Sent) \"/\" Sent\r\n")]
    [InlineData("LIST (SPECIAL-USE) \"\" *", "* LIST (\\HasNoChildren \\Sent) \"/\" Sent\r\n")]
    [InlineData("LIST (SUBSCRIBED) \"\" *", "* LIST (\\Subscribed \\HasNoChildren) \"/\" \"Work/To do\"\r\n* LIST (\\NonExistent \\Subscribed \\HasNoChildren) \"/\" Gone\r\n")]
    [InlineData("LIST (SUBSCRIBED RECURSIVEMATCH) \"\" Work", "* LIST (\\HasChildren) \"/\" Work (\"CHILDINFO\" (\"SUBSCRIBED\"))\r\n")]
    [InlineData("LIST \"\" INBOX RETURN (STATUS (MESSAGES) SUBSCRIBED)", "* LIST (\\HasNoChildren) \"/\" INBOX\r\n* STATUS INBOX (MESSAGES 3)\r\n")]
    [InlineData("LSUB \"\" *", "* LSUB () \"/\" Gone\r\n* LSUB () \"/\" \"Work/To do\"\r\n")]
    [InlineData("LSUB \"\" %", "* LSUB () \"/\" Gone\r\n* LSUB (\\Noselect) \"/\" Work\r\n")]
    public async Task Lists(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        foreach (string before in new[] { "CREATE \"Work/To do\"", "CREATE Work/&APw-ber", "CREATE Sent (USE (\\Sent))", "CREATE Gone", "SUBSCRIBE Gone", "SUBSCRIBE \"Work/To do\"", "DELETE Gone" })
            Assert.Contains("B OK", await client.CommandAsync("B " + before), StringComparison.Ordinal);
        Assert.Equal(expected, (await client.CommandAsync("A1 " + command)).Replace("A1 OK Completed\r\n", "", StringComparison.Ordinal).Replace("A1 OK This is the delimiter\r\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*", "a/b/c", true)]
    [InlineData("%", "a/b", false)]
    [InlineData("a/%", "a/b", true)]
    [InlineData("%/%", "a/b", true)]
    [InlineData("a%c", "abc", true)]
    [InlineData("*c", "a/b/c", true)]
    [InlineData("%*%*%*%*%*%*%*%*%x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("inbox", "INBOX", true)]
    [InlineData("Work", "work", false)]
    public void Patterns_match(string pattern, string name, bool fits) => Assert.Equal(fits, ListPattern.Matches(pattern, name));

    [Fact]
    public async Task Deletes_and_renames_by_the_rules()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("B CREATE a/b/");
        Assert.Equal("A1 OK Deleted\r\n", await client.CommandAsync("A1 DELETE a"));
        Assert.Equal("* LIST (\\Noselect \\HasChildren) \"/\" a\r\n* LIST (\\HasNoChildren) \"/\" a/b\r\nA2 OK Completed\r\n", await client.CommandAsync("A2 LIST \"\" a*"));
        Assert.Equal("A3 NO [HASCHILDREN] There are mailboxes below it\r\n", await client.CommandAsync("A3 DELETE a"));
        Assert.Equal("A4 OK Renamed\r\n", await client.CommandAsync("A4 RENAME a c"));
        Assert.Equal("* LIST (\\Noselect \\HasChildren) \"/\" c\r\n* LIST (\\HasNoChildren) \"/\" c/b\r\nA5 OK Completed\r\n", await client.CommandAsync("A5 LIST \"\" c*"));
        Assert.Equal("A6 OK Renamed\r\n", await client.CommandAsync("A6 RENAME INBOX Old/Mail"));
        Assert.Equal("* STATUS INBOX (MESSAGES 0 UIDNEXT 4)\r\nA7 OK Completed\r\n", await client.CommandAsync("A7 STATUS INBOX (MESSAGES UIDNEXT)"));
        Assert.Equal("* STATUS Old/Mail (MESSAGES 3 UIDNEXT 4)\r\nA8 OK Completed\r\n", await client.CommandAsync("A8 STATUS Old/Mail (MESSAGES UIDNEXT)"));
    }

    [Fact]
    public async Task A_recreated_mailbox_has_a_higher_UIDVALIDITY()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapTestMailbox first = server.User("alice").AddMailbox("Again");
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("A1 DELETE Again");
        await client.CommandAsync("A2 CREATE Again");
        Assert.True(server.User("alice").Mailbox("Again").UidValidity.Value > first.UidValidity.Value);
    }
}
