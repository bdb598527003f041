using System.Text.RegularExpressions;
using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>A new keyword is reported before the FETCH that has it (RFC 9051 §7.3.5): FLAGS and PERMANENTFLAGS, once.</summary>
public sealed partial class KeywordWireTests
{
    private const string News =
        "* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $New)\r\n* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $New \\*)] Permanent flags\r\n";

    [Theory]
    [InlineData("STORE 1 +FLAGS ($New)", "* 1 FETCH (FLAGS ($New \\Recent))\r\nA1 OK Stored\r\n")]
    [InlineData("UID STORE 1 FLAGS $New", "* 1 FETCH (UID 1 FLAGS ($New \\Recent))\r\nA1 OK Stored\r\n")]
    [InlineData("STORE 1 +FLAGS.SILENT ($New)", "A1 OK Stored\r\n")]
    [InlineData("UID STORE 1 (UNCHANGEDSINCE 9) +FLAGS.SILENT ($New)", "* 1 FETCH (UID 1 MODSEQ (5))\r\nA1 OK Stored\r\n")]
    [InlineData("APPEND INBOX ($New) {3+}\r\nA: ", "* 4 EXISTS\r\n* 4 RECENT\r\nA1 OK [APPENDUID 1000000001 4] Appended\r\n")]
    public async Task Ones_own(string command, string rest)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        string answer = await client.CommandAsync("A1 " + command);
        Assert.Equal(Sorted(News + rest), Sorted(answer.Replace("* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n", "", StringComparison.Ordinal)));
        Assert.DoesNotContain("* FLAGS", await client.CommandAsync("A2 STORE 2 +FLAGS ($New)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NOOP", "* 1 FETCH (FLAGS ($New \\Recent))\r\nA1 OK Done\r\n")]
    [InlineData("FETCH 1 FLAGS", "* 1 FETCH (FLAGS ($New \\Recent))\r\nA1 OK Fetched\r\n")]
    [InlineData("UID FETCH 1 FAST", "* 1 FETCH (UID 1 FLAGS ($New \\Recent) INTERNALDATE \" 1-Jan-2026 00:00:00 +0000\" RFC822.SIZE 125)\r\nA1 OK Fetched\r\n")]
    [InlineData("FETCH 1 BODY[1]<0.1>", "* 1 FETCH (BODY[1]<0> {1}\r\nF FLAGS ($New \\Seen \\Recent))\r\nA1 OK Fetched\r\n")]
    [InlineData("STORE 1 +FLAGS (\\Seen)", "* 1 FETCH (FLAGS ($New \\Seen \\Recent))\r\nA1 OK Stored\r\n")]
    [InlineData("SEARCH KEYWORD $New", "* SEARCH 1\r\n* 1 FETCH (FLAGS ($New \\Recent))\r\nA1 OK Searched\r\n")]
    public async Task Another_sessions(string command, string rest)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.User("alice").Inbox.SetFlags(UidSet.Parse("1"), new Flag("$New"));
        string answer = Sorted(await client.CommandAsync("A1 " + command));
        Assert.Contains(Sorted(News), answer, StringComparison.Ordinal);
        Assert.Equal(Sorted(rest), answer.Replace(Sorted(News), "", StringComparison.Ordinal));
        Assert.True(answer.IndexOf("* FLAGS", StringComparison.Ordinal) < answer.IndexOf("FETCH (", StringComparison.Ordinal));
        Assert.Equal("A2 OK Done\r\n", await client.CommandAsync("A2 NOOP"));
    }

    [Fact]
    public async Task In_an_IDLE_too()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.SendAsync("A1 IDLE\r\n");
        await client.LineAsync();
        server.User("alice").Inbox.SetFlags(UidSet.Parse("1"), new Flag("$New"));
        Assert.Equal(Sorted(News), Sorted(await client.LineAsync() + await client.LineAsync()));
        Assert.Equal("* 1 FETCH (FLAGS ($New \\Recent))\r\n", Sorted(await client.LineAsync()));
    }

    [Fact]
    public async Task Only_flags_that_may_be_changed_are_permanent()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("alice").Inbox.Grant("bob", "lrs");
        await using WireClient client = await WireClient.LogInAsync(server, "bob");
        Assert.Contains("[PERMANENTFLAGS (\\Seen)]", await client.CommandAsync("A1 SELECT \"Other Users/alice\""), StringComparison.Ordinal);
        server.User("alice").Inbox.SetFlags(UidSet.Parse("1"), new Flag("$New"));
        Assert.Contains("[PERMANENTFLAGS (\\Seen)]", await client.CommandAsync("A2 NOOP"), StringComparison.Ordinal);
    }

    // The order of flags in a list means nothing.
    private static string Sorted(string answer) =>
        FlagList().Replace(answer, static match => string.Join(' ', match.Value.Split(' ').Order(StringComparer.Ordinal)));

    [GeneratedRegex(@"(?<=FLAGS \()[^)]*(?=\))", RegexOptions.None, 1000)]
    private static partial Regex FlagList();
}
