namespace ImapAsync;

/// <summary>
/// The mailbox that a connection has selected. Its counts and flags follow the server's responses, in wire order,
/// whichever command runs. Commands sent through it are written only while it is still the selected mailbox: afterwards
/// they fail with <see cref="ImapSelectionException"/>, and nothing is sent.
/// </summary>
public sealed class SelectedMailbox : IImapMailbox
{
    private readonly ConnectionCore _core;
    private readonly MailboxSelection _selection;
    private TaskCompletionSource<SelectedMailbox>? _opened;

    internal SelectedMailbox(ConnectionCore core, MailboxSelection selection)
    {
        _core = core;
        _selection = selection;
    }

    /// <inheritdoc/>
    public MailboxName Name => _selection.Name;

    /// <summary>Completes when the server has answered the SELECT; fails if it refused it.</summary>
    public Task<SelectedMailbox> WhenSelected
    {
        get
        {
            TaskCompletionSource<SelectedMailbox> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Interlocked.CompareExchange(ref _opened, opened, null) is { } earlier)
                return earlier.Task;
            _selection.WhenDecided(Decided);
            return opened.Task;
        }
    }

    /// <inheritdoc/>
    public bool IsCurrent => _core.Session.Selections.Current == _selection && _core.End.Fault is null;

    /// <inheritdoc/>
    public long Exists => _selection.Exists;

    /// <inheritdoc/>
    public long Recent => _selection.Recent;

    /// <inheritdoc/>
    public FlagSet Flags => _selection.Flags;

    /// <summary>The answer to the SELECT; it does not change.</summary>
    /// <exception cref="InvalidOperationException">
    /// The server has not answered yet: await <see cref="WhenSelected"/> first.
    /// </exception>
    public SelectResult Selection => _selection.Result
        ?? throw new InvalidOperationException(
            $"The server has not answered the SELECT of \"{Name}\" yet: await {nameof(WhenSelected)} first.");

    /// <inheritdoc/>
    public UidValidity? UidValidity => Selection.UidValidity;

    /// <inheritdoc/>
    public bool IsReadOnly => Selection.IsReadOnly;

    /// <inheritdoc/>
    public ImapCapabilities Capabilities => _core.Session.Capabilities ?? ImapCapabilities.Empty;

    /// <inheritdoc/>
    public ValueTask<ImapResult<T>> SendAsync<T>(ImapCommand<T> command, CancellationToken cancellationToken = default)
    {
        CommandChecks.CheckSecret(command, _core.Context, _core.Session);
        return _core.SendAsync(command, _selection, opens: null, cancellationToken);
    }

    /// <inheritdoc/>
    public ImapItems<TItem> StreamAsync<TItem>(
        ImapStreamCommand<TItem> command, CancellationToken cancellationToken = default)
    {
        CommandChecks.CheckSecret(command, _core.Context, _core.Session);
        return new CommandStream<TItem>(
            _core.Commands, _core.Context.Telemetry, command, _selection, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MailboxEvent> IdleAsync(CancellationToken cancellationToken = default) =>
        new MailboxListener(_core, _selection, cancellationToken);

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name.ToString();

    private void Decided()
    {
        // The caller of SelectAsync was informed there.
        if (_selection.Failure is { } failure && _opened!.TrySetException(failure))
            _ = _opened.Task.Exception;
        else if (_selection.IsSelected == true)
            _opened!.TrySetResult(this);
    }
}
