namespace ImapAsync;

/// <summary>The items of a command that is sent when the loop over them begins, and only once.</summary>
internal abstract class OnceStream<TItem> : ImapItems<TItem>
{
    private int _begun;

    // Before the loop it would be awaited forever.
    public sealed override Task<ImapResult<long>> Completion => Volatile.Read(ref _begun) != 0
        ? End
        : throw new InvalidOperationException(
            $"{Description} is sent when the loop over its answer begins, and nothing was sent yet: read "
            + $"{nameof(Completion)} after the loop.");

    /// <summary>The command, for messages.</summary>
    protected abstract string Description { get; }

    /// <summary>The server's final answer.</summary>
    protected abstract Task<ImapResult<long>> End { get; }

    /// <summary>Whether the loop throws if the server answers NO or BAD.</summary>
    protected bool Throws { get; private set; } = true;

    public sealed override ImapItems<TItem> NoThrow()
    {
        Throws = false;
        return this;
    }

    /// <exception cref="InvalidOperationException">There was already a loop before this one.</exception>
    protected void Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) != 0)
        {
            throw new InvalidOperationException(
                $"The answer to {Description} can be enumerated only once: it is not kept. Send the command again.");
        }
    }
}
