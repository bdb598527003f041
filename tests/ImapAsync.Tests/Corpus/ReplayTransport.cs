using System.IO.Pipelines;
using System.Net;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// A transport that hands the client octets in exactly the pieces that the test cuts: one piece for each read, each in its own segment. Reports when the client has examined
/// all of them and waits for more.
/// </summary>
internal sealed class ReplayTransport : IImapTransport
{
    private readonly ReplayReader _input = new();
    private readonly LineWriter _output = new();

    public PipeReader Input => _input;

    public PipeWriter Output => _output;

    public EndPoint? RemoteEndPoint => null;

    public TlsInfo? Tls => null;

    /// <summary>Passes on a piece, once the client has examined the previous ones.</summary>
    public void Deliver(ReadOnlyMemory<byte> piece) => _input.Deliver(piece);

    public void Deliver(string piece) => Deliver(Encoding.Latin1.GetBytes(piece));

    /// <summary>Signals the end.</summary>
    public void End() => _input.End();

    /// <summary>Ends once the client waits for more than it was given.</summary>
    public Task WhenStarvedAsync() => _input.WhenStarvedAsync().WaitAsync(ReplayReader.Patience);

    /// <summary>The next line that the client wrote.</summary>
    public Task<string> NextLineAsync() => _output.NextLineAsync().WaitAsync(ReplayReader.Patience);

    /// <summary>The next line that the client wrote, if there is one.</summary>
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
