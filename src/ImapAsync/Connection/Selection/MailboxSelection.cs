using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// One mailbox from its SELECT on: what the server answered, its counts and flags, and its observers. It knows nothing
/// about the connection, and only the read loop changes it, in wire order, except for its end.
/// </summary>
/// <param name="name">The mailbox's name.</param>
/// <param name="resynchronizes">Whether the answer to the SELECT reports changes of messages (QRESYNC).</param>
internal sealed class MailboxSelection(MailboxName name, bool resynchronizes = false)
{
    private object? _outcome;
    private Action? _decided;
    private bool _isOtherClosed;
    private long _exists;
    private long _recent;

    public MailboxSelection(SelectCommand command)
        : this(command.Mailbox, command.QResync is not null)
    {
    }

    public MailboxName Name { get; } = name;

    public MailboxObservers Observers { get; } = new();

    /// <summary>
    /// Whether another mailbox may still be selected if the server has not understood the SELECT of this one.
    /// </summary>
    public bool MayBeMistaken { get; set; }

    /// <summary>The answer to the SELECT; null while there is none.</summary>
    public SelectResult? Result { get; private set; }

    public long Exists => Interlocked.Read(ref _exists);

    public long Recent => Interlocked.Read(ref _recent);

    public FlagSet Flags { get; private set; } = FlagSet.Empty;

    /// <summary>Whether the mailbox was selected; null while that is open.</summary>
    public bool? IsSelected => Volatile.Read(ref _outcome) is { } outcome ? outcome == this : null;

    /// <summary>Why the mailbox was not selected, if it was not.</summary>
    public Exception? Failure => Volatile.Read(ref _outcome) as Exception;

    // Until the server says that it has left the other mailbox (CLOSED, which only servers with QRESYNC say), what it
    // reports of messages is that one's. With QRESYNC parameters it may be the answer, and CLOSED tells which.
    private bool MayBeOfAnother => Result is null && MayBeMistaken && !_isOtherClosed && !resynchronizes;

    /// <summary>
    /// Sets the callback for when it is known whether the mailbox was selected: called at once if it is, and possibly
    /// twice.
    /// </summary>
    public void WhenDecided(Action decided)
    {
        // Whichever comes second, this or the outcome, sees what the first has written.
        Interlocked.Exchange(ref _decided, decided);
        if (IsSelected is not null)
            decided();
    }

    /// <summary>The server has selected the mailbox.</summary>
    public void Opened(SelectResult result)
    {
        Result = result;
        if (Observers.Any)
            Observers.Report(new MailboxFact { Kind = MailboxFactKind.Opened, Number = (ulong)Exists });
        Decide(this);
    }

    /// <summary>The mailbox was not selected, or the connection has ended.</summary>
    public void Ended(Exception exception)
    {
        Decide(exception);
        Observers.End(exception);
    }

    /// <summary>Another mailbox is being selected, or none.</summary>
    public void Left() => Observers.End(
        new ImapSelectionException(
            $"Listening ended: \"{Name}\" is no longer the selected mailbox of this connection. Select it again, or "
            + "use a separate connection.",
            Name));

    /// <summary>Why a command was not sent: the mailbox is not the selected one.</summary>
    public ImapSelectionException NotSelected(string command) =>
        new(
            $"{command} was not sent: \"{Name}\" is no longer the selected mailbox of this connection. Select it "
            + "again, or use a separate connection.",
            Name);

    /// <summary>
    /// Applies a response. Returns whether messages were expunged, so that others have their numbers.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="damage">The unreadable parts; everything else was applied.</param>
    public bool Apply(in UntaggedResponse response, ref Damage damage)
    {
        if (response.Code is { } code)
            Apply(code);
        switch (response.Kind)
        {
            case ResponseKind.Exists when response.Number is { } exists:
                Interlocked.Exchange(ref _exists, exists);
                return false;
            case ResponseKind.Recent when response.Number is { } recent:
                Interlocked.Exchange(ref _recent, recent);
                return false;
            case ResponseKind.Flags when response.Number is null:
                TakeFlags(response, ref damage);
                return false;
            case ResponseKind.Vanished:
                return TakeVanished(response, ref damage);
            case ResponseKind.Expunge or ResponseKind.Other:
                return TakeExpunge(response);
            default:
                return false;
        }
    }

    /// <summary>
    /// Reports a response to the observers. Call it once it is known which command the response answers: what observers
    /// do then must not come before that.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="isAnswer">Whether it is a command's.</param>
    /// <returns>Whether it is an update of which something could not be read.</returns>
    public bool Report(in UntaggedResponse response, bool isAnswer)
    {
        if (!Observers.Any)
            return false;
        MailboxFact fact = MailboxFactReader.Read(response, Flags, isAnswer);
        if (fact.IsOfMessages && MayBeOfAnother)
            return false;
        Report(fact);
        return fact is { Kind: MailboxFactKind.Fetched, IsAnswer: false, IsDamaged: true };
    }

    /// <summary>Reports the code of a tagged answer to the observers.</summary>
    public void Report(ResponseCode? code)
    {
        if (code is not null && Observers.Any)
            Report(MailboxFactReader.Read(code));
    }

    private void Report(in MailboxFact fact)
    {
        if (fact.Kind != MailboxFactKind.None)
            Observers.Report(fact);
    }

    // The first outcome counts.
    private void Decide(object outcome)
    {
        if (Interlocked.CompareExchange(ref _outcome, outcome, null) is null)
            Volatile.Read(ref _decided)?.Invoke();
    }

    // Earlier responses concern the mailbox that was selected until now (RFC 9051 §7.1).
    private void Apply(ResponseCode code)
    {
        if (Result is not null || !code.Is(ResponseCodes.Closed))
            return;
        _isOtherClosed = true;
        Interlocked.Exchange(ref _exists, 0);
        Interlocked.Exchange(ref _recent, 0);
        Flags = FlagSet.Empty;
    }

    // If it is unknown which message it was, a later EXISTS may give the count.
    private bool TakeExpunge(in UntaggedResponse response)
    {
        if (!ExpungeParser.IsOfNumber(response))
            return ExpungeParser.LacksNumber(response);
        Interlocked.Exchange(ref _exists, Math.Max(0, Exists - 1));
        return true;
    }

    // RFC 7162 §3.2.10: without EARLIER, the messages existed until now.
    private bool TakeVanished(in UntaggedResponse response, ref Damage damage)
    {
        bool isEarlier = VanishedToken.IsEarlier(response.Arguments);
        // SELECT's own collector reads what vanished before.
        if (isEarlier && Result is null)
            return false;
        UidSet uids = VanishedToken.Read(response.Arguments, ref damage);
        if (isEarlier)
            return false;
        Interlocked.Exchange(ref _exists, Math.Max(0, Exists - uids.Count));
        return !uids.IsEmpty || damage.IsAny;
    }

    // Until the SELECT is answered, its own collector reports unreadable parts.
    private void TakeFlags(in UntaggedResponse response, ref Damage damage)
    {
        Damage unread = default;
        FlagSet flags = FlagListToken.Read(response.Arguments, ref unread);
        if (!unread.IsAny || flags.Count > 0)
            Flags = flags;
        if (Result is not null)
            damage = unread;
    }
}
