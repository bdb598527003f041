using System.Collections;

namespace ImapAsync.Testing;

/// <summary>
/// The commands that clients sent, in the order of arrival. Each enumeration covers the commands at that moment.
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

    /// <summary>The number of commands.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _commands.Count;
        }
    }

    /// <summary>
    /// How many older commands are no longer kept: see <see cref="ImapTestServerLimits.MaxRecordedOctets"/>.
    /// </summary>
    public long Forgotten { get; private set; }

    /// <summary>
    /// How many round trips all connections took together: one begins with the first octets that arrive after the
    /// server has answered something. Greetings do not count.
    /// </summary>
    public int RoundTrips { get; private set; }

    /// <summary>The commands as text, without tags: <c>["LOGIN alice secret", "SELECT INBOX"]</c>.</summary>
    public IReadOnlyList<string> Texts => [.. Snapshot().Select(static command => command.Text)];

    /// <summary>The commands' names: <c>["LOGIN", "SELECT"]</c>.</summary>
    public IReadOnlyList<string> Names => [.. Snapshot().Select(static command => command.Name)];

    /// <summary>The command at an index, from 0.</summary>
    public RecordedCommand this[int index]
    {
        get
        {
            lock (_lock)
                return _commands[index];
        }
    }

    /// <summary>The commands with this name, such as <c>UID FETCH</c>.</summary>
    public IReadOnlyList<RecordedCommand> Of(string name) =>
        [.. Snapshot().Where(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits for a command with this name, unless there has already been one.</summary>
    /// <param name="name">The name, such as <c>IDLE</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public Task<RecordedCommand> WhenReceivedAsync(string name, CancellationToken cancellationToken = default) =>
        WhenReceivedAsync(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase), cancellationToken);

    /// <summary>Waits for a command that satisfies a condition, unless there has already been one.</summary>
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
            TaskCompletionSource<RecordedCommand> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((condition, waiting));
            return waiting.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Discards all recorded commands.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _commands.Clear();
            (_octets, Forgotten, RoundTrips) = (0, 0, 0);
        }
    }

    /// <summary>Enumerates the commands at this moment.</summary>
    public IEnumerator<RecordedCommand> GetEnumerator() => ((IEnumerable<RecordedCommand>)Snapshot()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void CountRoundTrip()
    {
        lock (_lock)
            RoundTrips++;
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

    // Half of the capacity is discarded at a time, so that not every command moves all others. The last command is
    // always kept.
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
        lock (_lock)
            return [.. _commands];
    }
}
