namespace ImapAsync.ServerTests;

/// <summary>LIST with its patterns and options, RLIST and RLSUB, and NAMESPACE.</summary>
public sealed class ListTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("LIST", "LIST several patterns", "LIST RETURN (CHILDREN)")]
    public async Task Patterns_and_levels(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (MailboxName parent, MailboxName child, MailboxName grandchild) = await CreateTreeAsync(connection, server);
        string below = parent.Value + server.Separator;

        Assert.Equal([child], Names(await connection.ListAsync(below + "%", Token)));
        Assert.Equal([child, grandchild], Names(await connection.ListAsync(below + "*", Token)));
        Assert.Equal([child], Names(await connection.ListAsync(new ListCommand(below, "%"), Token)));
        Assert.Equal([parent, grandchild], Names(await connection.ListAsync(new ListCommand("", parent.Value, grandchild.Value), Token)));

        MailboxInfo root = Assert.Single(await connection.ListAsync(new ListCommand("", ""), Token));
        Assert.Equal(("", (char?)server.Separator, false), (root.Name.Value, root.Delimiter, root.IsSelectable));

        IReadOnlyList<MailboxInfo> tree = await connection.ListAsync(new ListCommand("", parent.Value + "*") { Return = ListReturnOptions.Children }, Token);
        Assert.Equal([true, true, false], tree.OrderBy(mailbox => mailbox.Name.Value.Length).Select(mailbox => mailbox.Attributes.Contains(MailboxAttribute.HasChildren)));
        Assert.Contains(MailboxAttribute.HasNoChildren, Assert.Single(tree, mailbox => mailbox.Name == grandchild).Attributes);
        Assert.Empty(await connection.ListAsync(below + "nothing", Token));
    }

    [Theory]
    [EveryServer]
    [Seen("LIST (RECURSIVEMATCH)", "LIST (REMOTE)")]
    public async Task Parents_of_what_is_subscribed_to(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        (MailboxName parent, _, MailboxName grandchild) = await CreateTreeAsync(connection, server);
        await connection.SubscribeAsync(grandchild, Token);

        IReadOnlyList<MailboxInfo> matches = await connection.ListAsync(
            new ListCommand("", parent.Value) { Selection = ListSelectionOptions.Subscribed | ListSelectionOptions.RecursiveMatch }, Token);

        MailboxInfo match = Assert.Single(matches);
        Assert.Equal(parent, match.Name);
        Assert.Equal(["SUBSCRIBED"], match.ChildInfo);
        Assert.Equal([parent], Names(await connection.ListAsync(new ListCommand("", parent.Value) { Selection = ListSelectionOptions.Remote }, Token)));
    }

    [Theory]
    [EveryServer]
    [Seen("LIST RETURN (STATUS)")]
    public async Task Counters_of_each(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName three = server.NewMailboxName("three");
        MailboxName none = server.NewMailboxName("none");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(three, 3, 1, Token);
        await connection.CreateMailboxAsync(none, Token);

        IReadOnlyList<MailboxInfo> listed = await connection.ListAsync("*", StatusItems.Basic | StatusItems.Size | StatusItems.HighestModSequence, Token);

        MailboxStatus full = Assert.Single(listed, mailbox => mailbox.Name == three).Status!;
        Assert.Equal((3L, 3L, uids[2].Value + 1), (full.Messages, full.Unseen, full.UidNext!.Value.Value));
        Assert.Equal(Enumerable.Range(1, 3).Sum(number => Mail.Numbered(number).Length), full.Size);
        Assert.NotNull(full.HighestModSequence);
        MailboxStatus empty = Assert.Single(listed, mailbox => mailbox.Name == none).Status!;
        Assert.Equal((0L, 0L, 0L), (empty.Messages, empty.Unseen, empty.Size));
        Assert.All(listed.Where(mailbox => mailbox.IsSelectable), mailbox => Assert.NotNull(mailbox.Status?.UidValidity));
    }

    [Fact]
    [Seen("LIST RETURN (MYRIGHTS)", "LIST RETURN (METADATA)", On = [ServerKind.Cyrus])]
    public async Task Rights_and_metadata_of_each()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("commented");
        await connection.CreateMailboxAsync(name, Token);
        await connection.SetMetadataAsync(name, "/private/comment", "mine", Token);

        IReadOnlyList<MailboxInfo> listed = await connection.ListAsync(
            new ListCommand("", "*") { Return = ListReturnOptions.MyRights, Metadata = ["/private/comment"] }, Token);

        MailboxInfo commented = Assert.Single(listed, mailbox => mailbox.Name == name);
        Assert.True(commented.MyRights!.Value.Contains(Rights.All), commented.MyRights.ToString());
        Assert.Equal("mine", commented.Metadata!["/private/comment"]!.Value.Text);
        Assert.All(listed, mailbox => Assert.True(mailbox.MyRights!.Value.Contains("lr"), mailbox.Name.Value));
    }

    [Fact]
    [Seen("RLIST", "RLSUB", On = [ServerKind.Cyrus])]
    public async Task Mailboxes_elsewhere_too()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("here");
        await connection.CreateMailboxAsync(name, Token);
        await connection.SubscribeAsync(name, Token);

        Assert.Equal([name], Names(await connection.RlistAsync(name.Value, Token)));
        Assert.Contains(name, Names(await connection.RlsubAsync(cancellationToken: Token)));
        Assert.Equal(Names(await connection.ListAsync(cancellationToken: Token)), Names(await connection.RlistAsync(cancellationToken: Token)));
    }

    [Theory]
    [EveryServer]
    [Seen("NAMESPACE")]
    public async Task Namespaces(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);

        Namespaces namespaces = await connection.NamespaceAsync(Token);

        (string Prefix, char? Delimiter)[] all = [.. namespaces.Personal.Concat(namespaces.OtherUsers).Concat(namespaces.Shared).Select(part => (part.Prefix.Value, part.Delimiter))];
        if (kind == ServerKind.Cyrus)
        {
            Assert.Equal([("INBOX.", '.'), ("user.", '.'), ("", '.')], all);
            Assert.Equal((1, 1, 1), (namespaces.Personal.Count, namespaces.OtherUsers.Count, namespaces.Shared.Count));
        }
        else
        {
            Assert.Contains(("", '/'), namespaces.Personal.Select(part => (part.Prefix.Value, part.Delimiter)));
            Assert.Contains(all, part => part.Prefix == "Public/");
        }
    }

    private static async Task<(MailboxName Parent, MailboxName Child, MailboxName Grandchild)> CreateTreeAsync(ImapConnection connection, TestServer server)
    {
        MailboxName parent = server.NewMailboxName("tree");
        MailboxName child = $"{parent}{server.Separator}child";
        MailboxName grandchild = $"{child}{server.Separator}grandchild";
        foreach (MailboxName name in new[] { parent, child, grandchild })
            await connection.CreateMailboxAsync(name, Token);
        return (parent, child, grandchild);
    }

    private static MailboxName[] Names(IEnumerable<MailboxInfo> mailboxes) => [.. mailboxes.Select(mailbox => mailbox.Name).OrderBy(name => name.Value, StringComparer.Ordinal)];
}
