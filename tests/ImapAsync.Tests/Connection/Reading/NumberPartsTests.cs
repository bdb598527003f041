using System.Text;

namespace ImapAsync.Tests;

/// <summary>A SEARCH so long that it is read while it arrives. That the values do not depend on where it is cut is shown by <see cref="CorpusLongLineTests"/>.</summary>
public sealed class NumberPartsTests
{
    private static readonly string Numbers = string.Concat(Enumerable.Range(0, 10_000).Select(static i => $" {100_000 + (i * 2)}"));

    [Fact]
    public Task A_line_without_end_is_over_MaxResponseOctets() =>
        GoesOverAsync(new ImapLimits { MaxResponseOctets = 200_000 }, nameof(ImapLimits.MaxResponseOctets));

    [Fact]
    public Task Its_octets_count_for_MaxAnswerOctets() =>
        GoesOverAsync(new ImapLimits { MaxAnswerOctets = 200_000 }, nameof(ImapLimits.MaxAnswerOctets));

    [Fact]
    public async Task What_is_damaged_is_reported_and_the_numbers_beside_it_are_kept()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<ImapResult<SearchResult>> search = mailbox.SendAsync(new UidSearchCommand(SearchQuery.All)).AsTask();
        await server.ExpectAsync("A2 UID SEARCH ALL\r\n");
        await server.SendAsync("* SEARCH" + Numbers);
        await server.SendAsync($" 7 1;3 8{Numbers} 9\r\nA2 OK done\r\n");

        ImapResult<SearchResult> found = await search.InTime();
        Assert.Equal(10_003, found.Value.Uids.Count);
        MalformedResponse malformed = Assert.Single(found.Malformed);
        Assert.Equal("SEARCH", malformed.Name);
        Assert.Contains("1;3 8 100000", Encoding.ASCII.GetString(malformed.Raw.Span), StringComparison.Ordinal);
        Assert.Contains("1;3", malformed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_may_end_in_the_middle()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<SearchResult> search = await SearchAsync(server);
        await server.SendAsync($"* SEARCH{Numbers} ");
        await server.CloseAsync();
        ImapConnectionException lost = await search.FailsAsync<ImapConnectionException>();
        Assert.Contains("in the middle of a response", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_keeps_untagged_responses_gets_all_of_it()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<SearchResult> search = await SearchAsync(server);
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand { KeepUntagged = true }).AsTask();
        await server.ExpectAsync("A3 NOOP\r\n");
        await server.SendAsync("* SEARCH" + Numbers);
        await server.SendAsync(" 7\r\nA2 OK done\r\nA3 OK done\r\n");

        Assert.Equal(10_001, (await search.InTime()).Uids.Count);
        UntypedResponse kept = Assert.Single((await noop.InTime()).Untagged);
        Assert.Equal($"SEARCH{Numbers} 7", Encoding.ASCII.GetString(kept.Raw.Span));
    }

    [Fact]
    public async Task A_command_before_the_search_is_offered_it_first()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<ImapResult<UntypedResult>> raw = server.Connection.SendAsync(new RawCommand("XYZZY")).AsTask();
        await server.ExpectAsync("A2 XYZZY\r\n");
        await server.SendAsync("* SEARCH" + Numbers);
        await server.SendAsync(" 7\r\nA2 OK done\r\n");

        Assert.Equal("SEARCH", Assert.Single((await raw.InTime()).Value.Responses).Name);
        Assert.True(mailbox.IsCurrent);
    }

    [Fact]
    public async Task The_wire_log_shows_one_line()
    {
        LogCapture log = new();
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: new ImapConnectionOptions { AllowPlaintext = true, LoggerFactory = log });
        Task<SearchResult> search = await SearchAsync(server);
        await server.SendAsync("* SEARCH" + Numbers);
        await server.SendAsync(" 7\r\nA2 OK done\r\n");

        Assert.Equal(10_001, (await search.InTime()).Uids.Count);
        Assert.StartsWith("S: * SEARCH 100000 100002", Assert.Single(log.Of("ImapAsync.Wire"), static line => line.Contains("SEARCH 1", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static async Task GoesOverAsync(ImapLimits limits, string limit)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: new ImapConnectionOptions { AllowPlaintext = true, Limits = limits });
        Task<SearchResult> search = await SearchAsync(server);
        await server.SendAsync("* SEARCH");
        for (int i = 0; i < 4; i++)
            await server.SendAsync(Numbers);
        ImapConnectionException lost = await search.FailsAsync<ImapConnectionException>();
        Assert.Equal(limit, Assert.IsType<ImapLimitException>(lost.InnerException).Limit);
    }

    private static async Task<Task<SearchResult>> SearchAsync(ScriptedServer server)
    {
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<SearchResult> search = mailbox.SearchAsync(SearchQuery.All);
        await server.ExpectAsync("A2 UID SEARCH ALL\r\n");
        return search;
    }
}
