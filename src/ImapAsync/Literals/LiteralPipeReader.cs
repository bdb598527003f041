using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>A streamed literal as a pipe to read from, without a copy.</summary>
internal sealed class LiteralPipeReader(InboundLiteral literal) : PipeReader
{
    private ReadOnlySequence<byte> _octets;
    private volatile bool _isCompleted;
    private bool _isHeld;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        _octets = await literal.ReadAsync(cancellationToken).ConfigureAwait(false);
        _isHeld = !_octets.IsEmpty;
        if (!_isHeld)
            await literal.WhenSettledAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_isHeld && _isCompleted)
        {
            AdvanceTo(_octets.Start);
            throw new InvalidOperationException(
                "The reader was completed, or the loop has moved on to the next message: unread octets are gone.");
        }

        return new ReadResult(_octets, isCanceled: false, isCompleted: _octets.Length == literal.Unread);
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (!_isHeld)
            return;
        _isHeld = false;
        literal.Advance(consumed, examined, _octets.Slice(_octets.Start, consumed).Length);
    }

    public override bool TryRead(out ReadResult result)
    {
        result = default;
        return false;
    }

    public override void CancelPendingRead() =>
        throw new NotSupportedException("Pass a token to ReadAsync and cancel that.");

    public override void Complete(Exception? exception = null)
    {
        _isCompleted = true;
        if (_isHeld)
            AdvanceTo(_octets.Start);
        literal.Abandon();
    }
}
