namespace ImapAsync.ServerTests;

/// <summary>CREATE, DELETE, RENAME, SUBSCRIBE and UNSUBSCRIBE: the result is checked with LIST and LSUB.</summary>
public sealed class MailboxTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryConnection]
    [Seen("CREATE", "RENAME", "DELETE", "LIST")]
    public async Task Is_created_renamed_and_deleted(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("Größe & Co");
        MailboxName renamed = server.NewMailboxName("日本語");

        CreateResult created = await connection.CreateMailboxAsync(name, Token);
        Assert.Equal(name, created.Name);
        // Only Cyrus has OBJECTID.
        Assert.Equal(kind == ServerKind.Cyrus, created.MailboxId is not null);
        Assert.Equal([name], await NamesAsync(connection, name.Value));

        await connection.RenameMailboxAsync(name, renamed, Token);
        Assert.Empty(await NamesAsync(connection, name.Value));
        MailboxInfo info = Assert.Single(await connection.ListAsync(renamed.Value, Token));
        Assert.Equal((renamed, (char?)server.Separator, true), (info.Name, info.Delimiter, info.IsSelectable));

        await connection.DeleteMailboxAsync(renamed, Token);
        Assert.Empty(await NamesAsync(connection, renamed.Value));
        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.DeleteMailboxAsync(renamed, Token));
        Assert.Equal((ImapStatus.No, $"DELETE \"{renamed}\""), (refusal.Status, refusal.Command));
    }

    [Fact]
    [Seen("CREATE (USE)", On = [ServerKind.Cyrus])]
    public async Task Is_made_for_a_special_use()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("flagged");

        await connection.CreateMailboxAsync(name, MailboxAttribute.Important, Token);

        Assert.Equal(MailboxAttribute.Important, Assert.Single(await SpecialAsync(connection), mailbox => mailbox.Name == name).SpecialUse);
        Assert.Equal(@"\Important", (await connection.GetMetadataAsync(name, "/private/specialuse", Token))?.Text);
        MailboxName other = server.NewMailboxName("use");
        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.CreateMailboxAsync(other, new MailboxAttribute(@"\NoSuchUse"), Token));
        Assert.Equal((ImapStatus.No, "USEATTR"), (refusal.Status, refusal.Code?.Name));
        Assert.Empty(await NamesAsync(connection, other.Value));
    }

    [Theory]
    [EveryServer]
    [Seen("LIST (SPECIAL-USE)", "LIST RETURN (SPECIAL-USE)")]
    public async Task Special_uses_are_listed(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);

        IReadOnlyList<MailboxInfo> special = await SpecialAsync(connection);

        Assert.All(special, mailbox => Assert.NotNull(mailbox.SpecialUse));
        Assert.DoesNotContain(special, mailbox => mailbox.Name.IsInbox);
        Assert.Equal(kind == ServerKind.Cyrus ? "INBOX.Sent" : "Sent", Assert.Single(special, mailbox => mailbox.SpecialUse == MailboxAttribute.Sent).Name.Value);
    }

    [Theory]
    [EveryServer]
    [Seen("SUBSCRIBE", "UNSUBSCRIBE", "LSUB", "LIST (SUBSCRIBED)", "LIST RETURN (SUBSCRIBED)")]
    public async Task Is_subscribed_to(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName("subscribed");
        await connection.CreateMailboxAsync(name, Token);
        Assert.DoesNotContain(name, await SubscribedAsync(connection));

        await connection.SubscribeAsync(name, Token);
        Assert.Contains(name, await SubscribedAsync(connection));
        MailboxInfo listed = Assert.Single(await connection.ListAsync(new ListCommand("", name.Value) { Selection = ListSelectionOptions.Subscribed }, Token));
        Assert.Contains(MailboxAttribute.Subscribed, listed.Attributes);
        IReadOnlyList<MailboxInfo> all = await connection.ListAsync(new ListCommand("", "*") { Return = ListReturnOptions.Subscribed }, Token);
        Assert.Contains(MailboxAttribute.Subscribed, Assert.Single(all, mailbox => mailbox.Name == name).Attributes);

        await connection.UnsubscribeAsync(name, Token);
        Assert.DoesNotContain(name, await SubscribedAsync(connection));
    }

    [Theory]
    [EveryServer]
    [Seen("CREATE")]
    public async Task An_existing_mailbox_is_not_created_again(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        MailboxName name = server.NewMailboxName();
        await connection.CreateMailboxAsync(name, Token);

        ImapResult<CreateResult> again = await connection.SendAsync(new CreateCommand(name), Token);
        Assert.Equal(ImapStatus.No, again.Status);
        if (kind == ServerKind.Dovecot)
            Assert.Equal("ALREADYEXISTS", again.Code?.Name);
        Assert.NotEqual("", again.Text);
        Assert.Throws<ImapCommandException>(() => again.Value);
    }

    private static async Task<MailboxName[]> NamesAsync(ImapConnection connection, string pattern) =>
        [.. (await connection.ListAsync(pattern, Token)).Select(mailbox => mailbox.Name)];

    private static async Task<IReadOnlyList<MailboxInfo>> SpecialAsync(ImapConnection connection) =>
        await connection.ListAsync(new ListCommand("", "*") { Selection = ListSelectionOptions.SpecialUse, Return = ListReturnOptions.SpecialUse }, Token);

    private static async Task<MailboxName[]> SubscribedAsync(ImapConnection connection) =>
        [.. (await connection.LsubAsync(cancellationToken: Token)).Select(mailbox => mailbox.Name)];
}
