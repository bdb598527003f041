using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>
/// The only writer of the connection. Runs while there is something to write: on the caller's thread when nothing is in
/// flight, so that a lone command costs no change of threads; otherwise on the pool, where it takes all that is there
/// and flushes once.
/// </summary>
internal sealed class WriteLoop(ConnectionCore core) : IThreadPoolWorkItem
{
    private const int FlushThreshold = 48 << 10;

    private readonly CommandWriter _commands = new(core);
    private TaskCompletionSource? _ended;
    private int _kicks;

    /// <summary>Whether nothing is held. For tests.</summary>
    public bool HoldsNothing => _commands.IsReleased;

    /// <summary>There may be something to write.</summary>
    public void Kick(bool inline)
    {
        if (Interlocked.Increment(ref _kicks) != 1)
            return;
        if (inline)
            _ = RunAsync();
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>
    /// Ends once the loop has nothing to write, or waits for the server in the midst of a command. For tests that look
    /// at what is on the wire.
    /// </summary>
    public async Task WhenQuietAsync()
    {
        while (Volatile.Read(ref _kicks) > 0 && !core.Gate.IsWaiting)
            await Task.Yield();
    }

    /// <summary>Ends once the loop no longer touches the output of a connection that has ended.</summary>
    public Task EndAsync()
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ended = Interlocked.CompareExchange(ref _ended, ended, null) ?? ended;
        // Before the kick: it makes a loop that runs look again, so that none ends without having seen who waits for
        // its end.
        Kick(inline: true);
        return ended.Task;
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    // Whoever kicks while the loop runs is counted, and makes it look again before it ends.
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
                core.Fail(core.Fault ?? ConnectionFault.Of(exception));
            }
        }
        while (Interlocked.CompareExchange(ref _kicks, 0, seen) != seen);

        if (core.Fault is not null)
            Volatile.Read(ref _ended)?.TrySetResult();
    }

    private async ValueTask DrainAsync()
    {
        long pending;
        try
        {
            pending = await WriteAllAsync().ConfigureAwait(false);
        }
        finally
        {
            _commands.Release();
        }

        if (pending > 0)
            await core.Transport.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

    // Returns how many octets are still to be flushed.
    private async ValueTask<long> WriteAllAsync()
    {
        _commands.Begin();
        // It leaves together with what follows.
        long pending = core.TakeIdleToEnd() is { } idle ? _commands.WriteDone(idle, core.Transport.Output) : 0;
        while (core.TakeNext() is { } command)
        {
            if (!_commands.TryEncode(command))
                continue;

            // An upgrade may have put another writer here since the last command, which it waited for.
            PipeWriter output = core.Transport.Output;
            pending += _commands.IsOnePiece(command)
                ? _commands.Write(command, output)
                : await _commands.WriteInPartsAsync(command, output).ConfigureAwait(false);
            if (pending < FlushThreshold)
                continue;
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            pending = 0;
        }

        return pending;
    }
}
