using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// A UID FETCH in several commands, each of them small, so that a command in the midst of the loop finds its answer close behind: for bodies, windows of about
/// <see cref="WindowOctets"/>; otherwise only where the set of UIDs would make a line that servers refuse. The next window is asked for while one is being read.
/// </summary>
/// <remarks>The windows are cut by the messages' sizes, which are fetched first: one round trip, and a few octets for each message.</remarks>
internal sealed class WindowedFetch(IImapMailbox mailbox, UidSet uids, FetchItems items, CancellationToken cancellationToken) : ImapStream<FetchedMessage>
{
    /// <summary>How large the bodies of one window may be together; a larger message has a window of its own.</summary>
    internal const long WindowOctets = 1 << 20;

    // Courier and Gmail refuse lines of 16 KiB; the rest of the command needs some room too.
    private const int LongestSet = 8000;

    private readonly TaskCompletionSource<ImapResult<long>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _throws = true;

    public override Task<ImapResult<long>> Completion => _completion.Task;

    public override ImapStream<FetchedMessage> NoThrow()
    {
        _throws = false;
        return this;
    }

    public override async IAsyncEnumerator<FetchedMessage> GetAsyncEnumerator(CancellationToken token = default)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, token);
        IReadOnlyList<UidSet> windows = await CutAsync(either.Token).ConfigureAwait(false);
        long count = 0;
        Window? next = windows.Count > 0 ? Begin(windows[0], either.Token) : null;
        ImapResult<long>? result = windows.Count > 0 ? null : new ImapResult<long>(0);
        try
        {
            for (int i = 1; next is not null; i++)
            {
                Window current = next;
                await using ConfiguredAsyncDisposable _ = current.ConfigureAwait(false);
                next = i < windows.Count ? Begin(windows[i], either.Token) : null;
                while (await current.Messages.MoveNextAsync().ConfigureAwait(false))
                {
                    count++;
                    yield return current.Messages.Current;
                }

                ImapResult<long> ended = await current.Stream.Completion.ConfigureAwait(false);
                if (next is null || !ended.IsOk)
                    result = ended;
                if (!ended.IsOk)
                    break;
            }
        }
        finally
        {
            if (next is not null)
                await next.DisposeAsync().ConfigureAwait(false);
            Complete(result, count);
        }

        if (_throws)
            _ = result?.Value;
    }

    private async ValueTask<IReadOnlyList<UidSet>> CutAsync(CancellationToken token)
    {
        if (!items.HasBodies)
            return uids.Split(LongestSet);
        if (uids.IsExplicit && uids.Count == 1)
            return [uids];

        FetchWindows windows = new(WindowOctets, LongestSet);
        foreach (UidSet piece in uids.Split(LongestSet))
        {
            await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(piece, FetchItems.Uid | FetchItem.Size), token).ConfigureAwait(false))
            {
                if (message.Has(FetchItem.Uid))
                    windows.Add(message.Uid, message.Has(FetchItem.Size) ? message.Size : 0);
            }
        }

        return windows.Build();
    }

    // Without a result the loop was left early, by a break or an exception, which the loop itself has told.
    private void Complete(ImapResult<long>? result, long count)
    {
        if (result is null)
            _completion.TrySetCanceled(CancellationToken.None);
        else
            _completion.TrySetResult(result.IsOk ? new ImapResult<long>(count, result.Code, result.Text) : result);
    }

    private Window Begin(UidSet window, CancellationToken token)
    {
        ImapStream<FetchedMessage> stream = mailbox.StreamAsync(new UidFetchCommand(window, items), token).NoThrow();
        return new Window(stream, stream.GetAsyncEnumerator(token));
    }

    private sealed record Window(ImapStream<FetchedMessage> Stream, IAsyncEnumerator<FetchedMessage> Messages) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Messages.DisposeAsync();
    }
}
