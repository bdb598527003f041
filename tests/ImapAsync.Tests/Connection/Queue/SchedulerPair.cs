namespace ImapAsync.Tests;

/// <summary>Sends two commands on a new connection, and returns what the client wrote without having received an answer, at least as much as is expected.</summary>
internal static class SchedulerPair
{
    private const string Preauthenticated = "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ IDLE STARTTLS] hello\r\n";

    public static async Task<string> RunAsync(string first, string second, string expected)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Preauthenticated);
        SelectedMailbox mailbox = await BeginAsync(server, isSelected: first != "SELECT");
        List<TestListener> listeners = [];
        try
        {
            SelectedMailbox opened = Send(server, mailbox, first, listeners, out _) ?? mailbox;
            string written = first == "IDLE" ? await BeginIdlingAsync(server) : "";
            _ = Send(server, opened, second, listeners, out Task sent);
            bool isRefused = expected.EndsWith("refused", StringComparison.Ordinal);
            if (isRefused)
                await sent.FailsAsync<ImapSelectionException>();
            int awaited = expected.Length - written.Length - (isRefused ? "refused".Length : 0);
            written += awaited > 0 ? await server.ReceiveAsync(awaited) : "";
            return written + await server.ReceiveAllAsync() + (isRefused ? "refused" : "");
        }
        finally
        {
            await server.CloseAsync();
            foreach (TestListener listener in listeners)
                await listener.DisposeAsync();
        }
    }

    // A SELECT that comes first is the connection's first: commands by UID may follow it at once only if no other mailbox can still be selected.
    private static async Task<SelectedMailbox> BeginAsync(ScriptedServer server, bool isSelected)
    {
        if (isSelected)
            return await server.SelectAsync();

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "{tag} OK done\r\n");
        await noop.InTime();
        return null!;
    }

    private static async Task<string> BeginIdlingAsync(ScriptedServer server)
    {
        await server.ExpectAsync("A2 IDLE\r\n");
        await server.SendAsync("+ idling\r\n");
        return "A2 IDLE\r\n";
    }

    // Returns the mailbox that a SELECT opens.
    private static SelectedMailbox? Send(ScriptedServer server, SelectedMailbox mailbox, string command, List<TestListener> listeners, out Task sent)
    {
        ImapConnection connection = server.Connection;
        sent = Task.CompletedTask;
        switch (command)
        {
            case "SELECT":
                return connection.BeginSelect(new SelectCommand("Other"));
            case "IDLE":
                TestListener listener = new(mailbox);
                listeners.Add(listener);
                sent = listener.Pending;
                return null;
            default:
                sent = OnMessages(mailbox, connection, command);
                return null;
        }
    }

    private static Task OnMessages(SelectedMailbox mailbox, ImapConnection connection, string command) => command switch
    {
        "FETCH" => mailbox.SendAsync(new FetchCommand(SequenceSet.Parse("1:2"), FetchItem.Flags)).AsTask(),
        "UIDFETCH" => mailbox.SendAsync(new UidFetchCommand(UidSet.Parse("7:9"), FetchItem.Flags)).AsTask(),
        "STORE" => mailbox.SendAsync(new StoreCommand(SequenceSet.Parse("3"), FlagOperation.Add, FlagSet.Of(Flag.Seen))).AsTask(),
        "UIDSTORE" => mailbox.SendAsync(new UidStoreCommand(UidSet.Parse("8"), FlagOperation.Remove, FlagSet.Of(Flag.Seen))).AsTask(),
        "SEARCH" => mailbox.SendAsync(new SearchCommand(SearchQuery.Unseen)).AsTask(),
        "UIDSEARCH" => mailbox.SendAsync(new UidSearchCommand(SearchQuery.Unseen)).AsTask(),
        "COPY" => mailbox.SendAsync(new CopyCommand(SequenceSet.Parse("2"), "Archive")).AsTask(),
        "EXPUNGE" => mailbox.SendAsync(new ExpungeCommand()).AsTask(),
        "CLOSE" => mailbox.SendAsync(new CloseCommand()).AsTask(),
        _ => OnConnection(connection, command),
    };

    private static Task OnConnection(ImapConnection connection, string command) => command switch
    {
        "NOOP" => connection.SendAsync(new NoopCommand()).AsTask(),
        "STATUS" => connection.SendAsync(new StatusCommand("Archive", StatusItems.Messages)).AsTask(),
        "LIST" => connection.SendAsync(new ListCommand("", "*")).AsTask(),
        "APPEND" => connection.SendAsync(new AppendCommand("Archive", new AppendMessage("hello"u8.ToArray()))).AsTask(),
        "STARTTLS" => connection.SendAsync(new StartTlsCommand()).AsTask(),
        "LOGIN" => connection.SendAsync(new LoginCommand("alice", "secret")).AsTask(),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "There is no such command in the table."),
    };
}
