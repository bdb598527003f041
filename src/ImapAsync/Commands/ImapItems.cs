namespace ImapAsync;

/// <summary>
/// The items of one command, in their order of arrival. It can be enumerated once. The loop may be left early: the rest
/// is read and discarded, and the connection remains usable.
/// </summary>
/// <typeparam name="TItem">The item.</typeparam>
public abstract class ImapItems<TItem> : IAsyncEnumerable<TItem>
{
    /// <summary>
    /// The server's final answer. It completes once all items were taken, or the loop was left; its value is the number
    /// of items handed over. The loop itself throws <see cref="ImapCommandException"/> at its end if the server refused
    /// the command, unless <see cref="NoThrow"/> was called.
    /// </summary>
    /// <exception cref="InvalidOperationException">The loop has not begun: nothing was sent yet.</exception>
    public abstract Task<ImapResult<long>> Completion { get; }

    /// <summary>
    /// Makes the loop end without an exception if the server answers NO or BAD: read <see cref="Completion"/> after the
    /// loop.
    /// </summary>
    public abstract ImapItems<TItem> NoThrow();

    /// <inheritdoc/>
    public abstract IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default);
}
