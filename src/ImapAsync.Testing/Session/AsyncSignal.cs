namespace ImapAsync.Testing;

/// <summary>Wakes one waiter; a signal without a waiter is kept for the next one.</summary>
internal sealed class AsyncSignal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _semaphore = new(0, 1);

    public void Raise()
    {
        lock (_lock)
        {
            if (_semaphore.CurrentCount == 0)
                _semaphore.Release();
        }
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _semaphore.WaitAsync(cancellationToken);

    public void Dispose() => _semaphore.Dispose();
}
