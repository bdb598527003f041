using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The mailbox that a connection has selected. Its counts and flags follow what the server tells, in the order of the
/// wire, whichever command runs. Commands sent through it are written only while it is still the selected one:
/// afterwards they end in <see cref="ImapSelectionException"/>, and nothing is sent.
/// </summary>
public sealed class SelectedMailbox : IImapMailbox, ICapable
{
    private readonly ConnectionCore _core;
    private readonly MailboxListeners _listeners = new();
    private TaskCompletionSource<SelectedMailbox>? _opened;
    private object? _outcome;
    private SelectResult? _state;
    private long _exists;
    private long _recent;

    internal SelectedMailbox(ConnectionCore core, MailboxName name)
    {
        _core = core;
        Name = name;
    }

    /// <summary>The mailbox's name.</summary>
    public MailboxName Name { get; }

    /// <summary>Completes when the server has answered the SELECT; fails when it refused it.</summary>
    public Task<SelectedMailbox> WhenSelected
    {
        get
        {
            TaskCompletionSource<SelectedMailbox> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
            opened = Interlocked.CompareExchange(ref _opened, opened, null) ?? opened;
            // Whichever comes second, this or the outcome, sees what the first has written.
            Tell(opened);
            return opened.Task;
        }
    }

    /// <summary>Whether this is still the connection's selected mailbox.</summary>
    public bool IsCurrent => _core.Session.Selected == this && _core.Fault is null;

    /// <summary>How many messages there are, as of the last word of the server.</summary>
    public long Exists => Interlocked.Read(ref _exists);

    /// <summary>How many of them have \Recent; always 0 with IMAP4rev2.</summary>
    public long Recent => Interlocked.Read(ref _recent);

    /// <summary>The flags that the mailbox knows.</summary>
    public FlagSet Flags { get; private set; } = FlagSet.Empty;

    /// <summary>What SELECT answered: it does not change.</summary>
    /// <exception cref="InvalidOperationException">
    /// The server has not answered yet: await <see cref="WhenSelected"/> first.
    /// </exception>
    public SelectResult Selection => _state
        ?? throw new InvalidOperationException(
            $"The server has not answered the SELECT of \"{Name}\" yet: await {nameof(WhenSelected)} first.");

    /// <summary>
    /// The value that must be unchanged for remembered UIDs to be valid (RFC 9051 §2.3.1.1); null where the server told
    /// none.
    /// </summary>
    public UidValidity? UidValidity => Selection.UidValidity;

    /// <summary>Whether the mailbox was selected for reading only.</summary>
    public bool IsReadOnly => Selection.IsReadOnly;

    ImapCapabilities ICapable.Capabilities => _core.Session.Capabilities ?? ImapCapabilities.Empty;

    /// <inheritdoc/>
    public ValueTask<ImapResult<T>> SendAsync<T>(ImapCommand<T> command, CancellationToken cancellationToken = default)
    {
        CommandChecks.CheckSecret(command, _core);
        return _core.SendAsync(command, this, opens: null, cancellationToken);
    }

    /// <inheritdoc/>
    public ImapStream<TItem> StreamAsync<TItem>(
        ImapStreamCommand<TItem> command, CancellationToken cancellationToken = default)
    {
        CommandChecks.CheckSecret(command, _core);
        return new CommandStream<TItem>(_core, command, this, cancellationToken);
    }

    /// <summary>
    /// Waits for news of the mailbox, by IDLE (RFC 2177) or, where the server has none, by asking now and then. Other
    /// commands may be sent meanwhile: they end the IDLE, run, and it begins again. News are kept from this call on, at
    /// most 100,000 of them, so enumerate what it returns; IDLE begins when the first is waited for.
    /// </summary>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public IAsyncEnumerable<MailboxEvent> IdleAsync(CancellationToken cancellationToken = default) =>
        new MailboxNews(_core, this, _listeners, cancellationToken);

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name.ToString();

    /// <summary>
    /// Whether another mailbox may still be selected when the server has not understood the SELECT of this one.
    /// </summary>
    internal bool MayBeMistaken { get; set; }

    internal void Open(SelectResult result)
    {
        _state = result;
        Interlocked.Exchange(ref _exists, result.Exists);
        Interlocked.Exchange(ref _recent, result.Recent);
        Flags = result.Flags;
        _core.Session.State = ImapConnectionState.Selected;
        Decided(this);
    }

    internal void Refused(Exception exception)
    {
        Decided(exception);
        _listeners.End(exception);
    }

    internal void Ended(Exception exception) => Refused(exception);

    /// <summary>Another mailbox is being selected, or none.</summary>
    internal void Left() => _listeners.End(
        new ImapSelectionException(
            $"Listening ended: \"{Name}\" is no longer the selected mailbox of this connection. "
            + "Select it again, or use a connection of its own.",
            Name));

    internal ImapSelectionException NotSelected(ImapCommand command) => NotSelected(command.Description);

    internal ImapSelectionException NotSelected(string command) =>
        new(
            $"{command} was not sent: \"{Name}\" is no longer the selected mailbox of this connection. "
            + "Select it again, or use a connection of its own.",
            Name);

    /// <summary>
    /// Follows what the server tells. Returns what listeners are to be told of it, once it is known whose response it
    /// is: what they do then must not come before that.
    /// </summary>
    internal MailboxEvent? Apply(in UntaggedResponse response)
    {
        if (_state is null)
            return null;

        if (response.Is("VANISHED"u8))
            return Vanished(response);
        if (response.Number is { } number)
            return Apply(response, number);
        if (response.Is("FLAGS"u8))
        {
            ImapTokenReader arguments = response.Arguments;
            bool isWhole = FlagListToken.TryRead(ref arguments, out FlagSet flags);
            Flags = flags;
            if (!isWhole)
                throw arguments.Malformed("a list of flags");
        }

        return null;
    }

    /// <summary>Tells listeners.</summary>
    internal void Publish(MailboxEvent happened) => _listeners.Publish(happened);

    /// <summary>Tells listeners what no command had asked for.</summary>
    internal void Notice(in UntaggedResponse response)
    {
        if (!response.Is("FETCH"u8) || !_listeners.Any)
            return;
        FetchResponse fetch = FetchResponseParser.Read(response);
        if (fetch.Number == 0 && fetch.Uid == 0)
            return;
        if (fetch.IsDamaged)
            _core.Log.Damaged(response.Raw);
        _listeners.Publish(new MailboxEvent.Fetched(new FetchedMessage(fetch)));
    }

    // The first outcome counts.
    private void Decided(object outcome)
    {
        Interlocked.CompareExchange(ref _outcome, outcome, null);
        if (Volatile.Read(ref _opened) is { } opened)
            Tell(opened);
    }

    private void Tell(TaskCompletionSource<SelectedMailbox> opened)
    {
        object? outcome = Volatile.Read(ref _outcome);
        // Whoever asked by SelectAsync was told there.
        if (outcome is Exception exception && opened.TrySetException(exception))
            _ = opened.Task.Exception;
        else if (outcome == this)
            opened.TrySetResult(this);
    }

    private MailboxEvent? Apply(in UntaggedResponse response, uint number)
    {
        if (response.Is("EXISTS"u8))
        {
            Interlocked.Exchange(ref _exists, number);
            return new MailboxEvent.Exists(number);
        }

        if (response.Is("RECENT"u8))
            Interlocked.Exchange(ref _recent, number);
        if (!ExpungeParser.IsOfNumber(response))
            return null;
        Interlocked.Exchange(ref _exists, Math.Max(0, Exists - 1));
        return new MailboxEvent.Expunged(new SequenceNumber(number));
    }

    // RFC 7162 §3.2.10: without EARLIER the messages were there until now.
    private MailboxEvent.Vanished? Vanished(in UntaggedResponse response)
    {
        bool earlier = VanishedToken.IsEarlier(response.Arguments);
        Damage damage = default;
        UidSet uids = VanishedToken.Read(response.Arguments, ref damage);
        if (uids.IsEmpty && !damage.IsAny)
            return null;
        if (!earlier)
            Interlocked.Exchange(ref _exists, Math.Max(0, Exists - uids.Count));
        if (damage.IsAny)
            _core.Log.Damaged(response.Raw);
        return new MailboxEvent.Vanished(uids, earlier);
    }
}
