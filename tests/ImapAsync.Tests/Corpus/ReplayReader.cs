using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync.Tests;

/// <summary>The reading end of <see cref="ReplayTransport"/>.</summary>
internal sealed class ReplayReader : PipeReader
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly Queue<ReadOnlyMemory<byte>> _waiting = new();
    private Segment? _first;
    private Segment? _last;
    private int _start;
    private bool _isExamined = true;
    private bool _isEnded;
    private bool _isCanceled;
    private TaskCompletionSource<ReadResult>? _read;
    private TaskCompletionSource? _starved;

    public void Deliver(ReadOnlyMemory<byte> piece)
    {
        if (piece.IsEmpty)
            return;
        lock (_lock)
            _waiting.Enqueue(piece);
        Pump();
    }

    public void End()
    {
        lock (_lock)
            _isEnded = true;
        Pump();
    }

    public Task WhenStarvedAsync()
    {
        lock (_lock)
        {
            if (_read is not null)
                return Task.CompletedTask;
            _starved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _starved.Task;
        }
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (TryTake(out ReadResult result))
                return new ValueTask<ReadResult>(result);
            _read = new TaskCompletionSource<ReadResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            _starved?.TrySetResult();
            _starved = null;
            return new ValueTask<ReadResult>(_read.Task);
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        lock (_lock)
            return TryTake(out result);
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        lock (_lock)
        {
            if (_first is null)
                return;
            (Segment seen, int seenTo) = ((Segment)examined.GetObject()!, examined.GetInteger());
            _isExamined = seen == _last && seenTo == seen.Memory.Length;
            (_first, _start) = ((Segment)consumed.GetObject()!, consumed.GetInteger());
            if (_first == _last && _start == _first.Memory.Length)
                _first = _last = null;
        }
    }

    public override void CancelPendingRead()
    {
        lock (_lock)
            _isCanceled = true;
        Pump();
    }

    public override void Complete(Exception? exception = null) => End();

    private void Pump()
    {
        lock (_lock)
        {
            if (_read is not { } read || !TryTake(out ReadResult result))
                return;
            _read = null;
            read.SetResult(result);
        }
    }

    // One more piece if all previous ones were examined; otherwise those again.
    private bool TryTake(out ReadResult result)
    {
        bool hasNew = !_isExamined;
        if (_isExamined && _waiting.TryDequeue(out ReadOnlyMemory<byte> piece))
        {
            Append(piece);
            hasNew = true;
        }

        bool isAtEnd = _isEnded && _waiting.Count == 0;
        bool isCanceled = _isCanceled;
        ReadOnlySequence<byte> buffer = _first is null ? ReadOnlySequence<byte>.Empty : new(_first, _start, _last!, _last!.Memory.Length);
        result = new ReadResult(buffer, isCanceled, isAtEnd);
        if (!hasNew && !isAtEnd && !isCanceled)
            return false;
        _isCanceled = false;
        return true;
    }

    private void Append(ReadOnlyMemory<byte> piece)
    {
        Segment segment = new(piece, _last);
        if (_first is null)
            (_first, _start) = (segment, 0);
        _last = segment;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is null)
                return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
