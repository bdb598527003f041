using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// A UID FETCH in several small commands, so that a command inside the loop is answered soon: for bodies, windows of
/// about <see cref="WindowOctets"/>; otherwise only if the set of UIDs would make a line that servers refuse. The next
/// window is requested while one is being read.
/// </summary>
/// <remarks>
/// The windows are cut according to the messages' sizes, which are fetched first: one round trip, and a few octets per
/// message. A set that only the server knows (<c>$</c>) is not cut.
/// </remarks>
internal sealed class WindowedFetch(
    IImapMailbox mailbox, UidSet uids, FetchItems items, CancellationToken cancellationToken)
    : OnceStream<FetchedMessage>
{
    /// <summary>The maximum total size of the bodies in one window; a larger message has a window of its own.</summary>
    internal const long WindowOctets = 1 << 20;

    private readonly TaskCompletionSource<ImapResult<long>> _end = new(
        TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly List<MalformedResponse> _malformed = [];

    private readonly List<UntypedResponse> _untagged = [];

    // The command that the loop is in.
    private ImapItems<FetchedMessage>? _reading;

    protected override string Description => new UidFetchCommand(uids, items).Description;

    protected override Task<ImapResult<long>> End => _end.Task;

    public override async IAsyncEnumerator<FetchedMessage> GetAsyncEnumerator(CancellationToken token = default)
    {
        Begin();
        using CancellationTokenSource either =
            CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, token);
        long count = 0;
        Window? next = null;
        ImapResult<long>? result = null;
        try
        {
            List<UidSet> windows = [];
            result = await CutAsync(windows, either.Token).ConfigureAwait(false);
            next = result is null ? Begin(windows[0], either.Token) : null;
            for (int i = 1; next is not null; i++)
            {
                Window current = next;
                await using ConfiguredAsyncDisposable _ = current.ConfigureAwait(false);
                next = i < windows.Count ? Begin(windows[i], either.Token) : null;
                _reading = current.Stream;
                while (await current.Messages.MoveNextAsync().ConfigureAwait(false))
                {
                    if (i > 1 && current.IsRepeated(current.Messages.Current))
                        continue;
                    count++;
                    yield return current.Messages.Current;
                }

                ImapResult<long> ended = await current.Stream.Completion.ConfigureAwait(false);
                Keep(ended);
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
            _ = EndAsync(result, count);
        }

        if (Throws && result is not null)
            _ = Whole(result, count).Value;
    }

    // Returns the end if there is nothing to continue with: the server reports no sizes.
    private async ValueTask<ImapResult<long>?> CutAsync(List<UidSet> windows, CancellationToken token)
    {
        if (!items.HasBodies || uids == UidSet.Saved || (uids.IsExplicit && uids.Count == 1))
        {
            windows.AddRange(uids.Split(LongSets.MaxOctets));
            return null;
        }

        FetchWindows cut = new(WindowOctets);
        foreach (UidSet piece in uids.Split(LongSets.MaxOctets))
        {
            UidFetchCommand asking = new(piece, FetchItems.Uid | FetchItem.Size) { IsHidden = true };
            List<MalformedResponse> damage = [];
            _reading = mailbox.Stream(asking, token).NoThrow();
            await foreach (FetchedMessage message in _reading.ConfigureAwait(false))
            {
                damage.AddRange(message.Malformed);
                if (message.Contains(FetchItem.Uid))
                    cut.Add(message.Uid, message.Contains(FetchItem.Size) ? message.Size : 0);
                else
                    cut.AddNameless();
            }

            ImapResult<long> told = await _reading.Completion.ConfigureAwait(false);
            Keep(told);
            // Some of it is also reported by the command.
            _malformed.AddRange(damage.Except(told.Malformed));
            if (!told.IsOk)
                return told;
        }

        windows.AddRange(cut.Build(uids));
        return null;
    }

    // Without a result the loop was left, by a break or an exception: then the end is that of the command that it was
    // in.
    private async Task EndAsync(ImapResult<long>? last, long count)
    {
        try
        {
            if (last is null && _reading is not null)
            {
                last = await _reading.Completion.ConfigureAwait(false);
                Keep(last);
            }

            if (last is null)
                _end.TrySetCanceled(CancellationToken.None);
            else
                _end.TrySetResult(Whole(last, count));
        }
        catch (OperationCanceledException cancelled)
        {
            _end.TrySetCanceled(cancelled.CancellationToken);
        }
        catch (Exception exception)
        {
            _end.TrySetException(exception);
            // A caller that ignores the completion was informed by the loop.
            _ = _end.Task.Exception;
        }
    }

    private void Keep(ImapResult<long> window)
    {
        _malformed.AddRange(window.Malformed);
        _untagged.AddRange(window.Untagged);
    }

    private ImapResult<long> Whole(ImapResult<long> last, long count)
    {
        StatusResponse status = new((StatusKind)last.Status, last.Code, last.Text);
        return new ImapResult<long>(count, status, last.Command, isPartial: !last.IsOk && count > 0)
        {
            Malformed = _malformed,
            Untagged = _untagged,
        };
    }

    private Window Begin(UidSet window, CancellationToken token)
    {
        ImapItems<FetchedMessage> stream = mailbox.Stream(new UidFetchCommand(window, items), token).NoThrow();
        return new Window(stream, stream.GetAsyncEnumerator(token), window.OpenFrom);
    }

    private sealed record Window(
        ImapItems<FetchedMessage> Stream, IAsyncEnumerator<FetchedMessage> Messages, Uid? OpenFrom) : IAsyncDisposable
    {
        // If all from there on were expunged meanwhile, n:* is the last of the previous messages, which were in another
        // window.
        public bool IsRepeated(FetchedMessage message) =>
            OpenFrom is { } from && message.Contains(FetchItem.Uid) && message.Uid.Value < from.Value;

        public ValueTask DisposeAsync() => Messages.DisposeAsync();
    }
}
