using System.Text;
using Microsoft.Extensions.Logging;

namespace ImapAsync.Tests;

/// <summary>
/// A conversation with a server that has a quirk: exact octets in both directions, through the whole library. Afterwards the connection must still be usable.
/// </summary>
internal sealed class QuirkSession : IAsyncDisposable
{
    private readonly LogCapture _log;
    private SelectedMailbox? _inbox;
    private int _tag;

    private QuirkSession(ScriptedServer server, LogCapture log)
    {
        Server = server;
        _log = log;
    }

    public ScriptedServer Server { get; }

    public ImapConnection Connection => Server.Connection;

    /// <summary>The mailbox that is selected.</summary>
    public SelectedMailbox Inbox => _inbox ?? throw new InvalidOperationException("Nothing is selected.");

    /// <summary>The warnings and messages of the connection's log, one per line.</summary>
    public IReadOnlyList<string> Warnings =>
        [.. _log.Entries.Where(static entry => entry is { Category: ConnectionLog.Category, Level: >= LogLevel.Warning }).Select(LogCapture.TextOf)];

    /// <summary>The whole log of the connection.</summary>
    public IReadOnlyList<string> Log => _log.Of(ConnectionLog.Category);

    public static async Task<QuirkSession> StartAsync(string greeting = "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ IDLE] ready\r\n", ImapConnectionOptions? options = null)
    {
        LogCapture log = new();
        ScriptedServer server = await ScriptedServer.StartAsync(greeting, (options ?? ScriptedServerSteps.Options()) with { LoggerFactory = log });
        return new QuirkSession(server, log);
    }

    /// <summary>Runs a conversation, and then checks that the next command on the same connection works.</summary>
    public static async Task RunAsync(Func<QuirkSession, Task> conversation, string greeting = "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ IDLE] ready\r\n")
    {
        await using QuirkSession session = await StartAsync(greeting);
        await conversation(session);
        await session.NextCommandWorksAsync();
    }

    /// <summary>The same with INBOX selected.</summary>
    public static Task RunInInboxAsync(Func<QuirkSession, Task> conversation) => RunAsync(async session =>
    {
        await session.SelectInboxAsync();
        await conversation(session);
    });

    /// <summary>One UID FETCH of message 7, and the resulting message; nothing in the log.</summary>
    public static Task FetchAsync(FetchItems items, string answer, Action<FetchedMessage> check) => RunInInboxAsync(async session =>
    {
        check(await session.FetchOneAsync(items, answer));
        Assert.Empty(session.Warnings);
    });

    public async Task SelectInboxAsync(string responses = "* 9 EXISTS\r\n")
    {
        Task<SelectedMailbox> selecting = Connection.SelectAsync("INBOX");
        await AnswerAsync("SELECT INBOX\r\n", responses + "{tag} OK [READ-WRITE] selected\r\n");
        _inbox = await selecting.InTime();
    }

    /// <summary>Sends a command, compares what is on the wire after the tag, and answers; <c>{tag}</c> stands for the tag.</summary>
    public async Task<ImapResult<T>> AskAsync<T>(ImapCommand<T> command, string written, string answer)
    {
        IImapSession sender = _inbox is null ? Connection : _inbox;
        Task<ImapResult<T>> asking = sender.SendAsync(command).AsTask();
        await AnswerAsync(written, answer);
        return await asking.InTime();
    }

    /// <summary>The same with a tagged OK after the answer.</summary>
    public async Task<T> AskForAsync<T>(ImapCommand<T> command, string written, string answer)
    {
        ImapResult<T> result = await AskAsync(command, written, answer + "{tag} OK done\r\n");
        Assert.Empty(result.Malformed);
        return result.Value;
    }

    /// <summary>Counts commands that a test examined itself.</summary>
    public void SkipTags(int count) => _tag += count;

    /// <summary>Expects octets after the next tag, and answers.</summary>
    public Task AnswerAsync(string written, string answer)
    {
        string tag = $"A{++_tag}";
        return Server.AnswerAsync($"{tag} {written}", answer);
    }

    /// <summary>Fetches message 7 as a stream, bodies read into memory, and again as a whole: both must be equal.</summary>
    public async Task<FetchedMessage> FetchOneAsync(FetchItems items, string answer)
    {
        UidFetchCommand fetch = new(new Uid(7), items);
        string written = $"UID FETCH 7 ({string.Join(' ', items.Prepend(items.HasBodies ? FetchItem.Uid : items[0]).Distinct())})\r\n";
        FetchedMessage message = Assert.Single(await AskForAsync(fetch, written, answer));

        List<FetchedMessage> streamed = [];
        Task streaming = StreamAsync(fetch, streamed);
        await AnswerAsync(written, answer + "{tag} OK done\r\n");
        await streaming.InTime();
        Assert.Equal(message.ToString(), Assert.Single(streamed).ToString());
        Assert.Equal(message.Sections.Select(static body => (body.Section, body.Size)), streamed[0].Sections.Select(static body => (body.Section, body.Size)));
        Assert.Equal(message.Malformed.Select(static malformed => malformed.Name), streamed[0].Malformed.Select(static malformed => malformed.Name));
        return message;
    }

    /// <summary>What could not be read is in the result with its octets, and in the log.</summary>
    public void Reports(MalformedResponse malformed, string name, string raw)
    {
        Assert.Equal((name, raw), (malformed.Name, Encoding.Latin1.GetString(malformed.Raw.Span)));
        Assert.Contains("expected", malformed.Reason, StringComparison.Ordinal);
        Assert.StartsWith("A response could not be read", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    /// <inheritdoc cref="Reports(MalformedResponse, string, string)"/>
    public void Reports(MalformedResponse malformed, string raw) => Reports(malformed, raw[..raw.IndexOf(' ', StringComparison.Ordinal)], raw);

    /// <summary>Only this line is in the result as malformed.</summary>
    public static void IsReported(string raw, IReadOnlyList<MalformedResponse> malformed) =>
        Assert.Equal(raw.TrimEnd(), Encoding.Latin1.GetString(Assert.Single(malformed).Raw.Span).TrimEnd());

    public async Task NextCommandWorksAsync()
    {
        ImapResult<ImapNothing> noop = await AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK still here\r\n");
        Assert.Equal("OK still here", noop.ToString());
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task StreamAsync(UidFetchCommand fetch, List<FetchedMessage> messages)
    {
        await foreach (FetchedMessage message in Inbox.StreamAsync(fetch))
        {
            foreach (MessageBody body in message.Sections)
                await body.ReadAllAsync();
            messages.Add(message);
        }
    }
}
