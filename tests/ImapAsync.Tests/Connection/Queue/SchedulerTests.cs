namespace ImapAsync.Tests;

/// <summary>The examples of RFC 3501 §5.5 and RFC 9051 §5.5, and what the table of pairs cannot show.</summary>
public sealed class SchedulerTests
{
    private const string Preauthenticated = "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ESEARCH] hello\r\n";

    private static readonly ImapCommand<IReadOnlyList<FetchedMessage>> Fetch = new FetchCommand(SequenceSet.Parse("1"), FetchItem.Flags);
    private static readonly ImapCommand<StoreResult<SequenceSet>> Store = new StoreCommand(SequenceSet.Parse("1"), FlagOperation.Add, FlagSet.Of(Flag.Seen));
    private static readonly ImapCommand<SequenceSearchResult> Search = new SearchCommand(SearchQuery.All);
    private static readonly ImapCommand<CopyResult> Copy = new CopyCommand(SequenceSet.Parse("1"), "Archive");

    [Fact]
    public async Task FETCH_and_STORE_and_SEARCH_and_CHECK_are_valid_without_waiting()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Send(mailbox, Fetch);
        Send(mailbox, Store);
        Send(mailbox, Search);
        Send(mailbox, new CheckCommand());
        Assert.Equal("A2 FETCH 1 (FLAGS)\r\nA3 STORE 1 +FLAGS (\\Seen)\r\nA4 SEARCH ALL\r\nA5 CHECK\r\n", await server.ReceiveAllAsync());
    }

    [Fact]
    public async Task STORE_and_COPY_and_EXPUNGE_are_valid_without_waiting()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Send(mailbox, Store);
        Send(mailbox, Copy);
        Send(mailbox, new ExpungeCommand());
        Assert.Equal("A2 STORE 1 +FLAGS (\\Seen)\r\nA3 COPY 1 Archive\r\nA4 EXPUNGE\r\n", await server.ReceiveAllAsync());
    }

    [Fact]
    public async Task FETCH_and_NOOP_and_STORE_are_invalid_without_waiting()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Send(mailbox, Fetch);
        Send(mailbox, new NoopCommand());
        Send(mailbox, Store);
        Assert.Equal("A2 FETCH 1 (FLAGS)\r\nA3 NOOP\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("A2 OK done\r\n");
        Assert.Equal("", await server.ReceiveAllAsync());
        await server.SendAsync("* 2 EXPUNGE\r\nA3 OK done\r\n");
        await server.ExpectAsync("A4 STORE 1 +FLAGS (\\Seen)\r\n");
    }

    [Fact]
    public async Task STORE_and_COPY_and_FETCH_are_invalid_without_waiting()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Send(mailbox, Store);
        Send(mailbox, Copy);
        Send(mailbox, Fetch);
        Assert.Equal("A2 STORE 1 +FLAGS (\\Seen)\r\nA3 COPY 1 Archive\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("A3 OK copied first\r\n");
        await server.ExpectAsync("A4 FETCH 1 (FLAGS)\r\n");
    }

    [Theory]
    [InlineData("UNSEEN", "A2 UID SEARCH RETURN (ALL) UNSEEN\r\nA3 UID SEARCH RETURN (ALL) UNSEEN\r\n")]
    [InlineData("1:5", "A2 UID SEARCH RETURN (ALL) UNSEEN\r\n")]
    public async Task Whether_two_UID_SEARCH_are_valid_depends_on_the_numbers_in_the_second(string query, string expected)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Preauthenticated);
        SelectedMailbox mailbox = await server.SelectAsync();
        Send(mailbox, new UidSearchCommand(SearchQuery.Unseen, SearchReturnOptions.All));
        Send(mailbox, new UidSearchCommand(query == "UNSEEN" ? SearchQuery.Unseen : SearchQuery.Numbers(SequenceSet.Parse(query)), SearchReturnOptions.All));
        Assert.Equal(expected, await server.ReceiveAllAsync());
    }

    [Fact]
    public async Task Two_STATUS_of_one_mailbox_could_not_be_distinguished()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Preauthenticated);
        Task<MailboxStatus> messages = server.Connection.StatusAsync("Box", StatusItems.Messages);
        Task<MailboxStatus> other = server.Connection.StatusAsync("Other", StatusItems.Messages);
        Task<MailboxStatus> unseen = server.Connection.StatusAsync("Box", StatusItems.Unseen);
        Assert.Equal("A1 STATUS Box (MESSAGES)\r\nA2 STATUS Other (MESSAGES)\r\n", await server.ReceiveAllAsync());

        await server.SendAsync("* STATUS Other (MESSAGES 2)\r\nA2 OK done\r\n* STATUS Box (MESSAGES 1)\r\nA1 OK done\r\n");
        await server.AnswerAsync("A3 STATUS Box (UNSEEN)\r\n", "* STATUS Box (UNSEEN 3)\r\n{tag} OK done\r\n");
        Assert.Equal((1L, 2L, 3L), ((await messages.InTime()).Messages!.Value, (await other.InTime()).Messages!.Value, (await unseen.InTime()).Unseen!.Value));
    }

    [Fact]
    public async Task A_literal_that_waits_for_consent_holds_back_what_follows()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n");
        Send(server.Connection, new AppendCommand("Archive", new AppendMessage("hello"u8.ToArray())));
        Send(server.Connection, new NoopCommand());
        Assert.Equal("A1 APPEND Archive {5}\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("+ go on\r\n");
        await server.ExpectAsync("hello\r\nA2 NOOP\r\n");
    }

    [Fact]
    public async Task The_order_is_kept_although_a_later_command_could_be_sent_earlier()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Send(mailbox, new NoopCommand());
        Send(mailbox, Fetch);
        Send(mailbox, new NoopCommand());
        Assert.Equal("A2 NOOP\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("A2 OK done\r\n");
        await server.ExpectAsync("A3 FETCH 1 (FLAGS)\r\nA4 NOOP\r\n");
    }

    // Ended with the connection.
    private static void Send<T>(IImapSession sender, ImapCommand<T> command) =>
        _ = sender.SendAsync(command).AsTask().ContinueWith(static task => task.Exception, TaskScheduler.Default);
}
