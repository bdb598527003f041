namespace ImapAsync;

/// <summary>
/// The items of one command, in the order in which they arrive. To be enumerated once.
/// Leaving the loop early is fine: what is still to come is read and discarded, and the connection stays good.
/// </summary>
/// <typeparam name="TItem">The item.</typeparam>
public abstract class ImapStream<TItem> : IAsyncEnumerable<TItem>
{
    /// <summary>
    /// What the server said in the end. Completes once all items were taken, or the loop was left; its value is the
    /// number of items handed over. The loop itself throws <see cref="ImapCommandException"/> at its end when the
    /// server refused the command, unless <see cref="NoThrow"/> was called.
    /// </summary>
    /// <exception cref="InvalidOperationException">No loop has begun: nothing was sent yet.</exception>
    public abstract Task<ImapResult<long>> Completion { get; }

    /// <summary>
    /// Makes the loop end without an exception when the server answers NO or BAD: read <see cref="Completion"/> after
    /// it.
    /// </summary>
    public abstract ImapStream<TItem> NoThrow();

    /// <inheritdoc/>
    public abstract IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default);
}
