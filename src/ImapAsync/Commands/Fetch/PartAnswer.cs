namespace ImapAsync;

/// <summary>The answer to the FETCH of one part: only at its end is it known whether the part is complete.</summary>
internal sealed class PartAnswer(UidFetchCommand command, ImapItems<FetchedMessage> stream) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<FetchedMessage> _messages = stream.GetAsyncEnumerator(CancellationToken.None);
    private readonly List<FetchedMessage> _told = [];
    private Task? _end;

    public FetchedMessage Current => _messages.Current;

    public async ValueTask<bool> MoveNextAsync()
    {
        bool hasNext = await _messages.MoveNextAsync().ConfigureAwait(false);
        if (hasNext)
            _told.Add(Current);
        return hasNext;
    }

    /// <summary>Waits for the end of the command, once for all callers.</summary>
    /// <exception cref="ImapCommandException">The server refused the rest.</exception>
    /// <exception cref="ImapProtocolException">Something in the answer is unreadable.</exception>
    public Task EndAsync() => _end ??= ReadToEndAsync();

    public ValueTask DisposeAsync() => _messages.DisposeAsync();

    private async Task ReadToEndAsync()
    {
        while (await MoveNextAsync().ConfigureAwait(false))
        {
            // What is reported besides the part is checked below.
        }

        ImapResult<long> result = await stream.Completion.ConfigureAwait(false);
        MalformedResponse[] malformed = [.. result.Malformed, .. _told.SelectMany(static told => told.Malformed)];
        SessionSending.RequireWhole(malformed, command);
    }
}
