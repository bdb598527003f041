namespace ImapAsync.Tests;

/// <summary>A connection that is given the responses of the corpus, cut in any way, and returns the values.</summary>
internal sealed class CorpusClient : IAsyncDisposable
{
    private const string Greeting = "* PREAUTH [CAPABILITY IMAP4rev1 IDLE LITERAL+] ready\r\n";

    // What responses have changed is reset before each case.
    private const string Prelude = "* CAPABILITY IMAP4rev1 LITERAL+\r\n* 9 EXISTS\r\n* 1 RECENT\r\n* FLAGS (\\Seen)\r\n";

    private readonly ReplayTransport _transport;

    private CorpusClient(ReplayTransport transport, ImapConnection connection)
    {
        _transport = transport;
        Connection = connection;
    }

    public ImapConnection Connection { get; }

    public SelectedMailbox Inbox { get; private set; } = null!;

    public static async Task<CorpusClient> OpenAsync(bool inMailbox = true)
    {
        ReplayTransport transport = new();
        transport.Deliver(Greeting);
        CorpusClient client = new(transport, await ConnectAsync(transport));
        if (inMailbox)
            await client.SelectAsync();
        return client;
    }

    public static Task<ImapConnection> ConnectAsync(ReplayTransport transport) =>
        ImapConnection.ConnectAsync(transport, new ImapConnectionOptions { AllowPlaintext = true });

    /// <summary>Delivers the case's response in pieces; returns the value as text.</summary>
    /// <param name="case">The case.</param>
    /// <param name="cut">Cuts the octets into pieces.</param>
    /// <param name="watch">Whether to check, at each cut, that the client waits for more and has no value yet.</param>
    /// <param name="streamed">Whether to take items one by one.</param>
    public async Task<string> RunAsync(CorpusCase @case, Func<byte[], IEnumerable<ReadOnlyMemory<byte>>> cut, bool watch = false, bool streamed = false)
    {
        CorpusProbe probe = streamed ? @case.Probe.Streamed! : @case.Probe;
        if (probe.IsGreeting)
            return await GreetAsync(@case.Octets(""), cut, watch);

        if (probe.IsInMailbox && !Inbox.IsCurrent)
            await SelectAsync();
        if (probe.IsInMailbox)
            _transport.Deliver(Prelude);
        Task<string> asking = probe.AskAsync(this);
        string tag = await NextTagAsync();
        byte[] response = @case.Octets(tag);
        await DeliverAsync(_transport, cut(response), watch ? asking : null);
        if (probe.IsContinuation)
        {
            await _transport.NextLineAsync();
            _transport.Deliver($"{tag} NO enough\r\n");
        }
        else if (!@case.IsTagged)
        {
            _transport.Deliver($"{tag} OK done\r\n");
        }

        string value = await asking.WaitAsync(ReplayReader.Patience);
        await AnswerProbesAsync();
        return value;
    }

    // After a BAD without a tag the library sends a NOOP to find out whether the command was meant, unless the tagged answer comes with it.
    private async Task AnswerProbesAsync()
    {
        await Connection.Core.WhenQuietAsync();
        while (_transport.TryNextLine(out string? line))
        {
            if (line!.EndsWith(" NOOP", StringComparison.Ordinal))
                _transport.Deliver($"{line[..^" NOOP".Length]} OK done\r\n");
        }
    }

    /// <summary>Ends the connection after the first octets of the case's response; returns how the command ended.</summary>
    public async Task<Exception?> BreakAsync(CorpusCase @case, int length, bool streamed = false)
    {
        Task<string> asking = (streamed ? @case.Probe.Streamed! : @case.Probe).AskAsync(this);
        byte[] response = @case.Octets(await NextTagAsync());
        _transport.Deliver(response.AsMemory(0, length));
        _transport.End();
        return await Record.ExceptionAsync(() => asking.WaitAsync(ReplayReader.Patience));
    }

    /// <summary>Sends octets as an answer on a new connection, and then closes it; returns what was thrown.</summary>
    public static ValueTask<Exception?> EndureAsync(CorpusProbe probe, byte[] octets) => Record.ExceptionAsync(() => AnswerAsync(probe, [octets]));

    /// <summary>Sends pieces of octets as an answer on a new connection, and then closes it; returns the value as text.</summary>
    public static async Task<string> AnswerAsync(CorpusProbe probe, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        await using CorpusClient client = await OpenAsync(probe.IsInMailbox);
        Task<string> asking = probe.AskAsync(client);
        string tag = await client.NextTagAsync();
        foreach (ReadOnlyMemory<byte> piece in pieces)
            client._transport.Deliver(piece);
        client._transport.Deliver($"{tag} OK done\r\n");
        client._transport.End();
        return await asking.WaitAsync(ReplayReader.Patience);
    }

    /// <summary>Greets with octets, and then closes the connection; returns what was thrown.</summary>
    public static async Task<Exception?> EndureGreetingAsync(byte[] octets)
    {
        ReplayTransport transport = new();
        transport.Deliver(octets);
        transport.End();
        return await Record.ExceptionAsync(async () =>
        {
            await using ImapConnection connection = await ConnectAsync(transport).WaitAsync(ReplayReader.Patience);
        });
    }

    /// <summary>Answers AUTHENTICATE with octets, and then closes the connection; returns what was thrown.</summary>
    public static async Task<Exception?> EndureChallengeAsync(byte[] octets)
    {
        ReplayTransport transport = new();
        transport.Deliver("* OK [CAPABILITY IMAP4rev1 AUTH=SCRAM-SHA-256] ready\r\n");
        CorpusClient client = new(transport, await ConnectAsync(transport));
        await using CorpusClient _ = client;
        Task authenticating = client.Connection.AuthenticateAsync(SaslMechanism.ScramSha256("user", "pencil"));
        await client.NextTagAsync();
        transport.Deliver(octets);
        transport.End();
        return await Record.ExceptionAsync(() => authenticating.WaitAsync(ReplayReader.Patience));
    }

    // No LOGOUT is sent to a server that has gone.
    public async ValueTask DisposeAsync()
    {
        _transport.End();
        await Connection.DisposeAsync();
    }

    private static async Task<string> GreetAsync(byte[] octets, Func<byte[], IEnumerable<ReadOnlyMemory<byte>>> cut, bool watch)
    {
        ReplayTransport transport = new();
        Task<ImapConnection> connecting = ConnectAsync(transport);
        await DeliverAsync(transport, cut(octets), watch ? connecting : null);
        try
        {
            await using ImapConnection connection = await connecting.WaitAsync(ReplayReader.Patience);
            string read = $"{connection.State} {connection.ProtocolVersion} {Canon.List(connection.Capabilities, static name => name)}";
            transport.End();
            return read;
        }
        catch (ImapConnectionException exception)
        {
            return exception.Message;
        }
    }

    private static async Task DeliverAsync(ReplayTransport transport, IEnumerable<ReadOnlyMemory<byte>> pieces, Task? pending)
    {
        bool isFirst = true;
        foreach (ReadOnlyMemory<byte> piece in pieces)
        {
            // With a shorter tag the last cut is beyond the end.
            if (piece.IsEmpty)
                continue;
            if (pending is not null && !isFirst)
            {
                await transport.WhenStarvedAsync();
                Assert.False(pending.IsCompleted, "There is a value, or an error, before the response has ended.");
            }

            isFirst = false;
            transport.Deliver(piece);
        }
    }

    private async Task SelectAsync()
    {
        Task<SelectedMailbox> selecting = Connection.SelectAsync("INBOX");
        string tag = await NextTagAsync();
        _transport.Deliver($"* 9 EXISTS\r\n{tag} OK selected\r\n");
        Inbox = await selecting;
    }

    private async Task<string> NextTagAsync()
    {
        // What follows a command is its literals.
        string line;
        do
            line = await _transport.NextLineAsync();
        while (!line.StartsWith('A') || !line.Contains(' ', StringComparison.Ordinal));
        return line[..line.IndexOf(' ', StringComparison.Ordinal)];
    }
}
