using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>The commands on messages, octet by octet.</summary>
public sealed class MessageWireTests
{
    [Theory]
    [InlineData("FETCH 1 FLAGS", "* 1 FETCH (FLAGS (\\Recent))\r\n")]
    [InlineData("FETCH 2:3 (UID RFC822.SIZE)", "* 2 FETCH (UID 2 RFC822.SIZE 159)\r\n* 3 FETCH (UID 3 RFC822.SIZE 127)\r\n")]
    [InlineData("UID FETCH 2:* UID", "* 2 FETCH (UID 2)\r\n* 3 FETCH (UID 3)\r\n")]
    [InlineData("UID FETCH 9:* UID", "* 3 FETCH (UID 3)\r\n")]
    [InlineData("UID FETCH 9 UID", "")]
    [InlineData("FETCH 1 FAST", "* 1 FETCH (FLAGS (\\Recent) INTERNALDATE \" 1-Jan-2026 00:00:00 +0000\" RFC822.SIZE 125)\r\n")]
    [InlineData("FETCH 1 (MODSEQ SAVEDATE)", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* 1 FETCH (MODSEQ (2) SAVEDATE \" 1-Jan-2026 00:00:00 +0000\")\r\n")]
    [InlineData("FETCH 1 ENVELOPE", "* 1 FETCH (ENVELOPE (\"Thu, 01 Jan 2026 08:00:00 +0000\" \"One\" ((\"Ann\" NIL \"ann\" \"example.org\")) ((\"Ann\" NIL \"ann\" \"example.org\")) ((\"Ann\" NIL \"ann\" \"example.org\")) NIL NIL NIL NIL \"<1@example.org>\"))\r\n")]
    [InlineData("FETCH 1 BODY", "* 1 FETCH (BODY (\"text\" \"plain\" (\"charset\" \"us-ascii\") NIL NIL \"7bit\" 12 1))\r\n")]
    [InlineData("FETCH 1 BODY.PEEK[TEXT]", "* 1 FETCH (BODY[TEXT] {12}\r\nFirst text\r\n)\r\n")]
    [InlineData("FETCH 1 BODY.PEEK[TEXT]<6.100>", "* 1 FETCH (BODY[TEXT]<6> {6}\r\ntext\r\n)\r\n")]
    [InlineData("FETCH 1 BODY.PEEK[TEXT]<99.1>", "* 1 FETCH (BODY[TEXT]<99> {0}\r\n)\r\n")]
    [InlineData("FETCH 1 BODY.PEEK[HEADER.FIELDS (Subject)]", "* 1 FETCH (BODY[HEADER.FIELDS (Subject)] {16}\r\nSubject: One\r\n\r\n)\r\n")]
    [InlineData("FETCH 1 BODY.PEEK[7]", "* 1 FETCH (BODY[7] NIL)\r\n")]
    [InlineData("FETCH 1 BINARY.SIZE[1]", "* 1 FETCH (BINARY.SIZE[1] 12)\r\n")]
    [InlineData("FETCH 1 BODY[TEXT]", "* 1 FETCH (BODY[TEXT] {12}\r\nFirst text\r\n FLAGS (\\Seen \\Recent))\r\n")]
    [InlineData("PARTIAL 1 RFC822.TEXT 7 4", "* 1 FETCH (RFC822.TEXT {4}\r\ntext)\r\n* 1 FETCH (FLAGS (\\Seen \\Recent))\r\n")]
    [InlineData("STORE 1 +FLAGS (\\Seen $Work)", "* FLAGS ($Work \\Answered \\Deleted \\Draft \\Flagged \\Seen)\r\n* OK [PERMANENTFLAGS ($Work \\* \\Answered \\Deleted \\Draft \\Flagged \\Seen)] Permanent flags\r\n* 1 FETCH (FLAGS (\\Seen $Work \\Recent))\r\n")]
    [InlineData("UID STORE 2 FLAGS \\Draft", "* 2 FETCH (UID 2 FLAGS (\\Draft \\Recent))\r\n")]
    [InlineData("STORE 1 +FLAGS.SILENT (\\Seen)", "")]
    public async Task Tells(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        string answer = await client.CommandAsync("A1 " + command);
        string tagged = command.Contains("STORE", StringComparison.Ordinal) ? "A1 OK Stored\r\n" : "A1 OK Fetched\r\n";
        Assert.EndsWith(tagged, answer, StringComparison.Ordinal);
        Assert.Equal(Ordered(expected), Ordered(answer[..^tagged.Length]));
    }

    [Theory]
    [InlineData("FETCH 4 FLAGS", "A1 BAD There are only 3 messages\r\n")]
    [InlineData("FETCH 0 FLAGS", "A1 BAD That is not a sequence set: write numbers and ranges such as 1:3,7,12:*\r\n")]
    [InlineData("FETCH 1 NONSENSE", "A1 BAD NONSENSE cannot be fetched\r\n")]
    [InlineData("FETCH 1 (FLAGS", "A1 BAD Expected ')' at octet 17, found the end\r\n")]
    [InlineData("FETCH 1 BODY[FOO]", "A1 BAD FOO is not a section: there are HEADER, HEADER.FIELDS, HEADER.FIELDS.NOT, TEXT and, of a part, MIME\r\n")]
    [InlineData("STORE 1 FLAGZ (\\Seen)", "A1 BAD Only FLAGS, +FLAGS and -FLAGS can be stored, also with .SILENT\r\n")]
    [InlineData("COPY 1 Nowhere", "A1 NO [TRYCREATE] There is no such mailbox\r\n")]
    public async Task Refuses(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.Equal(expected, await client.CommandAsync("A1 " + command));
    }

    [Fact]
    public async Task Appends_one_and_several()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.SendAsync("A1 APPEND INBOX (\\Seen) \" 2-Feb-2026 10:00:00 +0100\" {12+}\r\nSubject: x\r\n\r\n");
        Assert.Equal("* 4 EXISTS\r\n* 4 RECENT\r\nA1 OK [APPENDUID 1000000001 4] Appended\r\n", await client.UntilTaggedAsync("A1"));
        Assert.Equal("* 4 FETCH (FLAGS (\\Seen \\Recent) INTERNALDATE \" 2-Feb-2026 10:00:00 +0100\")\r\nA2 OK Fetched\r\n", await client.CommandAsync("A2 FETCH 4 (FLAGS INTERNALDATE)"));
        await client.SendAsync("A3 APPEND INBOX {2+}\r\nA: (\\Draft) ~{5+}\r\n\r\nB\0C\r\n");
        Assert.Equal("* 6 EXISTS\r\n* 6 RECENT\r\nA3 OK [APPENDUID 1000000001 5:6] Appended\r\n", await client.UntilTaggedAsync("A3"));
        Assert.Equal("* 6 FETCH (BINARY[1] ~{3}\r\nB\0C)\r\nA4 OK Fetched\r\n", await client.CommandAsync("A4 FETCH 6 BINARY.PEEK[1]"));
    }

    [Fact]
    public async Task Refuses_an_APPEND_before_the_message_is_sent()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.Store.FindUser("alice")!.Quota.StorageKibioctets = 1);
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal("A1 NO [TRYCREATE] There is no such mailbox\r\n", await client.CommandAsync("A1 APPEND Nowhere {9}"));
        Assert.Equal("A2 NO [OVERQUOTA] That is more than the quota allows\r\n", await client.CommandAsync("A2 APPEND INBOX {999}"));
        Assert.Equal("A3 NO [TOOBIG] No more than 67108864 octets (ImapTestServerLimits.MaxLiteralOctets)\r\n", await client.CommandAsync("A3 APPEND INBOX {99999999}"));
        Assert.Equal("A4 OK Done\r\n", await client.CommandAsync("A4 NOOP"));
    }

    [Fact]
    public async Task Copies_moves_and_expunges()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("alice").AddMailbox("Box");
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.Equal("A1 OK [COPYUID 1000000003 1,3 1:2] Copied\r\n", await client.CommandAsync("A1 COPY 1,3 Box"));
        Assert.Equal("* OK [COPYUID 1000000003 2 3] Moved\r\n* 2 EXPUNGE\r\nA2 OK Moved\r\n", await client.CommandAsync("A2 UID MOVE 2 Box"));
        Assert.Equal("A3 OK There was nothing to do\r\n", await client.CommandAsync("A3 UID COPY 2 Box"));
        await client.CommandAsync("A4 STORE 1:* +FLAGS.SILENT (\\Deleted)");
        Assert.Equal("* 2 EXPUNGE\r\nA5 OK Expunged\r\n", await client.CommandAsync("A5 UID EXPUNGE 3"));
        Assert.Equal("* 1 EXPUNGE\r\nA6 OK Expunged\r\n", await client.CommandAsync("A6 EXPUNGE"));
        Assert.Equal("A7 OK Closed\r\n", await client.CommandAsync("A7 CLOSE"));
        Assert.Equal("A8 BAD FETCH cannot be sent now: the session is authenticated, and no mailbox is selected\r\n", await client.CommandAsync("A8 FETCH 1 FLAGS"));
    }

    [Fact]
    public async Task Only_reads_what_is_open_read_only()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("A0 EXAMINE INBOX");
        Assert.Equal("A1 NO [READ-ONLY] The mailbox is read-only\r\n", await client.CommandAsync("A1 STORE 1 +FLAGS (\\Seen)"));
        Assert.Equal("A2 NO [READ-ONLY] The mailbox is read-only\r\n", await client.CommandAsync("A2 EXPUNGE"));
        Assert.Equal("* 1 FETCH (BODY[TEXT] {12}\r\nFirst text\r\n)\r\nA3 OK Fetched\r\n", await client.CommandAsync("A3 FETCH 1 BODY[TEXT]"));
    }

    // The order of flags means nothing.
    private static string Ordered(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, @"FLAGS \((?<flags>[^)]*)\)", static match => $"FLAGS ({string.Join(' ', match.Groups["flags"].Value.Split(' ').Order(StringComparer.Ordinal))})", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData("BODY.PEEK[HEADER.FIELDS (from from)]", "BODY[HEADER.FIELDS (from from)] {31}")]
    [InlineData("BODY.PEEK[header.fields (From FROM X)]", "BODY[HEADER.FIELDS (From FROM X)] {31}")]
    [InlineData("BODY.PEEK[HEADER.FIELDS (\"from\" {4+}\r\nfrom)]", "BODY[HEADER.FIELDS (from from)] {31}")]
    [InlineData("BODY.PEEK[HEADER.FIELDS (\"a]b\")]", "BODY[HEADER.FIELDS (\"a]b\")] {2}")]
    [InlineData("BODY.PEEK[HEADER.FIELDS.NOT (Date date Subject Message-ID)]<0.8>", "BODY[HEADER.FIELDS.NOT (Date date Subject Message-ID)]<0> {8}")]
    [InlineData("BODY.PEEK[1.header.fields (from from)]", "BODY[1.HEADER.FIELDS (from from)] NIL)")]
    public async Task Sections_are_named_as_they_were_requested(string item, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.StartsWith($"* 1 FETCH ({expected}\r\n", await client.CommandAsync($"A1 FETCH 1 {item}"), StringComparison.Ordinal);
        Assert.StartsWith($"* 1 FETCH (UID 1 {expected}\r\n", await client.CommandAsync($"A2 UID FETCH 1 ({item})"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BODY[ ]")]
    [InlineData("BODY[HEADER.FIELDS]")]
    [InlineData("BODY[HEADER.FIELDS ()]")]
    [InlineData("BODY[HEADER.FIELDS (a )]")]
    [InlineData("BODY[HEADER.FIELDS (\"a b\")]")]
    [InlineData("BODY[HEADER.FIELDS (a:)]")]
    [InlineData("BODY[HEADER (a)]")]
    [InlineData("BODY[MIME]")]
    [InlineData("BODY[0]")]
    [InlineData("BODY[01]")]
    [InlineData("BODY[1.]")]
    [InlineData("BODY[.1]")]
    [InlineData("BODY[1.4294967296]")]
    [InlineData("BINARY[HEADER]")]
    [InlineData("BINARY.SIZE[1.TEXT]")]
    public async Task Sections_are_read_strictly(string item)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.StartsWith("A1 BAD ", await client.CommandAsync($"A1 FETCH 1 {item}"), StringComparison.Ordinal);
    }
}
