using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// One command in progress: queued, then in flight until its tagged response arrives. Its caller may have given up
/// waiting before that.
/// </summary>
internal abstract class PendingCommand(ImapCommand command, FlowControl flow)
{
    // The memory that a small response takes once it is read.
    private const int SmallestAnswer = 128;

    private int _settled;
    private long _gathered;
    private KeptBeside? _beside;
    private volatile bool _isAnswered;
    private volatile bool _isReleased;
    private volatile bool _isResting;
    private volatile bool _isWhole;
    private volatile bool _sentUnasked;

    public ImapCommand Command { get; } = command;

    protected FlowControl Flow { get; } = flow;

    /// <summary>The number in the tag; 0 while the command is queued.</summary>
    public uint Tag { get; set; }

    /// <summary>The selection to which the command belongs: it is written only while that is the current one.</summary>
    public MailboxSelection? Mailbox { get; init; }

    /// <summary>The selection that the command creates, if it is a SELECT.</summary>
    public MailboxSelection? Opens { get; init; }

    /// <summary>Whether it is written before all queued commands, whatever is in progress.</summary>
    public bool GoesFirst { get; init; }

    /// <summary>The previous command in the list of those in flight.</summary>
    public PendingCommand? Previous { get; set; }

    /// <summary>
    /// The next command in the list of commands that wait to be written, and later in that of commands in flight.
    /// </summary>
    public PendingCommand? Next { get; set; }

    /// <summary>Whether some of its octets may have been sent.</summary>
    public bool IsWritten => Tag != 0;

    /// <summary>Whether its last octet may have been sent: before that no server carries it out.</summary>
    public bool IsWhole { get => _isWhole; set => _isWhole = value; }

    /// <summary>
    /// Whether a literal was sent that the server had not asked for, and nothing has arrived since that shows that it
    /// was read as one.
    /// </summary>
    public bool SentUnasked { get => _sentUnasked; set => _sentUnasked = value; }

    /// <summary>Whether the caller has the outcome: the answer, a failure or a cancellation.</summary>
    public bool IsSettled => Volatile.Read(ref _settled) != 0;

    /// <summary>Whether its tagged response has arrived.</summary>
    public bool IsAnswered { get => _isAnswered; set => _isAnswered = value; }

    /// <summary>
    /// Whether it has sent everything, so that others may follow although it is exclusive and unanswered.
    /// </summary>
    public bool IsReleased { get => _isReleased; set => _isReleased = value; }

    /// <summary>Whether the server owes it no answer at present: an IDLE that waits for updates.</summary>
    public bool IsResting { get => _isResting; set => _isResting = value; }

    /// <summary>How many times the server had advertised its capabilities when the command was sent.</summary>
    public int TimesAdvertised { get; set; }

    /// <summary>When the command was written, by the connection's clock; -1 if commands are not logged.</summary>
    public long Started { get; set; } = -1;

    /// <summary>The observer for traces and metrics; null if there is none.</summary>
    public CommandProbe? Probe { get; set; }

    /// <summary>Whether anything waits for it at the moment.</summary>
    public abstract bool IsAwaited { get; }

    /// <summary>Whether it ends as soon as another command waits: an IDLE.</summary>
    public virtual bool MakesWay => false;

    /// <summary>Whether it is to be ended now, even if no other command waits.</summary>
    public virtual bool IsOver => false;

    /// <summary>Whether it keeps the responses that it takes, or their values, until it is answered.</summary>
    public virtual bool Gathers => true;

    /// <summary>Whether enough is queued for its consumer.</summary>
    public virtual bool IsFull => false;

    /// <summary>Whether it has kept anything that the server sent.</summary>
    public bool HasGathered => _gathered > 0;

    /// <summary>Responses that may belong to the command; null if there are none.</summary>
    public List<HeldResponse>? HeldBack => _beside?.HeldBack;

    protected List<MalformedResponse>? Malformed => _beside?.Malformed;

    /// <summary>The collector of the command's answer.</summary>
    protected abstract ResponseCollector Collector { get; }

    /// <summary>Offers an untagged response; see <see cref="ResponseCollector{TResult}.TryCollect"/>.</summary>
    public abstract bool TryCollect(in UntaggedResponse response);

    /// <summary>See <see cref="ResponseCollector.HoldsBack"/>.</summary>
    public bool HoldsBack(in UntaggedResponse response) => !IsSettled && Collector.HoldsBack(response);

    /// <summary>See <see cref="ResponseCollector.WantsHead"/>.</summary>
    public bool WantsHead(in UntaggedResponse head) => Collector.WantsHead(head);

    /// <summary>
    /// See <see cref="ResponseCollector.OnlyUid"/>. Kept here since it is read for all commands in flight, for each
    /// body.
    /// </summary>
    public uint OnlyUid { get; private set; }

    /// <summary>See <see cref="ResponseCollector.NumbersMoved"/>.</summary>
    public void NumbersMoved() => Collector.NumbersMoved();

    /// <summary>See <see cref="ResponseCollector.TakenInParts"/>.</summary>
    public ReadOnlySpan<byte> TakenInParts => Collector.TakenInParts;

    /// <summary>Whether a response was taken although something in it was unreadable.</summary>
    public bool TakeDamage() => Collector.TakeDamage();

    /// <summary>See <see cref="ResponseCollector.ExpectedIn"/>.</summary>
    public string? ExpectedIn(ResponseCode code) => Collector.ExpectedIn(code);

    /// <summary>See <see cref="ResponseCollector.Pass"/>.</summary>
    public void Pass(in UntaggedResponse response) => Collector.Pass(response);

    /// <summary>See <see cref="ResponseCollector.FindMissing"/>.</summary>
    public MalformedResponse? FindMissing(ResponseCode? code) =>
        (Malformed is null || Collector.MissesAlways) && !IsSettled ? Collector.FindMissing(code) : null;

    /// <summary>It has lasted as long as it may.</summary>
    public virtual void Expire()
    {
    }

    /// <summary>
    /// Offers a continuation request that arrives while this is the first command in flight; false if it is for the
    /// command that waits at the <see cref="ContinuationGate"/>.
    /// </summary>
    public virtual bool TryContinue() => false;

    /// <summary>The tagged response has arrived, and the command is still listed as in flight.</summary>
    public virtual void Answered(StatusKind kind)
    {
    }

    /// <summary>Hands over what the read loop has collected since the last time.</summary>
    public virtual void Publish()
    {
    }

    /// <summary>The tagged response has arrived. Called only by the read loop.</summary>
    public abstract void Complete(in StatusResponse status);

    /// <summary>Fails the command, if the caller does not have an outcome yet.</summary>
    public abstract void Fail(Exception exception);

    /// <summary>The command has been queued.</summary>
    public virtual void Enqueued()
    {
    }

    /// <summary>Passes to the collector what it may need before its first response.</summary>
    public void Registered()
    {
        OnlyUid = Collector.OnlyUid;
        if (Collector.NeedsTag)
            Collector.Tag = TagFormat.ToText(Tag);
    }

    public void AddMalformed(MalformedResponse response)
    {
        Gather(response.Raw.Length);
        (_beside ??= new()).Add(response);
    }

    /// <summary>Keeps a response until the command is answered.</summary>
    public void HoldBack(HeldResponse response)
    {
        Gather(response.Raw.Length);
        (_beside ??= new()).Add(response);
    }

    /// <summary>
    /// Adds what continues the last response and is unreadable. A streamed message may have been read before it
    /// arrived, so the command reports it as well.
    /// </summary>
    public void TakeRest(MalformedResponse rest)
    {
        if (Collector.TryKeepRest(rest) && Gathers)
            Gather(rest.Raw.Length);
        else
            AddMalformed(rest);
    }

    /// <summary>
    /// Counts what is kept in memory until the command is answered. A server that never finishes would fill it
    /// otherwise.
    /// </summary>
    public void Gather(int octets)
    {
        _gathered += Math.Max(octets, SmallestAnswer);
        if (_gathered > Flow.MaxAnswerOctets)
        {
            throw new ImapLimitException(
                $"The answer to {Command.Description} went over the limit "
                + $"{nameof(ImapLimits)}.{nameof(ImapLimits.MaxAnswerOctets)} ({Flow.MaxAnswerOctets} octets) and "
                + "shows no sign of ending. Request less at a time, stream the answer, or raise the limit if you "
                + "trust this server with that much memory.",
                nameof(ImapLimits.MaxAnswerOctets));
        }
    }

    /// <summary>The exception for a command that the server has refused.</summary>
    public ImapCommandException Refusal(in StatusResponse status) =>
        new((ImapStatus)status.Kind, status.Code, status.Text, Command.Description)
        {
            Malformed = Malformed ?? (IReadOnlyList<MalformedResponse>)[],
        };

    /// <summary>
    /// Whether a response that it has taken is an update nevertheless, because it was not requested, or its caller does
    /// not see it.
    /// </summary>
    public bool IsUpdate(in UntaggedResponse response) => Command is UidFetchCommand fetch && fetch.IsUpdate(response);

    /// <summary>The result, with what was kept besides its value.</summary>
    protected ImapResult<T> Result<T>(T? value, in StatusResponse status, bool isPartial) =>
        new(value, status, Command.Description, isPartial)
        {
            Malformed = Malformed ?? (IReadOnlyList<MalformedResponse>)[],
            Untagged = _beside?.Untagged ?? (IReadOnlyList<UntypedResponse>)[],
        };

    /// <summary>Keeps an untagged response for the result: a warning, or any if that was requested.</summary>
    public void AddUntagged(in UntaggedResponse response)
    {
        bool isWarning = response.Number is null && response.Kind is (ResponseKind.No or ResponseKind.Bad);
        if (!(isWarning || Command.KeepUntagged) || IsSettled)
            return;
        Gather(response.Raw.Length);
        (_beside ??= new()).Add(UntypedResponse.From(response));
    }

    /// <summary>
    /// Settles the command with its answer. Only the first call that settles a command reports an outcome to the
    /// caller.
    /// </summary>
    protected bool TrySettle(in StatusResponse status)
    {
        if (!TrySettle())
            return false;
        Probe?.Answered(status);
        return true;
    }

    /// <summary>
    /// Settles the command with a failure, or with nothing if its caller has gone. Only the first call that settles a
    /// command reports an outcome.
    /// </summary>
    protected bool TrySettle(Exception? exception)
    {
        if (!TrySettle())
            return false;
        Probe?.Failed(exception);
        return true;
    }

    private bool TrySettle() => Interlocked.Exchange(ref _settled, 1) == 0;
}
