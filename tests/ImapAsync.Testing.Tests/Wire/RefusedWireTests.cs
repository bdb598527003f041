using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>What a client may not write but some servers accept: a server for tests rejects it.</summary>
public sealed class RefusedWireTests
{
    private const string NoFlag = " is not a flag that a client can set: there are ";
    private const string NoName = "NO [CANNOT] A mailbox name is in modified UTF-7 (RFC 3501 §5.1.3), with &- for &, and this one is not";

    [Theory]
    [InlineData("STORE 1 +FLAGS (\\Foo)", "\\Foo")]
    [InlineData("STORE 1 FLAGS \\Foo", "\\Foo")]
    [InlineData("STORE 1 -FLAGS.SILENT (\\Seen \\Foo)", "\\Foo")]
    [InlineData("UID STORE 1 +FLAGS (\\Recent)", "\\Recent")]
    [InlineData("UID STORE 1 FLAGS \\recent", "\\Recent")]
    [InlineData("STORE 1 (UNCHANGEDSINCE 9) +FLAGS (\\Sent)", "\\Sent")]
    [InlineData("APPEND INBOX (\\Recent) {3+}\r\nA: ", "\\Recent")]
    [InlineData("APPEND INBOX (\\Seen \\Foo) {3+}\r\nA: ", "\\Foo")]
    [InlineData("APPEND INBOX {3+}\r\nA:  (\\Foo) {3+}\r\nA: ", "\\Foo")]
    public async Task Flags(string command, string flag)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.StartsWith($"A1 BAD {flag}{NoFlag}", await client.CommandAsync("A1 " + command), StringComparison.OrdinalIgnoreCase);
        Assert.All(server.User("alice").Inbox.Messages, static message => Assert.Empty(message.Flags));
        Assert.Equal(3, server.User("alice").Inbox.Messages.Count);
    }

    [Theory]
    [InlineData("CREATE \"a&b\"")]
    [InlineData("CREATE \"a&\"")]
    [InlineData("CREATE \"a&AGE-\"")]
    [InlineData("CREATE \"&AOQ-&AOQ-\"")]
    [InlineData("CREATE \"\u00c3\u00a4\"")]
    [InlineData("CREATE {2+}\r\n\u00c3\u00a4")]
    [InlineData("CREATE \"a\tb\"")]
    [InlineData("SELECT \"a&b\"")]
    [InlineData("EXAMINE \"\u00c3\u00a4\"")]
    [InlineData("STATUS \"a&b\" (MESSAGES)")]
    [InlineData("DELETE \"a&b\"")]
    [InlineData("RENAME INBOX \"a&b\"")]
    [InlineData("RENAME \"a&b\" x")]
    [InlineData("SUBSCRIBE \"a&b\"")]
    [InlineData("UNSUBSCRIBE \"a&b\"")]
    [InlineData("COPY 1 \"a&b\"")]
    [InlineData("UID MOVE 1 \"a&b\"")]
    [InlineData("APPEND \"a&b\" {3+}\r\nA: ")]
    [InlineData("LIST \"a&b\" %")]
    [InlineData("LIST \"\" \"\u00c3\u00a4*\"")]
    [InlineData("LSUB \"\" \"\u00c3\u00a4*\"")]
    [InlineData("GETACL \"a&b\"")]
    [InlineData("MYRIGHTS \"a&b\"")]
    [InlineData("SETACL \"a&b\" bob l")]
    [InlineData("GETQUOTAROOT \"a&b\"")]
    [InlineData("GETMETADATA \"a&b\" /private/comment")]
    [InlineData("SETMETADATA \"a&b\" (/private/comment NIL)")]
    [InlineData("GETANNOTATION \"a&b\" \"/comment\" \"value\"")]
    public async Task Names(string command)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        string expected = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes($"A1 {NoName}\r\n"));
        Assert.Equal(expected, await client.CommandAsync("A1 " + command));
        Assert.Equal(["INBOX"], server.User("alice").MailboxNames);
    }

    [Fact]
    public async Task Names_in_UTF8_after_ENABLE()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("E ENABLE IMAP4rev2");
        Assert.StartsWith("A1 OK", await client.CommandAsync("A1 CREATE \"\u00c3\u00a4&b\""), StringComparison.Ordinal);
        Assert.StartsWith("A2 NO [CANNOT] A mailbox name is in UTF-8", await client.CommandAsync("A2 CREATE \"\u00e4\""), StringComparison.Ordinal);
        Assert.Equal(["INBOX", "ä&b"], server.User("alice").MailboxNames);
    }

    [Fact]
    public async Task Names_in_UTF8_where_there_is_no_other_form()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.Without("IMAP4rev1"));
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.StartsWith("A1 OK", await client.CommandAsync("A1 CREATE \"\u00c3\u00a4\""), StringComparison.Ordinal);
        Assert.StartsWith("* LIST (\\HasNoChildren) \"/\" \"\u00c3\u00a4\"\r\n", await client.CommandAsync("A2 LIST \"\" \"\u00c3\u00a4\""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STATUS INBOX ()")]
    [InlineData("STATUS INBOX (MESSAGES )")]
    [InlineData("STATUS INBOX ( MESSAGES)")]
    [InlineData("LIST \"\" % RETURN (STATUS ())")]
    [InlineData("LIST \"\" % RETURN (CHILDREN )")]
    [InlineData("LIST (SUBSCRIBED ) \"\" %")]
    [InlineData("SEARCH RETURN (MIN ) ALL")]
    [InlineData("STORE 1 +FLAGS (\\Seen )")]
    [InlineData("SETQUOTA \"\" (STORAGE 5 )")]
    [InlineData("SEARCH SINCE 5-Jan-24")]
    [InlineData("SEARCH SINCE 005-Jan-2024")]
    [InlineData("SEARCH NOT BEFORE \"5-Jan-024\"")]
    [InlineData("SEARCH ON 31-Feb-2024")]
    [InlineData("SEARCH SENTON 5-January-2024")]
    [InlineData("UID SEARCH SENTSINCE {10+}\r\n5-Jan-2024")]
    [InlineData("UID SEARCH SAVEDON 5-Jan-24")]
    [InlineData("SORT (DATE) UTF-8 SENTBEFORE 5-Jan-24")]
    [InlineData("THREAD REFS UTF-8 SINCE 5-Jan-24")]
    [InlineData("APPEND INBOX \"1-Jan-2024 10:00:00 +0000\" {3+}\r\nA: ")]
    [InlineData("APPEND INBOX \"01-Jan-24 10:00:00 +0000\" {3+}\r\nA: ")]
    [InlineData("APPEND INBOX \"01-Jan-2024 10:00:00 GMT\" {3+}\r\nA: ")]
    [InlineData("SEARCH  ALL")]
    [InlineData("SEARCH ALL ")]
    [InlineData("SEARCH ALL  SEEN")]
    [InlineData("SEARCH (ALL )")]
    [InlineData("SEARCH ( ALL)")]
    [InlineData("SEARCH ()")]
    [InlineData("SEARCH NOT(SEEN)")]
    [InlineData("SEARCH (SEEN)(ALL)")]
    [InlineData("SEARCH FROM\"x\" ALL")]
    [InlineData("SEARCH FROM \"x\"SEEN")]
    [InlineData("SEARCH FROM {1+}\r\nxSEEN")]
    [InlineData("UID SEARCH RETURN (MIN)  ALL")]
    [InlineData("SORT (DATE ) UTF-8 ALL")]
    [InlineData("SORT (DATE)UTF-8 ALL")]
    [InlineData("UID SORT (DATE) UTF-8  ALL")]
    [InlineData("THREAD REFS UTF-8 ALL ")]
    [InlineData("FETCH *:99 UID")]
    [InlineData("FETCH 99:* UID")]
    [InlineData("FETCH 1,99:* UID")]
    [InlineData("FETCH 2:4 UID")]
    [InlineData("STORE *:4 +FLAGS (\\Seen)")]
    [InlineData("COPY *:4 INBOX")]
    [InlineData("MOVE 4:* INBOX")]
    public async Task Arguments(string command)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.StartsWith("A1 BAD ", await client.CommandAsync("A1 " + command), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STORE 1 FLAGS ()", "* 1 FETCH (FLAGS (\\Recent))\r\nA1 OK Stored\r\n")]
    [InlineData("LIST () \"\" INBOX", "* LIST (\\HasNoChildren) \"/\" INBOX\r\nA1 OK Completed\r\n")]
    [InlineData("SEARCH SINCE 05-Jan-2024", "* SEARCH 1 2 3\r\nA1 OK Searched\r\n")]
    [InlineData("SEARCH SINCE \"5-Jan-2024\"", "* SEARCH 1 2 3\r\nA1 OK Searched\r\n")]
    [InlineData("SEARCH OR (FROM \"a ( b\" (SEEN)) NOT (SUBJECT {4+}\r\n  )  ALL)", "* SEARCH 1 2 3\r\nA1 OK Searched\r\n")]
    [InlineData("UID FETCH *:99 UID", "* 3 FETCH (UID 3)\r\nA1 OK Fetched\r\n")]
    [InlineData("UID FETCH 99:* UID", "* 3 FETCH (UID 3)\r\nA1 OK Fetched\r\n")]
    [InlineData("UID FETCH 50:99 UID", "A1 OK Fetched\r\n")]
    [InlineData("FETCH *:2 UID", "* 2 FETCH (UID 2)\r\n* 3 FETCH (UID 3)\r\nA1 OK Fetched\r\n")]
    public async Task But_not_these(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.Equal(expected, await client.CommandAsync("A1 " + command));
    }
}
