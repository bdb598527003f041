using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>The server's side of one connection: says what the test dictates, and records what the client says, with and without TLS.</summary>
internal sealed class HostilePeer(NetworkStream socket) : IAsyncDisposable
{
    private readonly StringBuilder _clear = new();
    private readonly StringBuilder _tls = new();
    private readonly byte[] _octet = new byte[1];
    private Stream _stream = socket;

    public string SaidInTheClear => _clear.ToString();

    public string SaidUnderTls => _tls.ToString();

    /// <summary>The connection as it is now, for octets that are not text.</summary>
    public Stream Stream => _stream;

    private StringBuilder Said => _stream == socket ? _clear : _tls;

    /// <summary>Says something, in one packet if possible.</summary>
    public Task SendAsync(string text) => _stream.SendAsync(text);

    /// <summary>Says the same repeatedly: a number of times, or until the client hangs up.</summary>
    public async Task RepeatAsync(string text, long times = long.MaxValue)
    {
        byte[] octets = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(text, (int)Math.Min(times, Math.Max(1, (64 << 10) / text.Length)))));
        long atOnce = octets.Length / text.Length;
        for (; times >= atOnce; times -= atOnce)
            await _stream.WriteAsync(octets, TestContext.Current.CancellationToken);
        await _stream.WriteAsync(octets.AsMemory(0, (int)times * text.Length), TestContext.Current.CancellationToken);
    }

    /// <summary>Reads what the client says up to the end of a line.</summary>
    public async Task<string> ReadLineAsync()
    {
        StringBuilder line = new();
        while (await _stream.ReadAsync(_octet, TestContext.Current.CancellationToken) != 0)
        {
            Said.Append((char)_octet[0]);
            if (_octet[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)_octet[0]);
        }

        throw new EndOfStreamException();
    }

    /// <summary>Expects a line, and answers it.</summary>
    public async Task AnswerAsync(string line, string answer)
    {
        Assert.Equal(line, await ReadLineAsync());
        await SendAsync(answer);
    }

    /// <summary>Says something, expects a line, and answers it.</summary>
    public async Task AnswerAfterAsync(string text, string line, string answer)
    {
        await SendAsync(text);
        await AnswerAsync(line, answer);
    }

    public async Task StartTlsAsync(X509Certificate2? certificate = null)
    {
        SslStream tls = new(_stream);
        SslStreamCertificateContext context = SslStreamCertificateContext.Create(certificate ?? TestCertificates.Issue(), additionalCertificates: null, offline: true);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context }, TestContext.Current.CancellationToken);
        _stream = tls;
    }

    /// <summary>Reads until the client ends, and says OK to each command.</summary>
    public async Task ReadToEndAsync()
    {
        while (true)
        {
            string[] words = (await ReadLineAsync()).Split(' ');
            if (words is [['A', .. var number], _, ..] && uint.TryParse(number, out _))
                await SendAsync($"{words[0]} OK done\r\n");
        }
    }

    /// <summary>Says nothing more, wherever it is.</summary>
    public void HangUp() => socket.Socket.Shutdown(SocketShutdown.Send);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        await socket.DisposeAsync();
    }
}
