namespace ImapAsync.Tests;

/// <summary>The items of a command that was never sent; counts how often it was disposed of.</summary>
internal sealed class ListedStream<TItem>(params TItem[] items) : ImapItems<TItem>
{
    public int Disposals { get; private set; }

    public override Task<ImapResult<long>> Completion => Task.FromResult(new ImapResult<long>(items.Length));

    public override ImapItems<TItem> NoThrow() => this;

    public override async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (TItem item in items)
            {
                await Task.Yield();
                yield return item;
            }
        }
        finally
        {
            Disposals++;
        }
    }
}
