namespace ImapAsync.Testing;

/// <summary>The listeners for changes: the sessions that have a mailbox selected.</summary>
internal sealed class ChangeSignals
{
    private readonly List<Action> _listeners = [];

    public void Add(Action listener) => _listeners.Add(listener);

    public void Remove(Action listener) => _listeners.Remove(listener);

    /// <summary>Notifies all listeners, which only take note: they run under the store's lock.</summary>
    public void Raise()
    {
        foreach (Action listener in _listeners)
            listener();
    }
}
