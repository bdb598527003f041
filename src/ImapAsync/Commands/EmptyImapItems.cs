namespace ImapAsync;

/// <summary>The empty stream of a command that was not sent because its set is empty.</summary>
internal sealed class EmptyImapItems<TItem> : ImapItems<TItem>
{
    public static EmptyImapItems<TItem> Instance { get; } = new();

    public override Task<ImapResult<long>> Completion { get; } = Task.FromResult(new ImapResult<long>(0));

    public override ImapItems<TItem> NoThrow() => this;

    public override async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }
}
