using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>A literal whose source has bare CR and LF, which are sent as CR LF.</summary>
/// <param name="source">The source.</param>
/// <param name="length">How many octets it then has.</param>
internal sealed class CrLfLiteral(ImapLiteral source, long length) : ImapLiteral(length)
{
    public override bool IsRepeatable => source.IsRepeatable;

    private protected override ValueTask<long> CountBareLineEndsAsync(CancellationToken cancellationToken) => new(0L);

    private protected override async ValueTask WriteOctetsAsync(PipeWriter writer, Action<int> sourcesTurn)
    {
        Writer output = new(writer, Length);
        try
        {
            await source.WriteToAsync(output, sourcesTurn).ConfigureAwait(false);
            output.End();
        }
        finally
        {
            await output.CompleteAsync().ConfigureAwait(false);
        }

        await writer.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

    // What the source writes is buffered until the writer is advanced, and is sent from there.
    private sealed class Writer(PipeWriter inner, long length) : PipeWriter
    {
        private const string Changed = "The source of a literal has changed since its line ends were counted:";
        private const int Smallest = 4 << 10;

        private long _left = length;
        private byte[] _buffer = [];
        private bool _endsInCr;

        public override Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_buffer.Length < Math.Max(sizeHint, 1))
            {
                GiveBack();
                _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, Smallest));
            }

            return _buffer;
        }

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes) => Put(_buffer.AsSpan(0, bytes));

        public override ValueTask<FlushResult> WriteAsync(
            ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
        {
            Put(source.Span);
            return inner.FlushAsync(cancellationToken);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            inner.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => GiveBack();

        /// <summary>The source has ended.</summary>
        public void End()
        {
            if (_endsInCr)
                Send("\n"u8);
            if (_left > 0)
                throw new EndOfStreamException($"{Changed} {_left} octets are missing.");
        }

        private void Put(ReadOnlySpan<byte> octets)
        {
            if (_endsInCr && !octets.IsEmpty)
            {
                _endsInCr = false;
                Send("\n"u8);
                if (octets[0] == '\n')
                    octets = octets[1..];
            }

            for (int found; (found = octets.IndexOfAny("\r\n"u8)) >= 0;)
            {
                Send(octets[..found]);
                ReadOnlySpan<byte> rest = octets[(found + 1)..];
                _endsInCr = octets[found] == '\r' && rest.IsEmpty;
                Send(_endsInCr ? "\r"u8 : "\r\n"u8);
                octets = octets[found] == '\r' && rest is [(byte)'\n', ..] ? rest[1..] : rest;
            }

            Send(octets);
        }

        private void Send(ReadOnlySpan<byte> octets)
        {
            if (octets.Length > _left)
                throw new IOException($"{Changed} there are more.");
            _left -= octets.Length;
            inner.Write(octets);
        }

        private void GiveBack()
        {
            if (_buffer.Length > 0)
                ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }
}
