using ImapAsync;
using ImapAsync.Testing;

namespace Quickstart;

/// <summary>An account on a server in this process: nothing has to be installed, and nothing remains.</summary>
internal sealed class EmbeddedAccount : IAccount
{
    private const string User = "alice";
    private const string Password = "wonderland";

    private readonly ImapTestServer _server;
    private readonly ImapClient _client;

    private EmbeddedAccount(ImapTestServer server)
    {
        ImapEndpoint endpoint = server.Endpoint;
        _server = server;
        _client = new ImapClient(new ImapClientOptions
        {
            Host = endpoint.Host,
            Port = endpoint.Port,
            Security = endpoint.Security,
            UserName = User,
            Password = Password,
            Connection = server.ClientOptions,
        });
        Title = $"{User} on an embedded server, {endpoint}";
    }

    public string Title { get; }

    public bool MayWrite => true;

    public static async Task<EmbeddedAccount> StartAsync(CancellationToken cancellationToken)
    {
        ImapTestServer server = await ImapTestServer.StartAsync(
            options =>
            {
                ImapTestUser user = options.AddUser(User, Password);
                user.Inbox.AddMessages(SampleMail.Photos(6)).AddMessages(400);
                user.AddMailbox("Archive", MailboxAttribute.Archive).AddMessages(60);
                user.AddMailbox("Archive/2025").AddMessages(120);
                user.AddMailbox("Drafts", MailboxAttribute.Drafts).AddMessages(3);
                user.AddMailbox("Sent", MailboxAttribute.Sent).AddMessages(45);
                user.AddMailbox("Trash", MailboxAttribute.Trash);
            },
            cancellationToken);
        return new EmbeddedAccount(server);
    }

    public Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken) =>
        _client.ConnectAsync(cancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
