using System.Text;

namespace ImapAsync.Tests;

/// <summary>How much a server may make the client hold, by default. Exceeding a limit ends in an error that names it.</summary>
public sealed class LimitTests
{
    [Fact]
    public void The_defaults_are_those_that_are_documented()
    {
        ImapLimits limits = new ImapConnectionOptions().Limits;
        Assert.Equal(16L << 20, limits.MaxResponseOctets);
        Assert.Equal(32L << 20, limits.MaxLiteralOctets);
        Assert.Equal(64, limits.MaxNesting);
        Assert.Equal(1_000_000, limits.MaxListItems);
        Assert.Equal(64L << 20, limits.MaxBufferedOctets);
    }

    [Fact]
    public async Task A_SEARCH_of_two_million_hits_is_one_line_and_within_the_limits()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<SearchResult> search = mailbox.SearchAsync(SearchQuery.All);
        await server.ExpectAsync("A2 UID SEARCH ALL\r\n");
        StringBuilder line = new("* SEARCH");
        for (int uid = 1_000_002; uid <= 5_000_000; uid += 2)
            line.Append(' ').Append(uid);
        await server.SendAsync(line.Append("\r\nA2 OK done\r\n").ToString());
        Assert.Equal(2_000_000, (await search.InTime()).Uids.Count);
    }

    [Fact]
    public async Task A_response_without_end_is_over_MaxResponseOctets()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A1 NOOP\r\n");
        byte[] mebibyte = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
        await server.SendAsync("* X ");
        for (int i = 0; i < 16; i++)
            await server.SendAsync(mebibyte);
        await AssertEndsAsync(noop, nameof(ImapLimits.MaxResponseOctets), "16777216");
    }

    [Fact]
    public async Task A_literal_to_be_buffered_is_over_MaxLiteralOctets_before_its_first_octet()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "* X {33554433}\r\n");
        await AssertEndsAsync(noop, nameof(ImapLimits.MaxLiteralOctets), "33554432");
    }

    [Fact]
    public async Task Literals_that_are_small_enough_each_are_over_MaxBufferedOctets_together()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "* X {33554432}\r\n");
        byte[] mebibyte = new byte[1 << 20];
        for (int i = 0; i < 32; i++)
            await server.SendAsync(mebibyte);
        await server.SendAsync(" {33554432}\r\n");
        await AssertEndsAsync(noop, nameof(ImapLimits.MaxBufferedOctets), "67108864");
    }

    [Fact]
    public async Task Lists_in_lists_are_over_MaxNesting_and_the_connection_lives()
    {
        IReadOnlyList<UntypedResponse> responses = await AskAsync($"* X {Nested(64)}\r\n* X {Nested(65)}\r\n");
        Assert.Single(responses[0].ReadValues());
        ImapLimitException over = Assert.Throws<ImapLimitException>(() => responses[1].ReadValues());
        Assert.Equal(nameof(ImapLimits.MaxNesting), over.Limit);
        Assert.Contains("no deeper than 64 (ImapLimits.MaxNesting)", over.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_end_is_over_MaxListItems_and_the_connection_lives()
    {
        IReadOnlyList<UntypedResponse> responses = await AskAsync($"* X ({Many(1_000_000)})\r\n* X ({Many(1_000_001)})\r\n");
        Assert.Equal(1_000_000, responses[0].ReadValues()[0].Items.Count);
        ImapLimitException over = Assert.Throws<ImapLimitException>(() => responses[1].ReadValues());
        Assert.Equal(nameof(ImapLimits.MaxListItems), over.Limit);
        Assert.Contains("no more than 1000000 items in a list (ImapLimits.MaxListItems)", over.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_with_lists_that_are_too_deep_ends_its_command_in_an_error_that_names_the_limit()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<Namespaces> within = server.Connection.NamespaceAsync();
        await server.AnswerAsync("A1 NAMESPACE\r\n", $"* NAMESPACE ((\"\" \"/\" \"X\" {Nested(62)})) NIL NIL\r\nA1 OK done\r\n");
        await within.InTime();

        Task<Namespaces> over = server.Connection.NamespaceAsync();
        await server.AnswerAsync("A2 NAMESPACE\r\n", $"* NAMESPACE ((\"\" \"/\" \"X\" {Nested(63)})) NIL NIL\r\nA2 OK done\r\n");
        await AssertOverAsync(over, nameof(ImapLimits.MaxNesting), "lists nested deeper than 64");
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A3 NOOP\r\n", "A3 OK done\r\n");
        await noop.InTime();
    }

    [Theory]
    [InlineData("LIST")]
    [InlineData("list")]
    public async Task An_answer_with_a_list_that_is_too_long_ends_its_command_in_an_error_that_names_the_limit(string name)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<IReadOnlyList<MailboxInfo>> list = server.Connection.ListAsync("*");
        await server.AnswerAsync("A1 LIST \"\" *\r\n", $"* {name} ({Many(1_000_001)}) \"/\" INBOX\r\nA1 OK done\r\n");
        await AssertOverAsync(list, nameof(ImapLimits.MaxListItems), "a list of more than 1000000 items");
    }

    [Fact]
    public async Task Adjacent_lists_are_counted_separately_and_parentheses_in_strings_not_at_all()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: new ImapConnectionOptions { AllowPlaintext = true, Limits = new ImapLimits { MaxListItems = 3, MaxNesting = 1 } });
        Task<IReadOnlyList<MailboxInfo>> list = server.Connection.ListAsync("*");
        await server.AnswerAsync("A1 LIST \"\" *\r\n", "* LIST (\\a \\b \\c) \"(\" {5}\r\n(((((\r\n* LIST (\\a \\b \\c) \"/\" \"((x y z w\"\r\nA1 OK done\r\n");
        Assert.Equal(["(((((", "((x y z w"], (await list.InTime()).Select(static mailbox => mailbox.Name.Value));
    }

    [Fact]
    public async Task A_message_whose_structure_is_too_deep_is_reported_and_its_neighbours_are_intact()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> fetch = mailbox.SendAsync(new UidFetchCommand(UidSet.Parse("1:2"), FetchItem.BodyStructure)).AsTask();
        await server.ExpectAsync("A2 UID FETCH 1:2 (BODYSTRUCTURE)\r\n");
        await server.SendAsync($"* 1 FETCH (UID 1 BODYSTRUCTURE {Nested(500)})\r\n* 2 FETCH (UID 2 BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1))\r\nA2 OK done\r\n");
        IReadOnlyList<FetchedMessage> messages = (await fetch.InTime()).Value;
        MalformedResponse told = Assert.Single(messages[0].Malformed);
        Assert.Equal("BODYSTRUCTURE", told.Name);
        Assert.Contains("parts nested less than 64 deep (ImapLimits.MaxNesting by default)", told.Reason, StringComparison.Ordinal);
        Assert.Equal((2u, 5L), (messages[1].Uid.Value, messages[1].BodyStructure.Size));
        Assert.Empty(messages[1].Malformed);
    }

    private static async Task AssertOverAsync(Task command, string limit, string what)
    {
        ImapLimitException over = await command.FailsAsync<ImapLimitException>();
        Assert.Equal(limit, over.Limit);
        Assert.Contains(what, over.Message, StringComparison.Ordinal);
        Assert.Contains($"ImapLimits.{limit}", over.Message, StringComparison.Ordinal);
    }

    private static string Nested(int depth) => new string('(', depth) + new string(')', depth);

    private static string Many(int items) => string.Concat(Enumerable.Repeat("a ", items)).TrimEnd();

    private static async Task<IReadOnlyList<UntypedResponse>> AskAsync(string responses)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<ImapResult<UntypedResult>> raw = server.Connection.SendAsync(new RawCommand("XYZZY")).AsTask();
        await server.ExpectAsync("A1 XYZZY\r\n");
        await server.SendAsync(responses);
        await server.SendAsync("A1 OK done\r\n");
        return (await raw.InTime()).Value.Responses;
    }

    private static async Task AssertEndsAsync(Task command, string limit, string value)
    {
        ImapConnectionException lost = await command.FailsAsync<ImapConnectionException>();
        ImapLimitException over = Assert.IsType<ImapLimitException>(lost.InnerException);
        Assert.Equal(limit, over.Limit);
        Assert.Contains(limit, lost.Message, StringComparison.Ordinal);
        Assert.Contains(value, lost.Message, StringComparison.Ordinal);
    }
}
