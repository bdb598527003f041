using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>
/// The only writer of the connection. Runs while there is something to write: on the caller's thread if nothing is in
/// flight, so that a single command costs no thread switch; otherwise on the pool, where it takes everything that is
/// queued and flushes once.
/// </summary>
internal sealed class WriteLoop(ConnectionEnd end, IdleState idle, CommandWriter writer) : WorkLoop
{
    private const int FlushThreshold = 48 << 10;

    private TaskCompletionSource? _ended;

    /// <summary>Whether nothing is held. For tests.</summary>
    public bool HoldsNothing => writer.IsReleased;

    /// <summary>
    /// Completes once the loop has nothing to write, or waits for the server in the middle of a command. For tests that
    /// look at the wire.
    /// </summary>
    public async Task WhenQuietAsync()
    {
        while (IsRunning && !writer.IsWaiting)
            await Task.Yield();
    }

    /// <summary>Completes once the loop no longer touches the output of a connection that has ended.</summary>
    public Task EndAsync()
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ended = Interlocked.CompareExchange(ref _ended, ended, null) ?? ended;
        // Before the kick, which makes a running loop check again, so that no run ends without seeing that its end is
        // awaited.
        Kick(inline: true);
        return ended.Task;
    }

    protected override async ValueTask DrainAsync()
    {
        long pending;
        try
        {
            pending = await WriteAllAsync().ConfigureAwait(false);
        }
        finally
        {
            writer.Release();
        }

        if (pending > 0)
            await writer.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

    protected override void Failed(Exception exception) => end.Fail(ConnectionFault.Of(exception));

    protected override void Rests()
    {
        if (end.Fault is not null)
            Volatile.Read(ref _ended)?.TrySetResult();
    }

    // Returns how many octets are still to be flushed.
    private async ValueTask<long> WriteAllAsync()
    {
        writer.Begin();
        // It is sent together with what follows.
        long pending = idle.TakeToEnd() is { } ended ? writer.WriteDone(ended, writer.Output) : 0;
        while (end.Fault is null && idle.TakeNext() is { } command)
        {
            if (!writer.TryEncode(command))
                continue;

            // An upgrade may have installed another writer since the last command, which it waited for.
            PipeWriter output = writer.Output;
            pending += writer.IsOnePiece(command)
                ? writer.Write(command, output)
                : await writer.WriteInPartsAsync(command, output).ConfigureAwait(false);
            if (pending < FlushThreshold)
                continue;
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            pending = 0;
        }

        return pending;
    }
}
