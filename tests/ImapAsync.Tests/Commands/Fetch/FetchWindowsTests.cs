namespace ImapAsync.Tests;

/// <summary>A size is a hint for the windows, never a filter: every UID of the set is requested, whatever the server says or does not say about its size.</summary>
public sealed class FetchWindowsTests
{
    private static readonly FetchItems Bodies = FetchItem.Body();

    [Theory]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 1)\r\n* 2 FETCH (RFC822.SIZE 1)\r\n* 3 FETCH (UID 7 RFC822.SIZE 1)\r\n")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 1)\r\n* 2 FETCH (UID 6 FLAGS (\\Seen))\r\n* 3 FETCH (UID 7 RFC822.SIZE 1)\r\n")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 1)\r\n* 2 FETCH (UID x6 RFC822.SIZE 1)\r\n* 3 FETCH (UID 7 RFC822.SIZE 1)\r\n")]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 1)\r\n* 3 FETCH (UID 7 RFC822.SIZE 1)\r\n")]
    [InlineData("* 1 FETCH (UID 5)\r\n* 2 FETCH (UID 6)\r\n* 3 FETCH (UID 7)\r\n")]
    [InlineData("* 1 FETCH (RFC822.SIZE 1)\r\n* 2 FETCH (RFC822.SIZE 1)\r\n* 3 FETCH (RFC822.SIZE 1)\r\n")]
    [InlineData("* 1 FETCH (FLAGS ())\r\n")]
    [InlineData("* 9 EXISTS\r\n")]
    [InlineData("")]
    public async Task Every_message_is_requested(string sizes)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<List<uint>> reading = ReadAsync(inbox.FetchAsync(UidSet.Parse("5:7"), Bodies));
        await server.AnswerAsync("A2 UID FETCH 5:7 (UID RFC822.SIZE)\r\n", sizes + "{tag} OK done\r\n");
        await server.AnswerAsync("A3 UID FETCH 5:7 (UID BODY.PEEK[])\r\n", Fetched(1, 5) + Fetched(2, 6) + Fetched(3, 7) + "{tag} OK done\r\n");
        Assert.Equal([5u, 6u, 7u], await reading.InTime());
    }

    // Each known message is as large as a window.
    [Theory]
    [InlineData("1:9", "2 5 8", "1:4 5:7 8:9")]
    [InlineData("1:9", "2", "1:9")]
    [InlineData("2,4,6,8", "2 6", "2,4 6,8")]
    [InlineData("5:*", "6 9", "5:8 9:*")]
    [InlineData("1:3,7:*", "2 9 12", "1:3,7:8 9:11 12:*")]
    [InlineData("5:*", "3", "5:*")]
    [InlineData("*", "3", "*")]
    [InlineData("1:3,*", "1 3 8", "1:2 3 8")]
    [InlineData("1:3,*", "1 3 ?", "1:3,*")]
    [InlineData("1:3,*", "1 3", "1:2 3")]
    [InlineData("1:3,9:*", "1 3 ?", "1:3,9:*")]
    [InlineData("1:3,9:*", "1 9 ?", "1:3 9:*")]
    public void The_windows_are_the_set(string set, string known, string windows)
    {
        FetchWindows cut = new(WindowedFetch.WindowOctets);
        foreach (string message in known.Split(' '))
        {
            if (message == "?")
                cut.AddNameless();
            else
                cut.Add(new Uid(uint.Parse(message, System.Globalization.CultureInfo.InvariantCulture)), WindowedFetch.WindowOctets);
        }

        IReadOnlyList<UidSet> built = cut.Build(UidSet.Parse(set));
        Assert.Equal(windows, string.Join(' ', built));
    }

    [Fact]
    public async Task What_only_the_server_knows_is_not_cut()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<List<uint>> reading = ReadAsync(inbox.FetchAsync(UidSet.Saved, Bodies));
        await server.AnswerAsync("A2 UID FETCH $ (UID BODY.PEEK[])\r\n", Fetched(1, 5) + Fetched(2, 6) + "{tag} OK done\r\n");
        Assert.Equal([5u, 6u], await reading.InTime());
    }

    // All from 9 on are gone, so that 9:* is the last remaining one.
    [Fact]
    public async Task A_message_is_not_yielded_twice_when_the_last_window_is_empty_by_then()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<List<uint>> reading = ReadAsync(inbox.FetchAsync(UidSet.Parse("5:*"), Bodies));
        await server.AnswerAsync("A2 UID FETCH 5:* (UID RFC822.SIZE)\r\n", "* 1 FETCH (UID 5 RFC822.SIZE 1048576)\r\n* 2 FETCH (UID 9 RFC822.SIZE 1048576)\r\n{tag} OK done\r\n");
        await server.ExpectAsync("A3 UID FETCH 5:8 (UID BODY.PEEK[])\r\nA4 UID FETCH 9:* (UID BODY.PEEK[])\r\n");
        await server.SendAsync(Fetched(1, 5) + "* 2 EXPUNGE\r\nA3 OK done\r\n" + Fetched(1, 5) + "A4 OK done\r\n");
        Assert.Equal([5u], await reading.InTime());
    }

    [Fact]
    public async Task What_cannot_be_read_of_a_window_is_reported_at_the_end()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage> stream = inbox.FetchAsync(UidSet.Parse("5:7"), FetchItems.Flags);
        Task reading = stream.ToListAsync().AsTask();
        await server.AnswerAsync("A2 UID FETCH 5:7 (FLAGS)\r\n", "* 1 FETCH (UID 5 FLAGS ())\r\n* 2 FETCH (FLAGS ())\r\n{tag} OK done\r\n");
        await reading.InTime();
        Assert.Single((await stream.Completion.InTime()).Malformed);
    }

    private static string Fetched(int number, int uid) => $"* {number} FETCH (UID {uid} BODY[] {{3}}\r\nabc)\r\n";

    private static async Task<List<uint>> ReadAsync(ImapItems<FetchedMessage> stream)
    {
        List<uint> seen = [];
        await foreach (FetchedMessage message in stream)
            seen.Add(message.Uid.Value);
        return seen;
    }
}
