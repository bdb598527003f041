namespace ImapAsync;

/// <summary>
/// BAD without a tag while commands wait: the answer to one of them, from a server that could not read its tag, or to
/// something else, as from Cyrus for the rest of a line that it has refused. A NOOP sent by the library distinguishes
/// the two: whatever is unanswered once that is answered has been refused. Used only by the read loop, except for the
/// timer.
/// </summary>
internal sealed class UntaggedRefusals(
    TimeProvider time, CommandQueue commands, ContinuationGate gate, ConnectionEnd end, TaggedAnswers answers)
{
    // Long enough for a server that has answered BAD to something else to answer the command.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Queue<StatusResponse> _refusals = new();
    private PendingCommand? _probe;
    private ITimer? _timer;
    private uint _newest;
    private bool _isDue;
    private bool _isProbed;

    /// <summary>A BAD without a tag has arrived.</summary>
    public void Add(in StatusResponse status)
    {
        uint newest = _newest;
        int waiting = 0;
        for (PendingCommand? command = commands.FirstInFlight; command is not null; command = command.Next)
        {
            newest = command == _probe ? newest : command.Tag;
            waiting += command.IsResting ? 0 : 1;
        }

        if (waiting == 0)
            return;
        if (_refusals.Count < waiting)
            _refusals.Enqueue(status);
        _newest = newest;
        _isDue = true;
    }

    /// <summary>
    /// Everything that the server has sent so far is processed: what was answered meanwhile is excluded.
    /// </summary>
    public void Look()
    {
        if (!_isDue)
            return;

        _isDue = false;
        List<PendingCommand> suspects = Suspects();
        if (suspects.Count == 0)
            Forget();
        else if (!MayProbe(suspects[0]))
            WaitForMore();
        else if (_probe is null)
            Probe(suspects[0]);
        else if (_refusals.Count > suspects.Count)
            Refuse(suspects);
    }

    /// <summary>The server has sent the awaited continuation: so it has read the command that is being sent.</summary>
    public void Invited()
    {
        if (commands.FirstInFlight is { Tag: var tag } && tag == _newest)
            Forget();
    }

    /// <summary>A command was answered.</summary>
    public void Answered(PendingCommand command)
    {
        if (_refusals.Count == 0)
            return;
        if (answers.HasUpgrade)
        {
            // It has agreed: not an octet more in the clear.
            Forget();
            return;
        }

        _isProbed |= command == _probe;
        List<PendingCommand> suspects = Suspects();
        if (suspects.Count == 0)
            Forget();
        else if (_isProbed && suspects.Count <= _refusals.Count)
            Refuse(suspects);
        else if (_probe is null && MayProbe(suspects[0]))
            Probe(suspects[0]);
    }

    private List<PendingCommand> Suspects()
    {
        List<PendingCommand> suspects = [];
        for (PendingCommand? command = commands.FirstInFlight;
            command is not null && command.Tag <= _newest;
            command = command.Next)
        {
            if (command != _probe && !command.IsResting)
                suspects.Add(command);
        }

        return suspects;
    }

    // While the server may be about to ask for a literal or for the answer to its challenge, it would take anything
    // that is sent for that; while it may be about to start TLS or compression, for octets of that. Nothing is sent in
    // the clear after STARTTLS.
    private bool MayProbe(PendingCommand first) => !gate.IsWaiting && !BeginsAnew(first);

    private static bool BeginsAnew(PendingCommand command) =>
        command.Command.Effect is SessionEffect.StartsTls or SessionEffect.StartsCompression;

    // It goes before everything queued, even if nothing may follow what is in progress: the server is not expected to
    // be working on that.
    private void Probe(PendingCommand first)
    {
        // If the server idles after all, only DONE makes it read the NOOP.
        if (first is { MakesWay: true, IsReleased: false })
            first.IsResting = true;
        SendOperation<ImapNothing> probe = new(new NoopCommand(), commands.Flow) { GoesFirst = true };
        _probe = probe;
        commands.Enqueue(probe);
    }

    private void WaitForMore()
    {
        StatusResponse status = _refusals.Peek();
        _timer ??= time.CreateTimer(
            _ => GiveUp(status), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Grace, Timeout.InfiniteTimeSpan);
    }

    // The commands after one that is still in progress wait with it.
    private void GiveUp(StatusResponse status)
    {
        if (commands.FirstInFlight is not { } first || end.Fault is not null)
            return;
        if (!gate.IsAwaitedBy(first) && !BeginsAnew(first))
        {
            _timer?.Change(Grace, Timeout.InfiniteTimeSpan);
            return;
        }

        string said = StatusText.Format(ImapStatus.Bad, status.Code, status.Text);
        if (first.Command is AuthenticateCommand authenticate)
        {
            first.Fail(authenticate.Refused(
                said, new ImapCommandException(ImapStatus.Bad, status.Code, status.Text, first.Command.Description)));
        }

        ImapProtocolException cause = new(
            $"The server sent {said} without a tag, and did not "
            + $"{(first.IsWhole ? "answer" : "ask for the rest of")} {first.Command.Description}.");
        end.Fail(ConnectionFault.Closed(cause));
    }

    private void Refuse(List<PendingCommand> suspects)
    {
        StatusResponse[] refusals = [.. _refusals];
        Forget();
        for (int i = 0; i < suspects.Count; i++)
            answers.Finish(suspects[i], refusals[i]);
    }

    private void Forget()
    {
        _refusals.Clear();
        _timer?.Dispose();
        _timer = null;
        (_probe, _newest, _isProbed) = (null, 0, false);
    }
}
