using System.IO.Pipelines;
using System.Net;

namespace ImapAsync.ServerTests;

/// <summary>
/// Counts the client's flights on a real connection: a flight is what is flushed without having heard anything since the last flight.
/// It is also an example of a transport from outside the library.
/// </summary>
internal sealed class CountingTransport(IImapTransport inner) : IImapTransport
{
    private readonly Lock _lock = new();
    private Writer? _writer;
    private Reader? _reader;
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

    public void Abort() => inner.Abort();

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Flushed(long octets)
    {
        lock (_lock)
        {
            Sent += octets;
            if (octets == 0 || !_heard)
                return;
            Flights++;
            _heard = false;
        }
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
        private long _pending;

        public PipeWriter Inner => inner;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override void Advance(int bytes)
        {
            _pending += bytes;
            inner.Advance(bytes);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            owner.Flushed(_pending);
            _pending = 0;
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
            ReadResult result = await inner.ReadAsync(cancellationToken);
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
