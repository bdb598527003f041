using System.Net;
using System.Net.Sockets;

namespace ImapAsync;

/// <summary>
/// Connects to whichever of a host's addresses answers first, in the manner of RFC 8305 ("Happy Eyeballs"): an address
/// that does not answer delays the next by a quarter of a second. (The framework tries one address after the other, and
/// waits minutes for a silent one.)
/// </summary>
internal static class TcpDialer
{
    // RFC 8305 §5: Connection Attempt Delay.
    internal static readonly TimeSpan AttemptDelay = TimeSpan.FromMilliseconds(250);

    /// <param name="host">A name or an address.</param>
    /// <param name="port">The port.</param>
    /// <param name="target">The name of the other end for messages.</param>
    /// <param name="options">The socket options and the clock.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="SocketException">No address could be found, or none could be reached.</exception>
    public static async ValueTask<Socket> ConnectAsync(
        string host, int port, string target, TransportOptions options, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        return await RaceAsync(Interleave(addresses), port, target, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The order of the resolver (RFC 6724), but with alternating address families (RFC 8305 §4).</summary>
    internal static IPAddress[] Interleave(IPAddress[] addresses)
    {
        AddressFamily first = addresses[0].AddressFamily;
        Queue<IPAddress> preferred = new(addresses.Where(address => address.AddressFamily == first));
        Queue<IPAddress> others = new(addresses.Where(address => address.AddressFamily != first));
        List<IPAddress> ordered = new(addresses.Length);
        while (preferred.Count + others.Count > 0)
        {
            if (preferred.TryDequeue(out IPAddress? address))
                ordered.Add(address);
            if (others.TryDequeue(out address))
                ordered.Add(address);
        }

        return [.. ordered];
    }

    internal static async ValueTask<Socket> RaceAsync(
        IPAddress[] addresses, int port, string target, TransportOptions options, CancellationToken cancellationToken)
    {
        using CancellationTokenSource settled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task<Socket?>> running = new();
        List<(IPAddress Address, SocketException Failure)> failures = new();
        int next = 0;
        try
        {
            while (true)
            {
                if (next < addresses.Length)
                    running.Add(AttemptAsync(addresses[next++], port, options, failures, settled.Token));
                TimeSpan patience = next < addresses.Length ? AttemptDelay : Timeout.InfiniteTimeSpan;
                // The next address is tried when the previous one was silent for this long (RFC 8305 §5).
                Task first = await Task.WhenAny(
                    [.. running, Task.Delay(patience, options.TimeProvider, settled.Token)]).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                if (first is not Task<Socket?> attempt)
                    continue;
                running.Remove(attempt);
                if (await attempt.ConfigureAwait(false) is { } connected)
                    return connected;
                if (running.Count == 0 && next == addresses.Length)
                    throw Unreachable(target, failures);
            }
        }
        finally
        {
            await settled.CancelAsync().ConfigureAwait(false);
            foreach (Task<Socket?> loser in running)
                _ = CloseAsync(loser);
        }
    }

    private static async ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal))
            return [literal];
        try
        {
            IPAddress[] found = await Dns.GetHostAddressesAsync(HostAndPort.ToAscii(host), cancellationToken)
                .ConfigureAwait(false);
            return found.Length > 0 ? found : throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (SocketException failure)
        {
            throw new SocketException(
                (int)failure.SocketErrorCode,
                $"The address of {host} could not be found: {failure.Message}. "
                + "Check the spelling of the host name, and the network.");
        }
    }

    /// <returns>The connected socket, or null if the attempt failed; the failure is recorded.</returns>
    private static async Task<Socket?> AttemptAsync(
        IPAddress address, int port, TransportOptions options,
        List<(IPAddress Address, SocketException Failure)> failures, CancellationToken cancellationToken)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Configure(socket, options);
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch (SocketException failure)
        {
            socket?.Dispose();
            lock (failures)
                failures.Add((address, failure));
            return null;
        }
        catch
        {
            socket?.Dispose();
            throw;
        }
    }

    private static void Configure(Socket socket, TransportOptions options)
    {
        socket.NoDelay = true;
        if (options.KeepAliveTime == Timeout.InfiniteTimeSpan)
            return;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(
            SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)options.KeepAliveTime.TotalSeconds);
        socket.SetSocketOption(
            SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)options.KeepAliveInterval.TotalSeconds);
        socket.SetSocketOption(
            SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, options.KeepAliveRetries);
    }

    private static async Task CloseAsync(Task<Socket?> loser)
    {
        try
        {
            (await loser.ConfigureAwait(false))?.Dispose();
        }
        catch (Exception)
        {
            // It failed or was cancelled: nothing is open.
        }
    }

    private static SocketException Unreachable(
        string target, List<(IPAddress Address, SocketException Failure)> failures)
    {
        lock (failures)
        {
            string reasons = string.Join(
                "; ", failures.Select(failed => $"{failed.Address}: {failed.Failure.Message}"));
            return new SocketException(
                (int)failures[0].Failure.SocketErrorCode,
                $"Could not connect to {target} ({reasons}). Check that host and port are right, that the server is "
                + "running, and that no firewall is in between.");
        }
    }
}
