namespace ImapAsync.ServerTests;

/// <summary>COMPRESS=DEFLATE (RFC 4978) on each server, over each kind of security.</summary>
public sealed class CompressionTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryConnection]
    public async Task What_goes_through_is_the_same_and_fewer_octets(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        CountingTransport? counted = null;
        await using ImapConnection connection = await ConnectAsync(server, security, transport => counted = new CountingTransport(transport));
        await connection.CompressAsync(Token);
        byte[][] messages = [.. Enumerable.Range(1, 20).Select(number => Mail.Numbered(number, bodyLines: 500))];
        await connection.FillAsync("INBOX", [.. messages.Select(message => new AppendMessage(message))], Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);

        List<byte[]> bodies = [];
        await foreach (FetchedMessage message in inbox.FetchAsync(UidSet.All, FetchItem.Body(), Token))
        {
            bodies.Add(await message.Section(BodySection.Full)!.ReadAllAsync(cancellationToken: Token));
            await inbox.AddFlagsAsync(message.Uid, Flag.Seen, Token);
        }

        Assert.Equal(messages, bodies);
        // Counted above the compression, so that the figure is for IMAP itself.
        Assert.True(counted!.Received > messages.Sum(message => message.LongLength));
        ImapCommandException again = await Assert.ThrowsAsync<ImapCommandException>(() => connection.CompressAsync(Token));
        Assert.NotEqual(ImapStatus.Ok, again.Status);
        await connection.NoopAsync(Token);
    }

    private static async Task<ImapConnection> ConnectAsync(TestServer server, ImapSecurity security, Func<IImapTransport, IImapTransport> wrap)
    {
        IImapTransport transport = security == ImapSecurity.Tls
            ? await ImapTransport.ConnectTlsAsync(server.Host, server.TlsPort, server.ConnectionOptions.Tls, cancellationToken: Token)
            : await ImapTransport.ConnectAsync(server.Host, server.PlainPort, cancellationToken: Token);
        ImapConnection connection = await ImapConnection.ConnectAsync(wrap(transport), server.ConnectionOptions, server.Host, Token);
        if (security == ImapSecurity.StartTls)
            await connection.StartTlsAsync(Token);
        TestAccount account = server.NewAccount();
        await connection.AuthenticateAsync(SaslMechanism.Plain(account.Name, account.Password), Token);
        Assert.True(connection.Capabilities.Contains("COMPRESS=DEFLATE"), connection.Capabilities.ToString());
        return connection;
    }
}
