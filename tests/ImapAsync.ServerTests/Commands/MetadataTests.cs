namespace ImapAsync.ServerTests;

/// <summary>SETMETADATA and GETMETADATA; on Cyrus also their forerunners, SETANNOTATION and GETANNOTATION.</summary>
public sealed class MetadataTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("SETMETADATA", "GETMETADATA")]
    public async Task Values_are_set_reported_and_removed(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("Über");
        await connection.CreateMailboxAsync(name, Token);

        await connection.SetMetadataAsync(name, "/private/comment", "my \"own\" \\ wörds", Token);
        await connection.SetMetadataAsync(name, [new("/shared/comment", "two\r\nlines"), new("/private/vendor/test/empty", "")], Token);

        Assert.Equal("my \"own\" \\ wörds", (await connection.GetMetadataAsync(name, "/private/comment", Token))!.Value.Text);
        MailboxMetadata both = await connection.GetMetadataAsync(name, ["/private/comment", "/shared/comment"], cancellationToken: Token);
        Assert.Equal((name, 2, "two\r\nlines"), (both.Mailbox, both.Entries.Count, both["/SHARED/comment"]!.Value.Text));
        Assert.Equal("", (await connection.GetMetadataAsync(name, "/private/vendor/test/empty", Token))?.Text ?? "");

        await connection.SetMetadataAsync(name, "/private/comment", null, Token);
        Assert.Null(await connection.GetMetadataAsync(name, "/private/comment", Token));
        Assert.NotNull(await connection.GetMetadataAsync(name, "/shared/comment", Token));
    }

    [Theory]
    [EveryServer]
    [Seen("GETMETADATA (DEPTH)", "GETMETADATA (MAXSIZE)")]
    public async Task Depth_and_size(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("depth");
        await connection.CreateMailboxAsync(name, Token);
        string large = new('x', 500);
        await connection.SetMetadataAsync(name, [new("/private/vendor/test", "0"), new("/private/vendor/test/a", "1"), new("/private/vendor/test/a/b", large)], Token);

        Assert.Equal(["/private/vendor/test"], await EntriesAsync(MetadataDepth.Zero));
        Assert.Equal(["/private/vendor/test", "/private/vendor/test/a"], await EntriesAsync(MetadataDepth.One));
        Assert.Equal(["/private/vendor/test", "/private/vendor/test/a", "/private/vendor/test/a/b"], await EntriesAsync(MetadataDepth.Infinity));

        MailboxMetadata small = await connection.GetMetadataAsync(name, ["/private/vendor/test/a", "/private/vendor/test/a/b"], maxSize: 100, cancellationToken: Token);
        Assert.Equal(500, small.LongestLeftOut);
        Assert.Equal(("1", null), (small["/private/vendor/test/a"]!.Value.Text, small["/private/vendor/test/a/b"]?.Text));

        async Task<IEnumerable<string>> EntriesAsync(MetadataDepth depth) =>
            (await connection.GetMetadataAsync(name, ["/private/vendor/test"], depth, cancellationToken: Token)).Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal);
    }

    [Theory]
    [EveryServer]
    [Seen("SETMETADATA", "GETMETADATA")]
    public async Task Of_the_server(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);

        await connection.SetMetadataAsync("", "/private/vendor/test/server", "of mine", Token);
        MailboxMetadata metadata = await connection.GetMetadataAsync("", ["/private/vendor/test/server"], cancellationToken: Token);

        Assert.Equal(("", "of mine"), (metadata.Mailbox.Value, metadata["/private/vendor/test/server"]!.Value.Text));
        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.SetMetadataAsync("", "/shared/comment", "not mine", Token));
        Assert.Equal(ImapStatus.No, refusal.Status);
    }

    [Fact]
    [Seen("SETANNOTATION", "GETANNOTATION", On = [ServerKind.Cyrus])]
    public async Task Annotations()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("annotated");
        await connection.CreateMailboxAsync(name, Token);

        await connection.SetAnnotationAsync(name, "/comment", "value.priv", "for my eyes", Token);
        await connection.SetAnnotationAsync(name, "/comment", "value.shared", "for all", Token);

        Annotation mine = Assert.Single(await connection.GetAnnotationAsync(name.Value, "/comment", "value.priv", Token));
        Assert.Equal((name, "/comment", "for my eyes"), (mine.Mailbox, mine.Entry, mine["value.priv"]!.Value.Text));
        Annotation[] all = [.. await connection.GetAnnotationAsync(name.Value, "/comment", "*", Token)];
        Assert.Equal("for all", Assert.Single(all.Select(annotation => annotation["value.shared"]), value => value is not null)!.Value.Text);
        Assert.Equal("11", Assert.Single(all.Select(annotation => annotation["size.priv"]), value => value is not null)!.Value.Text);
        // The successor returns the same.
        Assert.Equal("for my eyes", (await connection.GetMetadataAsync(name, "/private/comment", Token))!.Value.Text);

        await connection.SetAnnotationAsync(name, "/comment", "value.priv", null, Token);
        Assert.Null(await connection.GetMetadataAsync(name, "/private/comment", Token));
        // With several values in one command too.
        await connection.SendAsync(new SetAnnotationCommand(name, "/comment", new("value.priv", "a"), new AnnotationAttribute("value.shared", "b")), Token);
        IReadOnlyList<Annotation> both = (await connection.SendAsync(new GetAnnotationCommand(name.Value, ["/comment", "/sort"], ["value.priv", "value.shared"]), Token)).Value;
        Assert.Equal(["a", "b"], both.SelectMany(annotation => annotation.Attributes).Select(attribute => attribute.Value?.Text).Where(text => text is not null).Order(StringComparer.Ordinal));
    }
}
