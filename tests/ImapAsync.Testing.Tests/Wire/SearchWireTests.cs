using ImapAsync.Testing.Tests.Support;
using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>SEARCH, SORT and THREAD, octet by octet. What each key finds is tested with the keys.</summary>
public sealed class SearchWireTests
{
    [Theory]
    [InlineData("SEARCH ALL", "* SEARCH 1 2 3\r\nA1 OK Searched\r\n")]
    [InlineData("SEARCH SUBJECT nothing", "* SEARCH\r\nA1 OK Searched\r\n")]
    [InlineData("UID SEARCH SUBJECT one", "* SEARCH 1 2\r\nA1 OK Searched\r\n")]
    [InlineData("SEARCH MODSEQ 3", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* SEARCH 2 3 (MODSEQ 4)\r\nA1 OK Searched\r\n")]
    [InlineData("SEARCH RETURN (MIN MAX COUNT ALL) OR FROM ann FROM cem", "* ESEARCH (TAG \"A1\") MIN 1 MAX 3 ALL 1,3 COUNT 2\r\nA1 OK Searched\r\n")]
    [InlineData("UID SEARCH RETURN () ALL", "* ESEARCH (TAG \"A1\") UID ALL 1:3\r\nA1 OK Searched\r\n")]
    [InlineData("UID SEARCH RETURN (COUNT MIN) FROM nobody", "* ESEARCH (TAG \"A1\") UID COUNT 0\r\nA1 OK Searched\r\n")]
    [InlineData("SEARCH RETURN (MIN) MODSEQ 3", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* ESEARCH (TAG \"A1\") MIN 2 MODSEQ 3\r\nA1 OK Searched\r\n")]
    [InlineData("SEARCH RETURN (MUCH) ALL", "A1 BAD MUCH cannot be returned by SEARCH\r\n")]
    [InlineData("SEARCH CHARSET X-NONE ALL", "A1 NO [BADCHARSET (US-ASCII UTF-8 ")]
    [InlineData("SORT (DATE) UTF-8 ALL", "* SORT 3 1 2\r\nA1 OK Sorted\r\n")]
    [InlineData("UID SORT (REVERSE FROM) UTF-8 ALL", "* SORT 3 2 1\r\nA1 OK Sorted\r\n")]
    [InlineData("SORT (SIZE) UTF-8 FROM nobody", "* SORT\r\nA1 OK Sorted\r\n")]
    [InlineData("SORT (DATE) UTF-8 MODSEQ 3", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* SORT 3 2 (MODSEQ 4)\r\nA1 OK Sorted\r\n")]
    [InlineData("SORT (DATE) UTF-8 MODSEQ 99", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* SORT\r\nA1 OK Sorted\r\n")]
    [InlineData("SORT (REVERSE DISPLAYFROM) UTF-8 ALL", "* SORT 3 2 1\r\nA1 OK Sorted\r\n")]
    [InlineData("THREAD REFERENCES UTF-8 MODSEQ 3", "* OK [HIGHESTMODSEQ 4] Mod-sequences are reported from now on\r\n* THREAD (3)(2)\r\nA1 OK Threaded\r\n")]
    [InlineData("SORT (WEIGHT) UTF-8 ALL", "A1 BAD That is not a sort key")]
    [InlineData("THREAD REFERENCES UTF-8 ALL", "* THREAD (3)(1 2)\r\nA1 OK Threaded\r\n")]
    [InlineData("UID THREAD ORDEREDSUBJECT UTF-8 SUBJECT one", "* THREAD (1 2)\r\nA1 OK Threaded\r\n")]
    [InlineData("THREAD REFERENCES UTF-8 FROM nobody", "* THREAD\r\nA1 OK Threaded\r\n")]
    [InlineData("THREAD MAGIC UTF-8 ALL", "A1 BAD MAGIC is not one of the algorithms\r\n")]
    public async Task Answers(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.StartsWith(expected, await client.CommandAsync("A1 " + command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_it_found()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.Equal("A1 OK Searched\r\n", await client.CommandAsync("A1 SEARCH RETURN (SAVE) OR FROM ann FROM cem"));
        Assert.Equal("* 1 FETCH (UID 1)\r\n* 3 FETCH (UID 3)\r\nA2 OK Fetched\r\n", await client.CommandAsync("A2 FETCH $ UID"));
        Assert.Equal("* SEARCH 3\r\nA3 OK Searched\r\n", await client.CommandAsync("A3 UID SEARCH $ FROM cem"));
        server.User("alice").Inbox.Remove(UidSet.Parse("1"));
        await client.CommandAsync("A4 NOOP");
        Assert.Equal("* 2 FETCH (UID 3)\r\nA5 OK Fetched\r\n", await client.CommandAsync("A5 FETCH $ UID"));
        Assert.Equal("* ESEARCH (TAG \"A6\") MIN 1\r\nA6 OK Searched\r\n", await client.CommandAsync("A6 SEARCH RETURN (SAVE MIN) ALL"));
        Assert.Equal("* 1 FETCH (UID 2)\r\nA7 OK Fetched\r\n", await client.CommandAsync("A7 UID FETCH $ UID"));
        await client.CommandAsync("A8 SEARCH RETURN (SAVE) CHARSET X-NONE ALL");
        Assert.Equal("A9 OK Fetched\r\n", await client.CommandAsync("A9 FETCH $ UID"));
    }

    [Fact]
    public async Task Finds_copies_by_their_email_ID()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.CommandAsync("A1 COPY 2 INBOX");
        string fetched = await client.CommandAsync("A2 FETCH 2 EMAILID");
        string id = fetched[(fetched.LastIndexOf('(') + 1)..fetched.IndexOf(')', StringComparison.Ordinal)];
        Assert.Equal("* SEARCH 2 4\r\nA3 OK Searched\r\n", await client.CommandAsync($"A3 SEARCH EMAILID {id}"));
    }

    [Fact]
    public async Task Answers_with_ESEARCH_in_revision2()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server, before: "E ENABLE IMAP4rev2");
        Assert.Equal("* ESEARCH (TAG \"A1\") ALL 1:3\r\nA1 OK Searched\r\n", await client.CommandAsync("A1 SEARCH ALL"));
    }

    [Fact]
    public async Task Sorts_by_whole_seconds()
    {
        ManualTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using ImapTestServer server = await ImapTestServer.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.AddUser("alice", "secret");
        }, TestContext.Current.CancellationToken);
        for (int i = 0; i < 3; i++)
        {
            server.User("alice").Inbox.Deliver($"Subject: {i}\n\n");
            clock.Advance(TimeSpan.FromMilliseconds(400));
        }

        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.StartsWith("* SORT 1 2 3\r\n", await client.CommandAsync("A1 SORT (REVERSE ARRIVAL) UTF-8 ALL"), StringComparison.Ordinal);
        Assert.All(server.User("alice").Inbox.Messages, static message => Assert.Equal(0, message.InternalDate!.Value.Millisecond));
    }
}
