namespace ImapAsync.Tests;

/// <summary>Gives its octets in pieces of one length.</summary>
internal sealed class PiecewiseStream(byte[] octets, int pieceLength) : MemoryStream(octets, writable: false)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(pieceLength, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(pieceLength, count));
}
