namespace ImapAsync.Testing;

/// <summary>The sessions of a server.</summary>
internal sealed class SessionSet(ServerContext context) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ClientSession, Task> _sessions = [];
    private int _lastNumber;
    private bool _isDisposed;

    public int Count
    {
        get
        {
            lock (_lock)
                return _sessions.Count;
        }
    }

    /// <summary>Serves a client on the thread pool, unless there are too many.</summary>
    public void Begin(Stream stream, bool tls)
    {
        lock (_lock)
        {
            if (_isDisposed || _sessions.Count >= context.Options.Limits.MaxConnections)
            {
                _ = RefuseAsync(stream);
                return;
            }

            ClientSession session = new(context, new ServerWire(stream), ++_lastNumber);
            _sessions.Add(session, Task.Run(() => ServeAsync(session, tls)));
        }
    }

    public void Abort()
    {
        foreach (ClientSession session in Snapshot())
            session.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_lock)
        {
            _isDisposed = true;
            running = [.. _sessions.Values];
        }

        Abort();
        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private static async Task RefuseAsync(Stream stream)
    {
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                await stream.WriteAsync("* BYE [UNAVAILABLE] Too many connections\r\n"u8.ToArray())
                    .ConfigureAwait(false);
            }
            catch (IOException)
            {
                // The client was faster.
            }
        }
    }

    private ClientSession[] Snapshot()
    {
        lock (_lock)
            return [.. _sessions.Keys];
    }

    private async Task ServeAsync(ClientSession session, bool tls)
    {
        await SessionLoop.RunAsync(session, tls).ConfigureAwait(false);
        lock (_lock)
            _sessions.Remove(session);
    }
}
