using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Faults;

/// <summary>Each quirk, octet by octet.</summary>
public sealed class QuirkTests
{
    [Theory]
    [InlineData(ImapQuirk.CodeWithoutStatus, "COPY 1 Box", "* [COPYUID 1000000003 1 1]\r\nA1 OK Copied\r\n")]
    [InlineData(ImapQuirk.CodeWithoutStatus, "MOVE 1 Box", "* [COPYUID 1000000003 1 1]\r\n* 1 EXPUNGE\r\nA1 OK Moved\r\n")]
    [InlineData(ImapQuirk.EmptyCopyUid, "COPY 1 Box", "A1 OK [COPYUID 1  ] Copied\r\n")]
    [InlineData(ImapQuirk.UninvitedContinuation, "NOOP", "+ \r\nA1 OK Done\r\n")]
    [InlineData(ImapQuirk.ExtraTextLines, "NOOP", "* This server is being watched\r\nA1 OK Done\r\n")]
    [InlineData(ImapQuirk.RepeatedBye, "LOGOUT", "* BYE See you\r\n* BYE See you\r\n* BYE See you\r\nA1 OK Logged out\r\n")]
    [InlineData(ImapQuirk.ShortLiteral, "FETCH 1 BODY.PEEK[TEXT]", "* 1 FETCH (BODY[TEXT] {10}\r\nFirst text\r\n)\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.BareLineFeeds, "FETCH 1 BODY.PEEK[TEXT]", "* 1 FETCH (BODY[TEXT] {12}\nFirst text\r\n)\nA1 OK Fetched\n")]
    [InlineData(ImapQuirk.LowerCase, "FETCH 1 (FLAGS BODY.PEEK[9] BODY)", "* 1 fetch (flags (\\recent) body[9] nil body (\"text\" \"plain\" (\"charset\" \"us-ascii\") nil nil \"7bit\" 12 1))\r\nA1 ok fetched\r\n")]
    [InlineData(ImapQuirk.NegativeModSeq, "FETCH 1 MODSEQ", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* 1 FETCH (MODSEQ (-1))\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.ZeroModSeq, "FETCH 1 MODSEQ", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* 1 FETCH (MODSEQ (0))\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.FetchOfMessageZero, "FETCH 1 UID", "* 0 FETCH (FLAGS ())\r\n* 1 FETCH (UID 1)\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.EnvelopeInParentheses, "FETCH 1 ENVELOPE", "* 1 FETCH (ENVELOPE ((\"Thu, 01 Jan 2026 08:00:00 +0000\" \"One\" ((\"Ann\" NIL \"ann\" \"example.org\")) ((\"Ann\" NIL \"ann\" \"example.org\")) ((\"Ann\" NIL \"ann\" \"example.org\")) NIL NIL NIL NIL \"<1@example.org>\")))\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.ZeroInternalDate, "FETCH 1 INTERNALDATE", "* 1 FETCH (INTERNALDATE \"00-Jan-0000 00:00:00 +0000\")\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.EmptyBodyStructure, "FETCH 1 BODYSTRUCTURE", "* 1 FETCH (BODYSTRUCTURE ())\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.QuotedFlags, "FETCH 1 FLAGS", "* 1 FETCH (FLAGS \"\\\\Recent\")\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.NilFlags, "FETCH 1 (FLAGS UID)", "* 1 FETCH (FLAGS NIL UID 1)\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.SectionWithoutValue, "FETCH 1 BODY.PEEK[9]", "* 1 FETCH (BODY[9])\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.RepeatedFetchItem, "FETCH 1 (UID FLAGS)", "* 1 FETCH (UID 1 UID 1 FLAGS (\\Recent))\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.SplitFetch, "FETCH 1 (UID FLAGS)", "* 1 FETCH (UID 1)\r\n* 1 FETCH (FLAGS (\\Recent))\r\nA1 OK Fetched\r\n")]
    [InlineData(ImapQuirk.NoFetchMacros, "FETCH 1 FAST", "A1 BAD Could not parse command\r\n")]
    [InlineData(ImapQuirk.UnquotedMailboxNames, "LIST \"\" \"My*\"", "* LIST (\\HasNoChildren) \"/\" My (old) box\r\nA1 OK Completed\r\n")]
    [InlineData(ImapQuirk.MixedCaseInbox, "LIST \"\" INBOX", "* LIST (\\HasNoChildren) \"/\" Inbox\r\nA1 OK Completed\r\n")]
    [InlineData(ImapQuirk.NilDelimiter, "LIST \"\" INBOX", "* LIST (\\HasNoChildren) NIL INBOX\r\nA1 OK Completed\r\n")]
    [InlineData(ImapQuirk.ListReturnYieldsNothing, "LIST \"\" * RETURN (CHILDREN)", "A1 OK Completed\r\n")]
    [InlineData(ImapQuirk.ListSelectionIsBad, "LIST (SPECIAL-USE) \"\" *", "A1 BAD Could not parse command\r\n")]
    [InlineData(ImapQuirk.EmptyStatus, "STATUS Box (MESSAGES)", "* STATUS Box ()\r\nA1 OK Completed\r\n")]
    [InlineData(ImapQuirk.RawUtf8Names, "LIST \"\" &APw-ber", "* LIST (\\HasNoChildren) \"/\" \"\u00c3\u00bcber\"\r\nA1 OK Completed\r\n")]
    [InlineData(ImapQuirk.SearchForESearch, "UID SEARCH RETURN (ALL) ALL", "* SEARCH 1 2 3\r\nA1 OK Searched\r\n")]
    [InlineData(ImapQuirk.ESearchForSearch, "SEARCH ALL", "* ESEARCH (TAG \"A1\") ALL 1:3\r\nA1 OK Searched\r\n")]
    [InlineData(ImapQuirk.EmptyReturnYieldsNothing, "SEARCH RETURN () ALL", "* ESEARCH (TAG \"A1\")\r\nA1 OK Searched\r\n")]
    [InlineData(ImapQuirk.BrokenCharset, "SEARCH CHARSET US-ASCII ALL", "A1 NO [BADCHARSET] The charset is not supported\r\n")]
    [InlineData(ImapQuirk.DescendingRangeIsBad, "FETCH 3:1 UID", "A1 BAD Command could not be parsed\r\n")]
    [InlineData(ImapQuirk.NoEnabledResponse, "ENABLE CONDSTORE", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\nA1 OK Enabled\r\n")]
    [InlineData(ImapQuirk.UnsafeLogin, "SELECT Box", "* OK [CLOSED] Closed the previous mailbox\r\nA1 NO SELECT Unsafe Login. Please contact kefu@example.org for help\r\n")]
    [InlineData(ImapQuirk.EmptyIdIsBad, "ID ()", "A1 BAD Command Argument Error. 11\r\n")]
    [InlineData(ImapQuirk.Throttled, "NOOP", "A1 OK [THROTTLED] Done\r\n")]
    [InlineData(ImapQuirk.UnpaddedAppendDate, "APPEND Box \"1-Jan-2024 10:00:00 +0000\" {3+}\r\nA: ", "A1 OK [APPENDUID 1000000003 1] Appended\r\n")]
    [InlineData(ImapQuirk.UnpaddedAppendDate, "APPEND Box \" 1-Jan-2024 10:00:00 +0000\" {3+}\r\nA: ", "A1 OK [APPENDUID 1000000003 1] Appended\r\n")]
    [InlineData(ImapQuirk.AtomsForValues, "SETMETADATA Box (/private/a z /private/b NIL /private/c \"d\")", "A1 OK Set\r\n")]
    [InlineData(ImapQuirk.AtomsForValues, "SETANNOTATION Box \"/comment\" (\"value.priv\" z)", "A1 OK Set\r\n")]
    [InlineData(ImapQuirk.NoSpaceBeforeLiteral, "APPEND Box (){3+}\r\nA: ", "A1 OK [APPENDUID 1000000003 1] Appended\r\n")]
    [InlineData(ImapQuirk.NoSpaceBeforeLiteral, "APPEND Box{3+}\r\nA: ", "A1 OK [APPENDUID 1000000003 1] Appended\r\n")]
    [InlineData(ImapQuirk.NoSpaceBeforeLiteral, "APPEND Box (\\Seen) \" 1-Jan-2024 10:00:00 +0000\"~{3+}\r\nA: ", "A1 OK [APPENDUID 1000000003 1] Appended\r\n")]
    public async Task Is_imitated(ImapQuirk quirk, string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapTestUser alice = server.User("alice");
        alice.AddMailbox("Box");
        alice.AddMailbox("My (old) box");
        alice.AddMailbox("über");
        await using WireClient client = await WireClient.SelectAsync(server);
        server.Faults.Imitate(quirk);
        await client.SendAsync($"A1 {command}\r\n");
        Assert.Equal(expected, await client.UntilTaggedAsync("A1"));
    }

    [Fact]
    public async Task Nuls_stand_before_responses()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.Imitate(ImapQuirk.LeadingNuls);
        await client.SendAsync("A1 NOOP\r\n");
        Assert.Equal("\0\0A1 OK Done\r\n", await client.LineAsync());
    }

    [Fact]
    public async Task Unknown_UIDs_are_zero()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.Imitate(ImapQuirk.ZeroUidValidity);
        string answer = await client.CommandAsync("A1 SELECT INBOX");
        Assert.Contains("[UIDVALIDITY 0]", answer, StringComparison.Ordinal);
        Assert.Contains("[UIDNEXT 0]", answer, StringComparison.Ordinal);
        Assert.Contains("[UNSEEN 0]", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_space_in_LITERAL_plus_is_sent()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.Imitate(ImapQuirk.SpaceInLiteralPlus);
        Assert.Contains(" LITERAL + ", await client.CommandAsync("A1 CAPABILITY"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NAMESPACE_hangs_up()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.Imitate(ImapQuirk.NamespaceDrops);
        await client.SendAsync("A1 NAMESPACE\r\n");
        Assert.Equal("", await client.UntilEndAsync());
    }

    [Fact]
    public async Task Every_second_command_is_throttled()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.Imitate(ImapQuirk.SuggestedBackoff);
        Assert.Equal("A1 OK Done\r\n", await client.CommandAsync("A1 NOOP"));
        Assert.Equal("A2 BAD Request is throttled. Suggested Backoff Time: 12345 milliseconds\r\n", await client.CommandAsync("A2 NOOP"));
        Assert.Equal("A3 OK Done\r\n", await client.CommandAsync("A3 NOOP"));
    }

    [Fact]
    public async Task Select_is_safe_after_ID()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        server.Faults.Imitate(ImapQuirk.UnsafeLogin);
        await client.CommandAsync("A1 ID NIL");
        Assert.Contains("A2 OK", await client.CommandAsync("A2 SELECT INBOX"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("APPEND INBOX \"1-Jan-2024 10:00:00 +0000\" {3+}\r\nA: ")]
    [InlineData("SETMETADATA INBOX (/private/a z)")]
    [InlineData("SETANNOTATION INBOX \"/comment\" (\"value.priv\" z)")]
    [InlineData("APPEND INBOX (){3+}\r\nA: ")]
    [InlineData("APPEND INBOX{3+}\r\nA: ")]
    public async Task Nothing_is_tolerated_unless_asked_for(string command)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.StartsWith("A1 BAD ", await client.CommandAsync("A1 " + command), StringComparison.Ordinal);
    }
}
