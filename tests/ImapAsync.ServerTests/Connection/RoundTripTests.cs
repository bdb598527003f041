namespace ImapAsync.ServerTests;

/// <summary>How often the client has to wait for the server: a figure that does not depend on the machine.</summary>
public sealed class RoundTripTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    public async Task From_the_greeting_to_the_first_envelopes_in_two_flights(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        await PrepareAsync(server, account);
        CountingTransport transport = await ConnectAsync(server);
        await using ImapConnection connection = await ImapConnection.ConnectAsync(transport, server.ConnectionOptions, cancellationToken: Token);
        Assert.Equal(0, transport.Flights);

        await connection.AuthenticateAsync(SaslMechanism.Plain(account.Name, account.Password), Token);
        await transport.HoldBackAsync();
        SelectedMailbox inbox = connection.BeginSelect(new SelectCommand("INBOX"));
        Task<List<string>> subjects = ReadSubjectsAsync(inbox);
        await transport.WhenSentAsync(" UID FETCH 1:* (ENVELOPE)\r\n", times: 1, Token);
        transport.LetGo();

        Assert.Equal(["Message 1", "Message 2", "Message 3"], await subjects);
        Assert.Equal(2, transport.Flights);
        Assert.Equal(3, (await inbox.WhenSelected).Exists);
    }

    [Theory]
    [EveryServer]
    public async Task A_hundred_questions_in_one_flight(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        CountingTransport transport = await ConnectAsync(server);
        await using ImapConnection connection = await ImapConnection.ConnectAsync(transport, server.ConnectionOptions, cancellationToken: Token);
        await connection.AuthenticateAsync(SaslMechanism.ScramSha256(account.Name, account.Password), Token);
        string[] mailboxes = [.. Enumerable.Range(0, 100).Select(_ => server.NewMailboxName("asked"))];
        await Task.WhenAll(mailboxes.Select(mailbox => connection.CreateMailboxAsync(mailbox, Token)));
        int before = transport.Flights;

        await transport.HoldBackAsync();
        Task<MailboxStatus[]> answers = Task.WhenAll(mailboxes.Select(mailbox => connection.StatusAsync(mailbox, StatusItems.Messages | StatusItems.UidNext, Token)));
        await transport.WhenSentAsync(" (MESSAGES UIDNEXT)\r\n", times: 100, Token);
        transport.LetGo();

        Assert.Equal(mailboxes, (await answers).Select(status => status.Name.Value));
        Assert.All(await answers, status => Assert.Equal(0, status.Messages));
        Assert.Equal(1, transport.Flights - before);
    }

    [Theory]
    [EveryServer]
    public async Task An_APPEND_that_is_refused_costs_no_upload(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount account = server.NewAccount();
        CountingTransport transport = await ConnectAsync(server);
        await using ImapConnection connection = await ImapConnection.ConnectAsync(transport, server.ConnectionOptions, cancellationToken: Token);
        await connection.AuthenticateAsync(SaslMechanism.Plain(account.Name, account.Password), Token);
        Assert.True(connection.Capabilities.Contains("LITERAL+"), connection.Capabilities.ToString());
        byte[] large = Mail.Numbered(1, bodyLines: 20_000);
        long before = transport.Sent;

        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(async () => await connection.AppendAsync(server.NewMailboxName("missing"), large, Token));

        Assert.True(refusal.Code?.Is("TRYCREATE"), refusal.Message);
        Assert.InRange(transport.Sent - before, 1, 200);
        await connection.NoopAsync(Token);
    }

    private static async Task<CountingTransport> ConnectAsync(TestServer server) =>
        new(await ImapTransport.ConnectTlsAsync(server.Host, server.TlsPort, server.ConnectionOptions.Tls, cancellationToken: Token));

    private static async Task<List<string>> ReadSubjectsAsync(SelectedMailbox mailbox)
    {
        List<string> subjects = [];
        await foreach (FetchedMessage message in mailbox.FetchAsync(UidSet.All, FetchItems.Envelope, Token))
            subjects.Add(message.Envelope.Subject);
        return subjects;
    }

    private static async Task PrepareAsync(TestServer server, TestAccount account)
    {
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, account, Token);
        await connection.FillAsync("INBOX", [.. Enumerable.Range(1, 3).Select(number => new AppendMessage(Mail.Numbered(number)))], Token);
    }
}
