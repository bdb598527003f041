namespace ImapAsync.ServerTests;

/// <summary>Commands without a type, what is kept beside the typed value, and commands that neither server knows.</summary>
public sealed class UntypedTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("XLIST", "UID FETCH")]
    public async Task Any_command_at_all(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        AppendResult appended = await connection.AppendAsync("INBOX", Mail.Numbered(1), Token);

        UntypedResult listed = await connection.SendRawAsync("XLIST", ["", "*"], Token);
        Assert.Contains(listed.Named(kind == ServerKind.Cyrus ? "XLIST" : "LIST"), response => response.ReadValues()[2].Text == "INBOX");

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        UntypedResult fetched = await inbox.SendRawAsync("UID FETCH", [RawArgument.Raw(appended.Uid.ToString()!), "(UID BODY.PEEK[] FLAGS)"], Token);
        UntypedResponse message = Assert.Single(fetched.Named("FETCH"));
        Assert.Equal(1u, message.Number);
        IReadOnlyList<ImapValue> items = Assert.Single(message.ReadValues()).Items;
        ImapValue literal = Assert.Single(items, item => item.Kind == ImapValueKind.Literal);
        Assert.Equal(Mail.Numbered(1), literal.Octets.ToArray());
        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.SendRawAsync("XNOSUCHTHING", ["with \"quotes\""], Token));
        Assert.Equal((ImapStatus.Bad, "XNOSUCHTHING"), (refusal.Status, refusal.Command));
    }

    [Theory]
    [EveryServer]
    [Seen("SELECT", "UID SEARCH")]
    public async Task What_was_said_besides_the_value(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        await connection.FillAsync("INBOX", [new AppendMessage(Mail.Numbered(1))], Token);

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        UntypedResponse validity = Assert.Single(connection.TakeResponses("uidvalidity"));
        Assert.Equal($"UIDVALIDITY {inbox.UidValidity}", validity.Text);
        Assert.Empty(connection.TakeResponses("UIDVALIDITY"));

        ImapResult<SearchResult> result = await inbox.SendAsync(new UidSearchCommand(SearchQuery.All) { KeepUntagged = true }, Token);
        Assert.Equal((ImapStatus.Ok, true, 1L), (result.Status, result.IsOk, result.Value.Uids.Count));
        Assert.NotEqual("", result.Text);
        Assert.Equal($"SEARCH {result.Value.Min}", Assert.Single(result.Untagged, response => response.Name == "SEARCH").Text);
    }

    [Theory]
    [EveryServer]
    public async Task What_the_servers_do_not_know(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);

        await RefusedAsync(connection.ProxyAuthAsync("bob", Token));
        await RefusedAsync(connection.LanguageAsync(["de"], Token));
        await RefusedAsync(connection.ComparatorAsync([], Token));
        NotSupportedException partial = Assert.Throws<NotSupportedException>(() => inbox.PartialAsync(new SequenceNumber(1), FetchItem.Rfc822MarkingSeen, 1, 10, Token));
        Assert.Contains("FetchItem.Body(section", partial.Message, StringComparison.Ordinal);

        await connection.NoopAsync(Token);
        Assert.True(inbox.IsCurrent);
    }

    private static async Task RefusedAsync(Task command) => Assert.Equal(ImapStatus.Bad, (await Assert.ThrowsAsync<ImapCommandException>(() => command)).Status);
}
