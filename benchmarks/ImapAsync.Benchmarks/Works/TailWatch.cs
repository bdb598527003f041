using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>Only looks at the end of what was received: whether its last line is complete and begins with certain octets.</summary>
internal sealed class TailWatch(string start)
{
    private readonly byte[] _start = Encoding.ASCII.GetBytes(start);
    private readonly byte[] _tail = new byte[512];
    private int _length;

    public bool IsReached { get; private set; }

    public void Add(ReadOnlySpan<byte> octets)
    {
        if (octets.Length >= _tail.Length)
        {
            octets[^_tail.Length..].CopyTo(_tail);
            _length = _tail.Length;
        }
        else
        {
            int kept = Math.Min(_length, _tail.Length - octets.Length);
            _tail.AsSpan(_length - kept, kept).CopyTo(_tail);
            octets.CopyTo(_tail.AsSpan(kept));
            _length = kept + octets.Length;
        }

        ReadOnlySpan<byte> tail = _tail.AsSpan(0, _length);
        IsReached = tail.EndsWith("\r\n"u8) && tail[(tail[..^2].LastIndexOf((byte)'\n') + 1)..].StartsWith(_start);
    }
}
