using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>A server that says what the test dictates, over pipes in memory: exact octets in, exact octets out.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    public const string Greeting = "* OK [CAPABILITY IMAP4rev1 LITERAL+ SASL-IR IDLE] ready\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
    private readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19, useSynchronizationContext: false));

    private ScriptedServer()
    {
    }

    public ImapConnection Connection { get; private set; } = null!;

    public static async Task<ScriptedServer> StartAsync(string greeting = Greeting, ImapConnectionOptions? options = null)
    {
        ScriptedServer server = new();
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(
            server.ClientTransport(), options ?? new ImapConnectionOptions { AllowPlaintext = true }, "imap.example.org", TestContext.Current.CancellationToken);
        await server.SendAsync(greeting);
        server.Connection = await connecting.WaitAsync(Patience);
        return server;
    }

    /// <summary>A server whose client has not received its greeting yet.</summary>
    public static ScriptedServer Bare() => new();

    public IImapTransport ClientTransport() => ImapTransport.FromPipe(new DuplexPipe(_toClient.Reader, _toServer.Writer));

    /// <summary>Reads as many octets as <paramref name="expected"/> has, and compares.</summary>
    public async Task ExpectAsync(string expected)
    {
        string received = await ReceiveAsync(Encoding.Latin1.GetByteCount(expected));
        Assert.Equal(expected, received);
    }

    public async Task<string> ReceiveAsync(int octets)
    {
        using CancellationTokenSource patience = new(Patience);
        ReadResult result;
        try
        {
            result = await _toServer.Reader.ReadAtLeastAsync(octets, patience.Token);
        }
        catch (OperationCanceledException exception) when (_toServer.Reader.TryRead(out ReadResult less))
        {
            throw new TimeoutException($"Of {octets} octets that were expected only these came: \"{Encoding.Latin1.GetString(less.Buffer)}\"", exception);
        }

        ReadOnlySequence<byte> taken = result.Buffer.Slice(0, Math.Min(octets, result.Buffer.Length));
        string text = Encoding.Latin1.GetString(taken);
        _toServer.Reader.AdvanceTo(taken.End);
        return text;
    }

    /// <summary>Reads a line, without its line end.</summary>
    public async Task<string> ReceiveLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult result = await _toServer.Reader.ReadAsync(cancellationToken);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                string line = Encoding.Latin1.GetString(result.Buffer.Slice(0, end)).TrimEnd('\r');
                _toServer.Reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                return line;
            }

            _toServer.Reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted)
                throw new EndOfStreamException("The client has left.");
        }
    }

    /// <summary>Everything that the client has written once it has nothing more to write.</summary>
    public async Task<string> ReceiveAllAsync()
    {
        await Connection.Core.WhenQuietAsync();
        if (!_toServer.Reader.TryRead(out ReadResult result))
            return "";
        string text = Encoding.Latin1.GetString(result.Buffer);
        _toServer.Reader.AdvanceTo(result.Buffer.End);
        return text;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> octets) => await _toClient.Writer.WriteAsync(octets);

    /// <summary>Expects a command and answers it; <c>{tag}</c> in the answer stands for its tag.</summary>
    public async Task AnswerAsync(string command, string answer)
    {
        await ExpectAsync(command);
        await SendAsync(answer.Replace("{tag}", command[..command.IndexOf(' ', StringComparison.Ordinal)], StringComparison.Ordinal));
    }

    /// <summary>Closes the server's side.</summary>
    public async Task CloseAsync() => await _toClient.Writer.CompleteAsync();

    public async ValueTask DisposeAsync()
    {
        await _toClient.Writer.CompleteAsync();
        if (Connection is not null)
            await Connection.DisposeAsync();
    }

    private sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input { get; } = input;

        public PipeWriter Output { get; } = output;
    }
}
