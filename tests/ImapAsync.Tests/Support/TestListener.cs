namespace ImapAsync.Tests;

/// <summary>A listener to a mailbox, one event at a time.</summary>
internal sealed class TestListener : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly IAsyncEnumerator<MailboxEvent> _events;
    private Task<bool> _next;

    public TestListener(SelectedMailbox mailbox)
    {
        _events = mailbox.IdleAsync(_stop.Token).GetAsyncEnumerator();
        _next = _events.MoveNextAsync().AsTask();
    }

    /// <summary>The wait for the next event: ends with the connection or the selection.</summary>
    public Task Pending => _next;

    public async Task<MailboxEvent> NextAsync()
    {
        Assert.True(await _next.InTime());
        MailboxEvent happened = _events.Current;
        _next = _events.MoveNextAsync().AsTask();
        return happened;
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _next.InTime();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ImapException)
        {
            // It no longer listens.
        }

        await _events.DisposeAsync();
        _stop.Dispose();
    }
}
