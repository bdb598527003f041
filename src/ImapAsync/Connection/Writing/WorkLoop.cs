namespace ImapAsync;

/// <summary>Processes work, one run at a time. A kick starts a run, on the caller's thread or on the pool.</summary>
internal abstract class WorkLoop : IThreadPoolWorkItem
{
    private int _kicks;

    protected bool IsRunning => Volatile.Read(ref _kicks) > 0;

    /// <summary>Signals that there may be work.</summary>
    public void Kick(bool inline)
    {
        if (Interlocked.Increment(ref _kicks) != 1)
            return;
        if (inline)
            _ = RunAsync();
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    /// <summary>Processes all work that there is.</summary>
    protected abstract ValueTask DrainAsync();

    /// <summary>The work has failed.</summary>
    protected abstract void Failed(Exception exception);

    /// <summary>A run has ended; another may have started.</summary>
    protected abstract void Rests();

    // A kick while the loop runs is counted and makes it check again before it ends.
    private async Task RunAsync()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _kicks);
            try
            {
                await DrainAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Failed(exception);
            }
        }
        while (Interlocked.CompareExchange(ref _kicks, 0, seen) != seen);

        Rests();
    }
}
