using System.Net.Sockets;

namespace ImapAsync.ServerTests;

/// <summary>One direction of one connection through a <see cref="FaultProxy"/>.</summary>
/// <param name="from">The sender.</param>
/// <param name="to">The receiver.</param>
/// <param name="plan">What goes wrong with the connection.</param>
/// <param name="isFaulty">Whether it goes wrong in this direction.</param>
/// <param name="injected">Called when it has.</param>
internal sealed class FaultyPump(Socket from, Socket to, FaultPlan plan, bool isFaulty, Action<FaultKind> injected)
{
    // Only this much of a connection is slow; more would only take time.
    private const int MostSlowOctets = 3000;

    private readonly byte[] _buffer = new byte[16 << 10];
    private long _passed;
    private int _slowed;

    /// <summary>Ends when the connection does.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await from.ReceiveAsync(_buffer, cancellationToken) is > 0 and int count)
        {
            ReadOnlyMemory<byte> octets = _buffer.AsMemory(0, count);
            if (!isFaulty || plan.Kind == FaultKind.None || _passed + count <= plan.AfterOctets)
            {
                await SendAsync(octets, cancellationToken);
                continue;
            }

            int good = (int)Math.Max(0, plan.AfterOctets - _passed);
            await SendAsync(octets[..good], cancellationToken);
            if (!await GoesOnAsync(octets[good..], cancellationToken))
                return;
        }
    }

    private async Task<bool> GoesOnAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        if (_slowed == 0)
            injected(plan.Kind);
        switch (plan.Kind)
        {
            case FaultKind.Cut:
                return false;
            case FaultKind.Reset:
                from.LingerState = to.LingerState = new LingerOption(enable: true, seconds: 0);
                return false;
            case FaultKind.HalfOpen:
                // The side that cancels ends this wait by closing its end.
                while (await from.ReceiveAsync(_buffer, cancellationToken) > 0)
                {
                }

                return false;
            default:
                await SendSlowlyAsync(octets, cancellationToken);
                return true;
        }
    }

    private async Task SendSlowlyAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        int piece = plan.Kind switch { FaultKind.OneOctet => 1, FaultKind.Throttle => 100, _ => int.MaxValue };
        while (!octets.IsEmpty)
        {
            if (_slowed > MostSlowOctets)
                piece = int.MaxValue;
            int length = Math.Min(piece, octets.Length);
            // The fault itself: octets that arrive late.
            if (plan.Kind != FaultKind.OneOctet && _slowed <= MostSlowOctets)
                await Task.Delay(TimeSpan.FromMilliseconds(plan.Random.Next(1, plan.Kind == FaultKind.Delay ? 50 : 5)), TimeProvider.System, cancellationToken);
            await SendAsync(octets[..length], cancellationToken);
            octets = octets[length..];
            _slowed += length;
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        while (!octets.IsEmpty)
        {
            int sent = await to.SendAsync(octets, cancellationToken);
            octets = octets[sent..];
            _passed += sent;
        }
    }
}
