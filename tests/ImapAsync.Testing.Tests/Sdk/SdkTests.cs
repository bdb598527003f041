using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Sdk;

/// <summary>The SDK and the server together.</summary>
public sealed class SdkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Mechanisms => ["PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER"];

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public async Task Authenticates_by_each_mechanism(string name)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("alice").WithToken("t0ken");
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.AuthenticateAsync(Mechanism(name, "secret", "t0ken"), Token);
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        Assert.StartsWith("AUTHENTICATE " + name, server.Commands.Texts[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public async Task Refuses_wrong_credentials_by_each_mechanism(string name)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("alice").WithToken("t0ken");
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await Assert.ThrowsAsync<ImapAuthenticationException>(() => connection.AuthenticateAsync(Mechanism(name, "wrong", "wrong"), Token));
    }

    [Theory]
    [InlineData(ImapSecurity.None)]
    [InlineData(ImapSecurity.StartTls)]
    [InlineData(ImapSecurity.Tls)]
    public async Task Connects_to_its_ports(ImapSecurity security)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapEndpoint endpoint = security switch { ImapSecurity.None => server.Endpoint, ImapSecurity.StartTls => server.StartTlsEndpoint, _ => server.TlsEndpoint };
        await using ImapConnection connection = await ImapConnection.ConnectAsync(endpoint, server.ClientOptions, Token);
        await connection.LoginAsync("alice", "secret", Token);
        Assert.Equal(security != ImapSecurity.None, connection.Tls is not null);
        Assert.Equal(3, (await connection.StatusAsync("INBOX", StatusItems.Messages, Token)).Messages);
    }

    [Fact]
    public async Task What_is_after_the_last_message_is_nothing()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        Uid last = (await inbox.SearchAsync(SearchQuery.All, Token)).Uids.Max!.Value;
        await inbox.AddFlagsAsync(UidSet.After(last), Flag.Deleted, Token);
        Assert.Empty(await inbox.FetchAsync(UidSet.After(last), FetchItem.Body(), Token).ToArrayAsync(Token));
        Assert.Empty((await inbox.SearchAsync(SearchQuery.Deleted, Token)).Uids);
        Assert.Equal([last], await inbox.FetchAsync(UidSet.From(last.Next), FetchItem.Flags, Token).Select(static message => message.Uid).ToArrayAsync(Token));
        Assert.Null(await inbox.FetchOneAsync(last.Next, FetchItem.Flags, Token));
        Assert.Equal(last, (await inbox.FetchOneAsync(last, FetchItem.Flags, Token))!.Uid);
    }

    [Fact]
    public async Task Begins_TLS_and_compresses_through_memory()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.StartTlsAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        await connection.CompressAsync(Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        Assert.Equal(3, (await inbox.SearchAsync(SearchQuery.All, Token)).Uids.Count);
        Assert.Equal(["STARTTLS", "LOGIN", "COMPRESS", "SELECT", "UID SEARCH"], server.Commands.Names.Where(static name => name != "CAPABILITY"));
    }

    [Fact]
    public async Task An_account_connects_through_memory()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapClient client = new(new ImapClientOptions { Host = "localhost", UserName = "alice", Password = "secret", Security = ImapSecurity.StartTls, Connection = server.InMemoryOptions });
        await using ImapConnection connection = await client.ConnectAsync(Token);
        Assert.Equal(3, (await connection.StatusAsync("INBOX", StatusItems.Messages, Token)).Messages);
    }

    [Fact]
    public async Task Streams_sorts_threads_and_appends()
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(static options => options.AddUser("alice", "secret").Inbox.AddMessages(200), Token);
        ImapTestMailbox mailbox = server.User("alice").Inbox;
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        int count = 0;
        await foreach (FetchedMessage message in inbox.FetchAsync(UidSet.All, [FetchItem.Envelope, FetchItem.BodyStructure, FetchItem.Body()], Token))
        {
            using MemoryStream body = new();
            await message.CopyBodyToAsync(body, Token);
            Assert.True(mailbox.Messages[count++].Octets.Span.SequenceEqual(body.ToArray()));
            Assert.NotNull(message.Envelope.Date);
        }

        Assert.Equal(200, count);
        Assert.Equal(200, (await inbox.SortAsync([SortKey.Date.Reversed], SearchQuery.All, Token)).Count);
        Assert.InRange((await inbox.ThreadAsync(ThreadAlgorithm.References, SearchQuery.All, Token)).Count, 2, 199);
        AppendResult appended = await connection.AppendAsync("INBOX", "Subject: x\r\n\r\nx\r\n"u8.ToArray(), Token);
        Assert.Equal(new Uid(201), appended.Uids!.Max);
    }

    [Fact]
    public async Task Idles_until_something_arrives()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        Task deliver = DeliverAsync();
        await foreach (MailboxEvent news in inbox.IdleAsync(Token))
        {
            if (news is MailboxEvent.Exists { Count: 4 })
                break;
        }

        await deliver;

        async Task DeliverAsync()
        {
            await server.Commands.WhenReceivedAsync("IDLE", Token);
            server.User("alice").Inbox.Deliver(Servers.First);
        }
    }

    [Fact]
    public async Task A_minimal_server_has_nothing_to_offer()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync(static options => options.WithOnly());
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        Assert.Equal(["IMAP4rev1"], connection.Capabilities);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        Assert.Equal(UidSet.Parse("1:2"), (await inbox.SearchAsync(SearchQuery.Subject("one"), Token)).Uids);
    }

    private static SaslMechanism Mechanism(string name, string password, string token) => name switch
    {
        "PLAIN" => SaslMechanism.Plain("alice", password),
        "LOGIN" => SaslMechanism.Login("alice", password),
        "CRAM-MD5" => SaslMechanism.CramMd5("alice", password),
        "SCRAM-SHA-256" => SaslMechanism.ScramSha256("alice", password),
        "XOAUTH2" => SaslMechanism.XOAuth2("alice", token),
        _ => SaslMechanism.OAuthBearer("alice", token),
    };

    [Fact]
    public async Task Reports_what_is_gone_above_the_highest_remaining()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        await connection.EnableAsync(["QRESYNC"], Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        (UidValidity validity, ModSequence since) = (inbox.UidValidity!.Value, inbox.Selection.HighestModSequence!.Value);
        SearchResult all = await inbox.SearchAsync(SearchQuery.All, Token);
        Uid last = all.Uids.Max!.Value;
        await inbox.AddFlagsAsync(last, Flag.Deleted, Token);
        await inbox.ExpungeAsync(last, Token);

        Assert.Contains(last, (await inbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, since, Token)).Vanished);
        FetchedChanges ever = await inbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, new ModSequence(0), Token);
        Assert.Equal(all.Uids.Count - 1, ever.Changed.Count);
        await connection.SelectAsync(new SelectCommand("INBOX") { QResync = new(validity, since) { KnownUids = UidSet.All } }, Token);
        Assert.Equal("SELECT INBOX (QRESYNC", server.Commands.Texts[^1][..21]);
        Assert.Contains("1:4294967295", server.Commands.Texts[^1], StringComparison.Ordinal);
    }
}
