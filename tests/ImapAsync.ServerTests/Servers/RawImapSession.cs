using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>IMAP by hand, line by line: used by tests that must not rely on the client itself.</summary>
internal sealed class RawImapSession : IAsyncDisposable
{
    private readonly TcpClient _socket = new();
    private Stream _stream = Stream.Null;
    private StreamReader _reader = StreamReader.Null;
    private int _lastTag;

    public string Greeting { get; private set; } = "";

    public static async Task<RawImapSession> ConnectAsync(TestServer server, ImapSecurity security, CancellationToken cancellationToken)
    {
        RawImapSession session = new();
        try
        {
            await session._socket.ConnectAsync(server.Host, server.Endpoint(security).Port, cancellationToken);
            session.Use(session._socket.GetStream());
            if (security == ImapSecurity.Tls)
            {
                await session.StartTlsAsync(server, cancellationToken);
            }

            session.Greeting = await session.ReadLineAsync(cancellationToken);
            if (security == ImapSecurity.StartTls)
            {
                await session.SendAsync("STARTTLS", cancellationToken);
                await session.StartTlsAsync(server, cancellationToken);
            }

            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a command and reads up to its tagged answer, which comes last, without its tag. Answers are read line by line: literals are not handled here.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(string command, CancellationToken cancellationToken)
    {
        string tag = $"r{++_lastTag} ";
        await _stream.WriteAsync(Encoding.UTF8.GetBytes($"{tag}{command}\r\n"), cancellationToken);
        List<string> lines = new();
        while (true)
        {
            string line = await ReadLineAsync(cancellationToken);
            if (line.StartsWith(tag, StringComparison.Ordinal))
            {
                return [.. lines, line[tag.Length..]];
            }

            lines.Add(line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    private async Task StartTlsAsync(TestServer server, CancellationToken cancellationToken)
    {
        SslStream tls = new(_stream);
        await tls.AuthenticateAsClientAsync(server.CreateTlsOptions(), cancellationToken);
        Use(tls);
    }

    private void Use(Stream stream)
    {
        _stream = stream;
        _reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await _reader.ReadLineAsync(cancellationToken) ?? throw new IOException("The server closed the connection.");
}
