using System.IO.Pipelines;
using System.Net;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// A transport that hands the client octets in exactly the pieces that the test cuts: one piece for each read, and each a segment of its own. Tells when the client has looked at
/// all of them and wants more.
/// </summary>
internal sealed class ReplayTransport : IImapTransport
{
    private readonly ReplayReader _input = new();
    private readonly LineWriter _output = new();

    public PipeReader Input => _input;

    public PipeWriter Output => _output;

    public EndPoint? RemoteEndPoint => null;

    public TlsInfo? Tls => null;

    /// <summary>Hands over a piece, once the client has looked at those before.</summary>
    public void Deliver(ReadOnlyMemory<byte> piece) => _input.Deliver(piece);

    public void Deliver(string piece) => Deliver(Encoding.Latin1.GetBytes(piece));

    /// <summary>There is nothing more to come.</summary>
    public void End() => _input.End();

    /// <summary>Ends once the client waits for more than it was given.</summary>
    public Task WhenStarvedAsync() => _input.WhenStarvedAsync().WaitAsync(ReplayReader.Patience);

    /// <summary>The next line that the client wrote.</summary>
    public Task<string> NextLineAsync() => _output.NextLineAsync().WaitAsync(ReplayReader.Patience);

    /// <summary>The next line that the client wrote, where there is one.</summary>
    public bool TryNextLine(out string? line) => _output.TryNextLine(out line);

    public void Abort() => _input.End();

    public ValueTask StartDeflateAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask StartTlsAsync(string host, TlsOptions options, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync()
    {
        _input.End();
        return ValueTask.CompletedTask;
    }
}
