using System.Diagnostics;

namespace ImapAsync.ServerTests;

/// <summary>A child process that greets with PREAUTH, as Dovecot's imap does over ssh.</summary>
public sealed class TunnelTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_child_process_is_a_server()
    {
        TestServer server = await servers.GetDovecotAsync();
        TestAccount account = server.NewAccount();
        await using (ImapConnection filling = await server.ConnectAsync(ImapSecurity.Tls, account, Token))
            await filling.FillAsync("INBOX", [new AppendMessage(Mail.Numbered(1, bodyLines: 10_000))], Token);

        ProcessStartInfo imap = new(Path.Combine(server.Directory, "libexec", "imap"), ["-u", account.Name, "-c", Path.Combine(server.Directory, "dovecot.conf")]);
        await using ImapConnection connection = await ImapConnection.ConnectAsync(ImapTransport.StartProcess(imap), cancellationToken: Token);
        Assert.Equal(ImapConnectionState.Authenticated, connection.State);
        Assert.Null(connection.Tls);

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        Assert.Equal(Mail.Numbered(1, bodyLines: 10_000), await inbox.FetchOctetsAsync(UidSet.All, FetchItem.Body(), Token));
        await connection.LogoutAsync(Token);
        Assert.Equal(ImapConnectionState.Logout, connection.State);
    }
}
