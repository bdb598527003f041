using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// A fast transport in memory that reports when the client has nothing left to read: what the server says is read at once, on the server's thread.
/// </summary>
internal sealed class MemoryTransport : IImapTransport
{
    private readonly Pipe _toClient = new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false));

    private readonly WatchedReader _input;
    private readonly ClientLines _output = new();

    public MemoryTransport() => _input = new WatchedReader(_toClient.Reader);

    public PipeReader Input => _input;

    public PipeWriter Output => _output;

    /// <summary>Released with every flush of the client.</summary>
    public SemaphoreSlim Signal => _output.Signal;

    /// <summary>The lines that the client has written since the last time.</summary>
    public IReadOnlyList<string> TakeLines() => _output.TakeLines();

    public void Say(ReadOnlySpan<byte> octets)
    {
        _input.Fed();
        _toClient.Writer.Write(octets);
        ValueTask<FlushResult> flushed = _toClient.Writer.FlushAsync();
        Assert.True(flushed.IsCompleted);
    }

    public void Say(string text) => Say(Encoding.Latin1.GetBytes(text));

    /// <summary>Ends once the client has read everything that was said, and waits for more.</summary>
    public async ValueTask WhenReadAsync()
    {
        while (!_input.IsWaiting)
            await Task.Yield();
    }

    public void Abort() => _toClient.Writer.Complete(new IOException("aborted"));

    public async ValueTask DisposeAsync()
    {
        await _toClient.Reader.CompleteAsync();
        await _toClient.Writer.CompleteAsync();
    }
}
