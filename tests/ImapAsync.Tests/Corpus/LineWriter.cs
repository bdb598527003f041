using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;

namespace ImapAsync.Tests;

/// <summary>The writing end of <see cref="ReplayTransport"/>: keeps what the client writes, line by line.</summary>
internal sealed class LineWriter : PipeWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public async Task<string> NextLineAsync() => await _lines.Reader.ReadAsync();

    /// <summary>The next line, if there is one.</summary>
    public bool TryNextLine(out string? line) => _lines.Reader.TryRead(out line);

    public override void Advance(int bytes) => _buffer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null) => _lines.Writer.TryComplete(exception);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        string text = Encoding.Latin1.GetString(_buffer.WrittenSpan);
        _buffer.Clear();
        foreach (string line in text.Split("\r\n")[..^1])
            _lines.Writer.TryWrite(line);
        return new ValueTask<FlushResult>(default(FlushResult));
    }
}
