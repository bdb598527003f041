using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace ImapAsync.Benchmarks;

/// <summary>Octets that a client sent, each visible one round trip after it arrived, so that every answer is delayed by that time.</summary>
internal sealed class DelayLine
{
    private readonly BlockingCollection<(long Due, byte[] Octets)> _arrived = [];
    private readonly TimeSpan _roundTrip;
    private byte[] _current = [];
    private int _used;

    public DelayLine(Socket socket, FlightCounter flights, TimeSpan roundTrip)
    {
        _roundTrip = roundTrip;
        new Thread(() => Pump(socket, flights)) { IsBackground = true }.Start();
    }

    public int Read(Span<byte> buffer)
    {
        if (_used == _current.Length)
        {
            if (!_arrived.TryTake(out (long Due, byte[] Octets) next, Timeout.Infinite))
                return 0;
            TimeSpan wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), next.Due);
            if (wait > TimeSpan.Zero)
            {
#pragma warning disable RS0030 // This thread belongs to the server and does nothing but wait.
                Thread.Sleep(wait);
#pragma warning restore RS0030
            }
            (_current, _used) = (next.Octets, 0);
        }

        int count = Math.Min(buffer.Length, _current.Length - _used);
        _current.AsSpan(_used, count).CopyTo(buffer);
        _used += count;
        return count;
    }

    private void Pump(Socket socket, FlightCounter flights)
    {
        byte[] buffer = new byte[64 << 10];
        try
        {
            while (socket.Receive(buffer) is > 0 and int read)
            {
                flights.ClientSpoke();
                long due = Stopwatch.GetTimestamp() + (long)(_roundTrip.TotalSeconds * Stopwatch.Frequency);
                _arrived.Add((due, buffer[..read]));
            }
        }
        catch (SocketException)
        {
            // A client that is gone is at its end.
        }
        finally
        {
            _arrived.CompleteAdding();
        }
    }
}
