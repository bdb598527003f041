namespace ImapAsync;

/// <summary>While it is there the connection idles whenever it has nothing else to do, or asks for news where the server has no IDLE.</summary>
internal sealed class IdlePresence : IDisposable
{
    private readonly ConnectionCore _core;
    private readonly ITimer _poll;
    private readonly SelectedMailbox _mailbox;

    public IdlePresence(ConnectionCore core, SelectedMailbox mailbox)
    {
        _core = core;
        _mailbox = mailbox;
        if (core.Session.Capabilities?.Supports("IDLE") == false)
            core.Idle.IsRefused = true;
        core.WantIdle(1);
        TimeSpan interval = core.Options.PollInterval;
        _poll = core.Options.TimeProvider.CreateTimer(static state => ((IdlePresence)state!).Poll(), this, interval, interval);
    }

    public void Dispose()
    {
        _poll.Dispose();
        _core.WantIdle(-1);
    }

    // The answer is of no interest, what the server tells besides is; a lost connection is told to the listeners.
    private void Poll()
    {
        if (_core.Idle.IsRefused && _mailbox.IsCurrent)
            _core.Enqueue(new SendOperation<ImapNothing>(new NoopCommand(), _core.Flow) { Mailbox = _mailbox });
    }
}
