using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>What the client sends, line by line and literal by literal.</summary>
internal sealed class ReplayInput(Stream stream)
{
    private Stream _stream = stream;
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    /// <summary>Whether a complete line is already available.</summary>
    public bool HasLine => _buffer.AsSpan(_start.._end).Contains((byte)'\n');

    /// <summary>From now on the client compresses.</summary>
    public void Use(Stream stream) => _stream = stream;

    /// <summary>Returns the next line without its end; null at the end of the stream.</summary>
    public string? ReadLine()
    {
        int searched = 0;
        while (true)
        {
            int length = _buffer.AsSpan((_start + searched).._end).IndexOf((byte)'\n');
            if (length >= 0)
            {
                length += searched;
                string line = Encoding.UTF8.GetString(_buffer.AsSpan(_start, length)).TrimEnd('\r');
                _start += length + 1;
                return line;
            }

            searched = _end - _start;
            if (!Fill())
                return null;
        }
    }

    public bool Skip(long octets)
    {
        while (octets > _end - _start)
        {
            octets -= _end - _start;
            _start = _end = 0;
            if (!Fill())
                return false;
        }

        _start += (int)octets;
        return true;
    }

    private bool Fill()
    {
        if (_start == _end)
            _start = _end = 0;
        if (_end == _buffer.Length && _start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
