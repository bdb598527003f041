using System.Collections;

namespace ImapAsync.Testing;

/// <summary>
/// What clients sent, in the order in which it arrived. Each enumeration walks what there is at that moment.
/// </summary>
public sealed class CommandLog : IReadOnlyList<RecordedCommand>
{
    private readonly Lock _lock = new();
    private readonly List<RecordedCommand> _commands = [];
    private readonly List<(Func<RecordedCommand, bool> IsMet, TaskCompletionSource<RecordedCommand> Found)>
        _waiting = [];
    private readonly Func<int> _most;
    private long _octets;

    internal CommandLog(Func<int> most) => _most = most;

    /// <summary>How many commands there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _commands.Count;
        }
    }

    /// <summary>
    /// How many commands there were before these, that are kept no longer: see <see
    /// cref="ImapTestServerLimits.MaxRecordedOctets"/>.
    /// </summary>
    public long Forgotten { get; private set; }

    /// <summary>
    /// How many round trips all connections took together: one begins with the first octets that arrive after the
    /// server has answered something. Greetings count for nothing.
    /// </summary>
    public int RoundTrips { get; private set; }

    /// <summary>The commands as text, tags left out: <c>["LOGIN alice secret", "SELECT INBOX"]</c>.</summary>
    public IReadOnlyList<string> Texts => [.. Snapshot().Select(static command => command.Text)];

    /// <summary>The commands' names: <c>["LOGIN", "SELECT"]</c>.</summary>
    public IReadOnlyList<string> Names => [.. Snapshot().Select(static command => command.Name)];

    /// <summary>The command at a place, from 0.</summary>
    public RecordedCommand this[int index]
    {
        get
        {
            lock (_lock) return _commands[index];
        }
    }

    /// <summary>The commands of one name, such as <c>UID FETCH</c>.</summary>
    public IReadOnlyList<RecordedCommand> Of(string name) =>
        [.. Snapshot().Where(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits for a command of that name, unless there was one.</summary>
    /// <param name="name">Such as <c>IDLE</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public Task<RecordedCommand> WhenReceivedAsync(string name, CancellationToken cancellationToken = default) =>
        WhenReceivedAsync(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase), cancellationToken);

    /// <summary>Waits for a command that meets a condition, unless there was one.</summary>
    /// <param name="condition">The condition; it runs while the server waits.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public Task<RecordedCommand> WhenReceivedAsync(
        Func<RecordedCommand, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        lock (_lock)
        {
            if (_commands.Find(command => condition(command)) is { } found)
                return Task.FromResult(found);
            var waiting = new TaskCompletionSource<RecordedCommand>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((condition, waiting));
            return waiting.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets all that was recorded.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _commands.Clear();
            (_octets, Forgotten, RoundTrips) = (0, 0, 0);
        }
    }

    /// <summary>Walks what there is now.</summary>
    public IEnumerator<RecordedCommand> GetEnumerator() => ((IEnumerable<RecordedCommand>)Snapshot()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void CountRoundTrip()
    {
        lock (_lock) RoundTrips++;
    }

    internal void Add(RecordedCommand command)
    {
        lock (_lock)
        {
            _commands.Add(command);
            _octets += CostOf(command);
            Forget();
            foreach ((Func<RecordedCommand, bool> isMet, TaskCompletionSource<RecordedCommand> found) in _waiting)
            {
                if (isMet(command))
                    found.TrySetResult(command);
            }

            _waiting.RemoveAll(static waiting => waiting.Found.Task.IsCompleted);
        }
    }

    // Half of what there is room for goes at one time, so that not every command moves all others. The last one always
    // stays.
    private void Forget()
    {
        if (_octets <= _most())
            return;
        int count = 0;
        while (count < _commands.Count - 1 && (_octets > _most() / 2))
            _octets -= CostOf(_commands[count++]);
        _commands.RemoveRange(0, count);
        Forgotten += count;
    }

    private static long CostOf(RecordedCommand command) => command.Octets.Length + 256L;

    private RecordedCommand[] Snapshot()
    {
        lock (_lock) return [.. _commands];
    }
}
