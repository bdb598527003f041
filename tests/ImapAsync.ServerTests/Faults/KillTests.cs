using System.Net;
using System.Net.Sockets;

namespace ImapAsync.ServerTests;

/// <summary>The server's process is killed (SIGKILL) during each kind of command. Uses its own servers: other tests must not lose theirs.</summary>
[Collection(nameof(FaultTests))]
public sealed class KillTests : IAsyncLifetime
{
    private const string LongAppend = "APPEND of 4 MiB";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, Func<ImapConnection, SelectedMailbox, string, Task>> Commands = new()
    {
        ["NOOP"] = static (connection, _, _) => connection.NoopAsync(Ct),
        ["CAPABILITY"] = static (connection, _, _) => connection.CapabilityAsync(Ct),
        ["LIST"] = static (connection, _, _) => connection.ListAsync(cancellationToken: Ct),
        ["STATUS"] = static (connection, _, box) => connection.StatusAsync(box, StatusItems.Messages, Ct),
        ["SELECT"] = static (connection, _, box) => connection.SelectAsync(box, Ct),
        ["CREATE"] = static (connection, _, box) => connection.CreateMailboxAsync(box + "-more", Ct),
        ["RENAME"] = static (connection, _, box) => connection.RenameMailboxAsync(box, box + "-other", Ct),
        ["DELETE"] = static (connection, _, box) => connection.DeleteMailboxAsync(box, Ct),
        ["SUBSCRIBE"] = static (connection, _, box) => connection.SubscribeAsync(box, Ct),
        ["APPEND"] = static (connection, _, box) => connection.AppendAsync(box, Mail.Numbered(99), cancellationToken: Ct),
        [LongAppend] = static (connection, _, box) => connection.AppendAsync(box, new byte[4 << 20], cancellationToken: Ct),
        ["SEARCH"] = static (_, mailbox, _) => mailbox.SearchAsync(SearchQuery.Text("Body"), Ct),
        ["FETCH"] = static (_, mailbox, _) => mailbox.FetchAllAsync(UidSet.All, [FetchItem.Envelope], Ct),
        ["FETCH of bodies"] = static (_, mailbox, _) => mailbox.FetchAllAsync(UidSet.All, [FetchItem.Body()], Ct),
        ["STORE"] = static (_, mailbox, _) => mailbox.AddFlagsAsync(UidSet.All, Flag.Seen, Ct),
        ["COPY"] = static (_, mailbox, box) => mailbox.CopyAsync(UidSet.All, box, Ct),
        ["MOVE"] = static (_, mailbox, box) => mailbox.MoveAsync(UidSet.All, box, Ct),
        ["EXPUNGE"] = static (_, mailbox, _) => mailbox.ExpungeAsync(Ct),
        ["IDLE"] = static (_, mailbox, _) => ListenAsync(mailbox),
        ["ID"] = static (connection, _, _) => connection.SendAsync(new IdCommand(), Ct).AsTask(),
        ["ENABLE"] = static (connection, _, _) => connection.EnableAsync(["CONDSTORE"], Ct),
        ["NAMESPACE"] = static (connection, _, _) => connection.NamespaceAsync(Ct),
        ["LSUB"] = static (connection, _, _) => connection.LsubAsync(cancellationToken: Ct),
        ["EXAMINE"] = static (connection, _, box) => connection.SendAsync(new ExamineCommand(box), Ct).AsTask(),
        ["UNSUBSCRIBE"] = static (connection, _, box) => connection.UnsubscribeAsync(box, Ct),
        ["SETACL"] = static (connection, _, box) => connection.SendAsync(new SetAclCommand(box, "anyone", "l"), Ct).AsTask(),
        ["GETACL"] = static (connection, _, box) => connection.GetAclAsync(box, Ct),
        ["MYRIGHTS"] = static (connection, _, box) => connection.MyRightsAsync(box, Ct),
        ["GETQUOTAROOT"] = static (connection, _, box) => connection.GetQuotaRootAsync(box, Ct),
        ["GETMETADATA"] = static (connection, _, box) => connection.SendAsync(new GetMetadataCommand(box, "/private/comment"), Ct).AsTask(),
        ["XLIST"] = static (connection, _, _) => connection.SendAsync(new RawCommand("XLIST", RawArgument.String(""), RawArgument.String("*")), Ct).AsTask(),
        ["COMPRESS"] = static (connection, _, _) => connection.SendAsync(new CompressCommand(), Ct).AsTask(),
        ["UID EXPUNGE"] = static (_, mailbox, _) => mailbox.ExpungeAsync(UidSet.All, Ct),
        ["STORE by number"] = static (_, mailbox, _) => mailbox.AddFlagsAsync(SequenceSet.All, Flag.Deleted, Ct),
        ["SORT"] = static (_, mailbox, _) => mailbox.SendAsync(new UidSortCommand([SortKey.Date], SearchQuery.All), Ct).AsTask(),
        ["THREAD"] = static (_, mailbox, _) => mailbox.SendAsync(new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.All), Ct).AsTask(),
        ["CHECK"] = static (_, mailbox, _) => mailbox.CheckAsync(Ct),
        ["CLOSE"] = static (_, mailbox, _) => mailbox.CloseAsync(Ct),
        ["UNSELECT"] = static (_, mailbox, _) => mailbox.UnselectAsync(Ct),
        ["LOGOUT"] = static (connection, _, _) => connection.LogoutAsync(Ct),
    };

    private readonly List<ServerProcess> _servers = [];

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        foreach (ServerProcess server in _servers)
            await server.DisposeAsync();
    }

    // The session is stopped before the command is sent, so that it is certainly in progress when the process is killed.
    [Theory]
    [EveryServer]
    public async Task Each_command_reports_that_its_outcome_is_unknown(ServerKind kind)
    {
        TestServer server = await StartAsync(kind);
        foreach ((string name, Func<ImapConnection, SelectedMailbox, string, Task> send) in Commands)
        {
            (Socket socket, ImapConnection connection) = await ConnectAsync(server);
            await using ImapConnection _ = connection;
            string box = server.NewMailboxName();
            IReadOnlyList<Uid> uids = await connection.CreateWithAsync(box, 5, 3, Ct);
            SelectedMailbox mailbox = await connection.SelectAsync(box, Ct);
            SessionProcess session = SessionProcess.Of(socket, server);

            session.Freeze();
            Task command = send(connection, mailbox, box);
            Task behind = connection.NoopAsync(Ct);
            session.End();

            ImapConnectionException lost = await Assert.ThrowsAsync<ImapConnectionException>(() => command.WaitAsync(Patience, Ct));
            // Listening has no outcome, and what was not completely sent was not executed.
            if (name != "IDLE")
                Assert.True(lost.Outcome == (name == LongAppend ? CommandOutcome.NotSent : CommandOutcome.Unknown), $"{name}: {lost.Message}");
            await Assert.ThrowsAsync<ImapConnectionException>(() => behind.WaitAsync(Patience, Ct));
            ImapConnectionException next = await Assert.ThrowsAsync<ImapConnectionException>(() => connection.NoopAsync(Ct));
            Assert.Equal(CommandOutcome.NotSent, next.Outcome);
            await NothingIsHalfDoneAsync(server, name, box, uids.Count);
        }
    }

    // Before the login another process may serve the connection.
    [Theory]
    [EveryServer]
    public async Task So_does_each_that_begins_a_session(ServerKind kind)
    {
        TestServer server = await StartAsync(kind);
        (string Name, Func<ImapConnection, Task> Send)[] commands =
        [
            ("LOGIN", connection => connection.LoginAsync(server.Alice.Name, server.Alice.Password, Ct)),
            ("AUTHENTICATE", connection => connection.AuthenticateAsync(SaslMechanism.Plain(server.Alice.Name, server.Alice.Password), Ct)),
            ("STARTTLS", connection => connection.SendAsync(new StartTlsCommand(), Ct).AsTask()),
            ("CAPABILITY", connection => connection.CapabilityAsync(Ct)),
        ];
        foreach ((string name, Func<ImapConnection, Task> send) in commands)
        {
            (Socket socket, ImapConnection connection) = await GreetedAsync(server);
            await using ImapConnection _ = connection;
            SessionProcess session = SessionProcess.Of(socket, server);
            session.Freeze();
            Task command = send(connection);
            session.End();

            ImapConnectionException lost = await Assert.ThrowsAsync<ImapConnectionException>(() => command.WaitAsync(Patience, Ct));
            Assert.True(lost.Outcome == CommandOutcome.Unknown, $"{name}: {lost.Message}");
            Assert.Equal(CommandOutcome.NotSent, (await Assert.ThrowsAsync<ImapConnectionException>(() => connection.NoopAsync(Ct))).Outcome);
        }
    }

    [Theory]
    [EveryServer]
    public async Task All_connections_notice_when_the_whole_server_is_killed(ServerKind kind)
    {
        TestServer server = await StartAsync(kind);
        (Socket Socket, ImapConnection Connection)[] all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ConnectAsync(server)));
        IReadOnlyList<SessionProcess> processes = SessionProcess.All(server);
        foreach (SessionProcess process in processes)
            process.Freeze();
        Task[] commands = [.. all.SelectMany(static one => Enumerable.Range(0, 10).Select(_ => (Task)one.Connection.ListAsync(cancellationToken: Ct)))];
        foreach (SessionProcess process in processes)
            process.End();

        foreach (Task command in commands)
            await Assert.ThrowsAsync<ImapConnectionException>(() => command.WaitAsync(Patience, Ct));
        foreach ((_, ImapConnection connection) in all)
            await connection.DisposeAsync();
        await Assert.ThrowsAsync<ImapConnectionException>(() => server.ConnectAsync(ImapSecurity.None, Ct));
    }

    private static async Task NothingIsHalfDoneAsync(TestServer server, string name, string box, int messages)
    {
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.None, server.Alice, Ct);
        // What the process had not read, it has not executed.
        MailboxStatus status = await connection.StatusAsync(box, StatusItems.Messages, Ct);
        Assert.True(status.Messages == messages, $"after {name}: {status.Messages} messages");
    }

    private static async Task ListenAsync(SelectedMailbox mailbox)
    {
        await foreach (MailboxEvent _ in mailbox.IdleAsync(Ct))
        {
        }
    }

    private static async Task<(Socket Socket, ImapConnection Connection)> ConnectAsync(TestServer server)
    {
        (Socket socket, ImapConnection connection) = await GreetedAsync(server);
        await connection.AuthenticateAsync(SaslMechanism.Plain(server.Alice.Name, server.Alice.Password), Ct);
        return (socket, connection);
    }

    private static async Task<(Socket Socket, ImapConnection Connection)> GreetedAsync(TestServer server)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(server.Host), server.PlainPort), Ct);
        IImapTransport transport = ImapTransport.FromStream(new NetworkStream(socket, ownsSocket: true));
        return (socket, await ImapConnection.ConnectAsync(transport, server.ConnectionOptions, server.Host, Ct));
    }

    private async Task<TestServer> StartAsync(ServerKind kind)
    {
        try
        {
            ServerProcess process = await ServerProcess.StartAsync(kind);
            _servers.Add(process);
            return process.Server;
        }
        catch (ServerMissingException missing) when (Environment.GetEnvironmentVariable("IMAPASYNC_SERVERS") != "required")
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }
}
