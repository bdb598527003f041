using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>
/// The octets of a literal that the read loop has read before its consumer requested them. Guarded by the lock of the
/// literals, except for what the read loop publishes and completes.
/// </summary>
internal struct OctetsAhead
{
    private Pipe? _pipe;
    private long _unread;

    /// <summary>Whether anything was ever read ahead.</summary>
    public readonly bool HasBegun => _pipe is not null;

    /// <summary>Whether the consumer has not yet taken all of it.</summary>
    public readonly bool HasUnread => _unread > 0;

    /// <summary>Whether the consumer is reading from it at the moment.</summary>
    public bool IsInUse { readonly get; private set; }

    /// <summary>Begins to read ahead, if that has not begun.</summary>
    public void Begin() =>
        _pipe ??= new Pipe(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));

    /// <summary>Keeps octets, which the consumer sees once they are published.</summary>
    public void Keep(in ReadOnlySequence<byte> octets, FlowControl flow)
    {
        foreach (ReadOnlyMemory<byte> segment in octets)
            _pipe!.Writer.Write(segment.Span);
        _unread += octets.Length;
        flow.Buffered(octets.Length);
    }

    /// <summary>Makes what was kept visible to the consumer.</summary>
    public readonly void Publish()
    {
        // Without a threshold the pipe never makes its writer wait.
        ValueTask<FlushResult> flush = _pipe!.Writer.FlushAsync(CancellationToken.None);
        System.Diagnostics.Debug.Assert(flush.IsCompleted, "a pipe without a threshold flushes at once");
    }

    /// <summary>Nothing more is kept. Only the read loop, which writes, may call it.</summary>
    public readonly void End(Exception? exception = null) => _pipe?.Writer.Complete(exception);

    /// <summary>The consumer begins to read from it.</summary>
    public PipeReader Use()
    {
        IsInUse = true;
        return _pipe!.Reader;
    }

    /// <summary>The consumer no longer reads from it.</summary>
    public void Leave() => IsInUse = false;

    /// <summary>The consumer has used some of it, and examined more.</summary>
    public void Advance(SequencePosition consumed, SequencePosition examined)
    {
        _pipe!.Reader.AdvanceTo(consumed, examined);
        IsInUse = false;
    }

    /// <summary>This many octets need not be kept any longer.</summary>
    public void Consumed(long octets, FlowControl flow)
    {
        _unread -= octets;
        flow.Consumed(octets);
    }

    /// <summary>The consumer needs no more of it.</summary>
    public void Abandon(FlowControl flow)
    {
        if (_pipe is not null)
            Consumed(_unread, flow);
    }

    /// <summary>Ends the wait of a consumer that would wait forever.</summary>
    public readonly void CancelRead() => _pipe!.Reader.CancelPendingRead();

    /// <summary>Returns the buffers, unless the consumer looks at them.</summary>
    public readonly void Complete()
    {
        if (!IsInUse)
            _pipe?.Reader.Complete();
    }
}
