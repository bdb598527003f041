using System.Text;

namespace ImapAsync.Tests;

/// <summary>One connection and the conversations on it, one after another: the same seed gives the same ones.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private readonly ScriptRandom _random;
    private readonly MemoryTransport _transport = new();
    private readonly CommandLine _commandLine = new();
    private readonly ModelMailbox _model;
    private readonly List<(bool IsServer, string Text)> _transcript = [];
    private ImapConnection _connection = null!;
    private SelectedMailbox _mailbox = null!;
    private UpdateReader _updates = null!;
    private List<Question> _questions = [];

    private Conversation(ulong seed)
    {
        _random = new ScriptRandom(seed);
        _model = new ModelMailbox(_random);
    }

    /// <summary>What has been said in the current conversation, for the caller that waits for its end.</summary>
    public string Transcript => $"{string.Join('\n', _questions)}\n{string.Join('\n', _transcript.SelectMany(Lines))}";

    public static async Task<Conversation> BeginAsync(ulong seed)
    {
        Conversation conversation = new(seed);
        await conversation.OpenAsync();
        return conversation;
    }

    /// <summary>Runs one conversation; returns what is wrong with it, or null.</summary>
    public async Task<string?> RunAsync()
    {
        _transcript.Clear();
        Ledger ledger = new(_random.Percent(5) ? Items.All : Items.Uid);
        AnswerGenerator server = new(_random, _model, ledger);
        Say(server.Prelude());
        await _transport.WhenReadAsync();

        _questions = new QuestionMaker(_random, _model).Make();
        Task<Heard>[] asking = [.. _questions.Select(question => Caller.AskAsync(_mailbox, question, ledger))];
        Heard[] heard = await AnswerAsync(server, Task.WhenAll(asking));
        await _transport.WhenReadAsync();
        return ledger.FindFault(_questions, heard, await _updates.TakeAsync(ledger.Kinds));
    }

    // A LOGOUT is never answered, and the clock stands still.
    public async ValueTask DisposeAsync()
    {
        _transport.Abort();
        await _connection.DisposeAsync();
    }

    private static IEnumerable<string> Lines((bool IsServer, string Text) said) =>
        said.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => $"{(said.IsServer ? "S" : "C")}: {line}");

    private async Task<Heard[]> AnswerAsync(AnswerGenerator server, Task<Heard[]> asking)
    {
        _ = asking.ContinueWith(_ => _transport.Signal.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        for (int received = 0; ;)
        {
            await _connection.Core.WhenQuietAsync();
            IReadOnlyList<string> lines = _transport.TakeLines();
            foreach (string line in lines)
            {
                _transcript.Add((IsServer: false, line));
                Question question = _questions[Math.Min(received++, _questions.Count - 1)];
                server.Receive(_commandLine.Read(line, question, _model));
            }

            if (server.HasOpen)
                Say(server.Answer(all: received >= _questions.Count));
            else if (asking.IsCompleted)
                return await asking;
            else
                await _transport.Signal.WaitAsync();
        }
    }

    private void Say(string text)
    {
        if (text.Length == 0)
            return;
        _transcript.Add((IsServer: true, text));
        byte[] octets = Encoding.Latin1.GetBytes(text);
        int longest = _random.Below(10) switch { 0 => 7, 1 => 60, _ => octets.Length };
        for (int start = 0, count; start < octets.Length; start += count)
        {
            count = Math.Min(longest == octets.Length ? longest : 1 + _random.Below(longest), octets.Length - start);
            _transport.Say(octets.AsSpan(start, count));
        }
    }

    // Without IDLE: the connection polls occasionally, by a clock that stands still.
    private async Task OpenAsync()
    {
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(
            _transport, ScriptedServerSteps.Options(new ManualTimeProvider()), "imap.example.org", CancellationToken.None);
        _transport.Say("* PREAUTH [CAPABILITY IMAP4rev1 CONDSTORE QRESYNC ESEARCH SORT ESORT OBJECTID PREVIEW SAVEDATE BINARY X-GM-EXT-1] ready\r\n");
        _connection = await connecting;
        Task<SelectedMailbox> selecting = _connection.SelectAsync(new SelectCommand("INBOX"));
        string tag = await TagAsync("SELECT");
        _transport.Say($"* {_model.Count} EXISTS\r\n{tag} OK [READ-WRITE] selected\r\n");
        _mailbox = await selecting;
        _updates = new UpdateReader(_mailbox);
        await _transport.WhenReadAsync();
    }

    private async Task<string> TagAsync(string command)
    {
        IReadOnlyList<string> lines;
        while ((lines = _transport.TakeLines()).Count == 0)
            await _transport.Signal.WaitAsync();
        string line = Assert.Single(lines);
        Assert.Contains(command, line, StringComparison.Ordinal);
        return line[..line.IndexOf(' ', StringComparison.Ordinal)];
    }
}
