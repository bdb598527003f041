using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Receives what a client writes, in lines: the client of these conversations writes not a literals.</summary>
internal sealed class ClientLines : PipeWriter
{
    private readonly List<string> _lines = [];
    private byte[] _buffer = new byte[4096];
    private int _length;

    public SemaphoreSlim Signal { get; } = new(0);

    public IReadOnlyList<string> TakeLines()
    {
        lock (_lines)
        {
            if (_lines.Count == 0)
                return [];
            string[] taken = [.. _lines];
            _lines.Clear();
            return taken;
        }
    }

    public override void Advance(int bytes) => _length += bytes;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer.Length - _length < Math.Max(sizeHint, 256))
            Array.Resize(ref _buffer, (_buffer.Length * 2) + sizeHint);
        return _buffer.AsMemory(_length);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        lock (_lines)
        {
            int start = 0;
            for (int end; (end = _buffer.AsSpan(start, _length - start).IndexOf((byte)'\n')) >= 0; start += end + 1)
                _lines.Add(Encoding.Latin1.GetString(_buffer, start, end - 1));
            _buffer.AsSpan(start, _length - start).CopyTo(_buffer);
            _length -= start;
        }

        Signal.Release();
        return new ValueTask<FlushResult>(new FlushResult(isCanceled: false, isCompleted: false));
    }

    public override void CancelPendingFlush()
    {
        // None is ever pending.
    }

    public override void Complete(Exception? exception = null)
    {
        // Nothing to release.
    }
}
