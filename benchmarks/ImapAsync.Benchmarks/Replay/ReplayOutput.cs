using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>What the server sends: small answers are gathered until there is nothing more to answer, recordings are sent as they are.</summary>
internal sealed class ReplayOutput(Stream stream)
{
    private const int LargestWrite = 256 << 10;

    private readonly byte[] _buffer = new byte[64 << 10];
    private int _used;

    /// <summary>From now on everything is compressed.</summary>
    public bool IsCompressed { get; set; }

    public void Put(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _buffer.Length - _used)
            Flush();
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _buffer.Length)
            Put(Encoding.UTF8.GetBytes(text));
        else
            _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
    }

    public void Put(ReadOnlyMemory<byte> octets)
    {
        if (octets.Length <= _buffer.Length - _used)
        {
            octets.Span.CopyTo(_buffer.AsSpan(_used));
            _used += octets.Length;
            return;
        }

        Flush();
        Send(IsCompressed ? DeflatedOctets.Of(octets) : octets);
    }

    public void Flush()
    {
        if (_used == 0)
            return;
        int used = _used;
        _used = 0;
        Send(IsCompressed ? DeflatedOctets.Make(_buffer.AsMemory(0, used)) : _buffer.AsMemory(0, used));
    }

    private void Send(ReadOnlyMemory<byte> octets)
    {
        for (int at = 0; at < octets.Length; at += LargestWrite)
            stream.Write(octets.Span[at..Math.Min(octets.Length, at + LargestWrite)]);
        stream.Flush();
    }
}
