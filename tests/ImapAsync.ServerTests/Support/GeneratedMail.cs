using System.Buffers.Text;
using System.Security.Cryptography;

namespace ImapAsync.ServerTests;

/// <summary>A large message that is generated while it is read, with the hash of what was read. It cannot seek.</summary>
internal sealed class GeneratedMail : Stream
{
    private static readonly byte[] Header = "Subject: large\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8.ToArray();

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Random _random = new(4711);
    private readonly byte[] _line = new byte[78];
    private byte[] _current = Header;
    private int _used;
    private long _left;

    public GeneratedMail(long length) => Length = _left = length;

    public string Sha256 => Convert.ToHexString(_hash.GetCurrentHash());

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get => Length - _left; set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override int Read(Span<byte> buffer)
    {
        int written = 0;
        while (written < buffer.Length && _left > 0)
        {
            if (_used == _current.Length)
                NextLine();
            int count = (int)Math.Min(Math.Min(_current.Length - _used, buffer.Length - written), _left);
            _current.AsSpan(_used, count).CopyTo(buffer[written..]);
            _used += count;
            written += count;
            _left -= count;
        }

        _hash.AppendData(buffer[..written]);
        return written;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    // The last line ends with the message, wherever that is: what counts are the octets.
    private void NextLine()
    {
        Span<byte> octets = stackalloc byte[57];
        _random.NextBytes(octets);
        Base64.EncodeToUtf8(octets, _line, out _, out _);
        "\r\n"u8.CopyTo(_line.AsSpan(76));
        _current = _line;
        _used = 0;
    }
}
