using System.IO.Pipelines;
using System.Net;
using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>
/// Counts the client's flights on a real connection: a flight is what is flushed without having received anything since the last flight.
/// What the server says can be held back, to determine what the client sends without having received it.
/// It is also an example of a transport from outside the library.
/// </summary>
internal sealed class CountingTransport(IImapTransport inner) : IImapTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private Writer? _writer;
    private Reader? _reader;
    private readonly StringBuilder _sent = new();
    private TaskCompletionSource _heldBack = Completed();
    private (string Text, int Times, TaskCompletionSource Seen)? _awaited;
    private TaskCompletionSource _listens = Completed();
    private bool _heard = true;

    public int Flights { get; private set; }

    public long Sent { get; private set; }

    public long Received { get; private set; }

    public PipeReader Input => _reader is { } reader && reader.Inner == inner.Input ? reader : _reader = new Reader(inner.Input, this);

    public PipeWriter Output => _writer is { } writer && writer.Inner == inner.Output ? writer : _writer = new Writer(inner.Output, this);

    public TlsInfo? Tls => inner.Tls;

    public EndPoint? RemoteEndPoint => inner.RemoteEndPoint;

    public ValueTask StartTlsAsync(string host, TlsOptions options, CancellationToken cancellationToken) => inner.StartTlsAsync(host, options, cancellationToken);

    public ValueTask StartDeflateAsync(CancellationToken cancellationToken) => inner.StartDeflateAsync(cancellationToken);

    public void Abort()
    {
        LetGo();
        inner.Abort();
    }

    public ValueTask DisposeAsync()
    {
        LetGo();
        return inner.DisposeAsync();
    }

    /// <summary>
    /// From now on the client receives nothing, until <see cref="LetGo"/>; what it sends is recorded. Ends once the client has processed everything it received: a command may be known to be answered
    /// before its answer counts as received.
    /// </summary>
    public Task HoldBackAsync()
    {
        lock (_lock)
        {
            _sent.Clear();
            _heldBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _listens.Task.WaitAsync(Patience);
        }
    }

    /// <summary>Ends once the client has sent that text that many times, without receiving anything.</summary>
    public async Task WhenSentAsync(string text, int times, CancellationToken cancellationToken)
    {
        TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited = (text, times, seen);
            TellIfSent();
        }

        try
        {
            await seen.Task.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"Without hearing anything the client sent only:\n{_sent}", exception);
        }
    }

    /// <summary>Passes on what was held back, and everything that follows.</summary>
    public void LetGo()
    {
        lock (_lock)
            _heldBack.TrySetResult();
    }

    private static TaskCompletionSource Completed()
    {
        TaskCompletionSource completed = new();
        completed.SetResult();
        return completed;
    }

    private Task WhenHeardAsync()
    {
        lock (_lock)
            return _heldBack.Task;
    }

    // The client is reading, or busy with what it has received.
    private void Listens(bool isListening)
    {
        lock (_lock)
        {
            if (isListening)
                _listens.TrySetResult();
            else
                _listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Flushed(StringBuilder written)
    {
        lock (_lock)
        {
            Sent += written.Length;
            if (!_heldBack.Task.IsCompleted)
                _sent.Append(written);
            TellIfSent();
            if (written.Length == 0 || !_heard)
                return;
            Flights++;
            _heard = false;
        }
    }

    private void TellIfSent()
    {
        if (_awaited is { } awaited && _sent.ToString().AsSpan().Count(awaited.Text) >= awaited.Times)
            awaited.Seen.TrySetResult();
    }

    private void Consumed(long octets)
    {
        lock (_lock)
        {
            Received += octets;
            _heard |= octets > 0;
        }
    }

    private sealed class Writer(PipeWriter inner, CountingTransport owner) : PipeWriter
    {
        private readonly StringBuilder _pending = new();
        private Memory<byte> _memory;

        public PipeWriter Inner => inner;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override void Advance(int bytes)
        {
            _pending.Append(Encoding.Latin1.GetString(_memory.Span[..bytes]));
            _memory = _memory[bytes..];
            inner.Advance(bytes);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => _memory = inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            owner.Flushed(_pending);
            _pending.Clear();
            return inner.FlushAsync(cancellationToken);
        }

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);
    }

    private sealed class Reader(PipeReader inner, CountingTransport owner) : PipeReader
    {
        private System.Buffers.ReadOnlySequence<byte> _last;

        public PipeReader Inner => inner;

        public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            owner.Listens(true);
            ReadResult result = await inner.ReadAsync(cancellationToken);
            await owner.WhenHeardAsync();
            owner.Listens(false);
            _last = result.Buffer;
            return result;
        }

        public override bool TryRead(out ReadResult result)
        {
            bool read = inner.TryRead(out result);
            _last = result.Buffer;
            return read;
        }

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            owner.Consumed(_last.Slice(_last.Start, consumed).Length);
            inner.AdvanceTo(consumed, examined);
        }

        public override void CancelPendingRead() => inner.CancelPendingRead();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);
    }
}
