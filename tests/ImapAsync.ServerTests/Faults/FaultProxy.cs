using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ImapAsync.ServerTests;

/// <summary>Sits between clients and a server, on a free loopback port, and applies each connection's plan.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<FaultKind, int> _injected = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly IPEndPoint _server;
    private readonly int _seed;
    private readonly Task _accepting;
    private int _connections;

    public FaultProxy(TestServer server, bool tls, int seed)
    {
        _server = new IPEndPoint(IPAddress.Parse(server.Host), tls ? server.TlsPort : server.PlainPort);
        _seed = seed;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many faults of each kind have occurred.</summary>
    public IReadOnlyDictionary<FaultKind, int> Injected => _injected;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_running.Keys);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Socket client = await _listener.AcceptAsync(_stop.Token);
                FaultPlan plan = FaultPlan.Of(_seed, Interlocked.Increment(ref _connections));
                Task serving = ServeAsync(client, plan);
                _running.TryAdd(serving, 0);
                _ = serving.ContinueWith(ended => _running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Stopped, or a client that was gone before it was accepted.
            }
        }
    }

    private async Task ServeAsync(Socket client, FaultPlan plan)
    {
        using Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            try
            {
                client.NoDelay = server.NoDelay = true;
                await server.ConnectAsync(_server, _stop.Token);
                FaultyPump up = new(client, server, plan, isFaulty: plan.ToServer, Count);
                FaultyPump down = new(server, client, plan, isFaulty: !plan.ToServer, Count);
                Task first = await Task.WhenAny(up.RunAsync(_stop.Token), down.RunAsync(_stop.Token));
                await first;
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One side has gone, so the other is closed too.
            }
        }
    }

    private void Count(FaultKind kind) => _injected.AddOrUpdate(kind, 1, static (_, count) => count + 1);
}
