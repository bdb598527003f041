using System.Net.Sockets;

namespace ImapAsync.Benchmarks;

/// <summary>A socket that counts the client's flights, and holds back what it receives for one round trip if requested.</summary>
internal sealed class WatchedStream(Socket socket, FlightCounter flights, DelayLine? delay) : Stream
{
    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (delay is not null)
            return delay.Read(buffer);
        int read = socket.Receive(buffer);
        flights.ClientSpoke();
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        flights.ServerSpoke();
        while (!buffer.IsEmpty)
            buffer = buffer[socket.Send(buffer)..];
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
