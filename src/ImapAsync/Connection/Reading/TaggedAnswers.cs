namespace ImapAsync;

/// <summary>What tagged responses mean for their commands, and for the connection.</summary>
internal sealed class TaggedAnswers(
    ConnectionContext context, CommandQueue commands, ContinuationGate gate, ConnectionEnd end, SessionEvents events,
    IdleState idle)
{
    private DueUpgrade? _upgrade;

    /// <summary>Whether TLS or compression is to begin before anything else is read.</summary>
    public bool HasUpgrade => _upgrade is not null;

    /// <summary>Ends a command according to its tagged response, if that is to be believed.</summary>
    public void Settle(PendingCommand command, StatusResponse status)
    {
        // A tagged BYE answers only LOGOUT.
        StatusKind kind = status.Kind switch
        {
            StatusKind.Ok or StatusKind.PreAuth => StatusKind.Ok,
            StatusKind.Bye when command.Command.Effect == SessionEffect.LogsOut => StatusKind.Ok,
            StatusKind.Bad => StatusKind.Bad,
            _ => StatusKind.No,
        };
        status = status with { Kind = kind };
        if (FramingDoubt.EndsAt(command, status, end) || (kind == StatusKind.Ok && IsDisbelieved(command, status)))
            return;
        if (kind == StatusKind.Ok
            && command.Command.Effect is SessionEffect.StartsTls or SessionEffect.StartsCompression)
        {
            _upgrade = new DueUpgrade(command, status);
        }
        else
        {
            Finish(command, status);
        }
    }

    /// <summary>Ends a command whose tagged response cannot be read.</summary>
    public void SettleUnreadable(PendingCommand command, ReadOnlySpan<byte> said, ImapProtocolException exception)
    {
        // The server may want the rest of the command, and would take the next command for it.
        if (gate.IsAwaitedBy(command))
        {
            end.Fail(ConnectionFault.Of(exception));
            return;
        }

        Answered(command, new StatusResponse(StatusKind.Bad, null, ""), WireText.Decode(said));
        command.Fail(exception);
    }

    /// <summary>Ends a command whose tagged response has arrived.</summary>
    public void Finish(PendingCommand command, in StatusResponse status)
    {
        Answered(command, status);
        new ResponseOffers(commands.FirstInFlight, context).OfferHeldBack(command, events.Utf8);
        string? expected = status.Code is null ? null : command.ExpectedIn(status.Code);
        if (expected is not null)
            AddMalformed(command, status.Code!, expected);
        if (status.Kind == StatusKind.Ok && command.FindMissing(status.Code) is { } missing)
        {
            context.Log.Malformed(missing.Raw.Span, new ImapProtocolException(missing.Reason));
            command.AddMalformed(missing);
        }

        if (status.Code is { IsUnclosed: true } && expected is null)
            AddMalformed(command, status.Code, expected);
        command.Complete(status);
    }

    /// <summary>
    /// Puts TLS or compression under the connection, while nothing reads or writes, and only then completes the command
    /// that negotiated it.
    /// </summary>
    public async ValueTask UpgradeAsync()
    {
        (PendingCommand command, StatusResponse status) = _upgrade!;
        _upgrade = null;
        status = await TransportUpgrade.BeginAsync(command.Command.Effect, status, context, events)
            .ConfigureAwait(false);
        Finish(command, status);
    }

    private bool IsDisbelieved(PendingCommand command, in StatusResponse status)
    {
        if (command.Command.Distrust() is { } distrust)
        {
            // A server that answers OK without proof is not the one that the caller trusts: nothing more is sent to it.
            command.Fail(distrust);
            end.Fail(new ConnectionFault(
                "The connection was closed because the server could not be authenticated",
                ConnectionFailure.Untrusted, Cause: distrust));
            return true;
        }

        if (command.IsWhole || !gate.IsAwaitedBy(command))
            return false;
        // Believing it would mean taking a message for stored although none of it was sent.
        Answered(
            command, status with { Kind = StatusKind.No }, StatusText.Format(ImapStatus.Ok, status.Code, status.Text));
        command.Fail(new ImapProtocolException(
            $"The server answered OK to {command.Command.Description} without asking for the rest of it: it cannot "
            + "have done it."));
        return true;
    }

    // Applies an answer to the connection, before commands that waited for it are written. The status on the wire is
    // given if it differs from how the answer is treated.
    private void Answered(PendingCommand command, in StatusResponse status, string? onTheWire = null)
    {
        if (command.Started >= 0)
        {
            string answer = onTheWire ?? StatusText.Format((ImapStatus)status.Kind, status.Code, status.Text);
            context.Log.Answered(
                command.Tag, command.Command, answer, context.Time.GetElapsedTime(command.Started));
        }

        events.Answered(command, status);
        commands.Remove(command);
        gate.Answered(command);
        if (status.Kind == StatusKind.Ok && command.Command.Effect == SessionEffect.LogsOut)
            end.Fail(new ConnectionFault("The connection was logged out", ConnectionFailure.LoggedOut));
        if (commands.HasQueued || idle.IsWanted)
            commands.LookForWork();
        events.ShowAlert(status);
    }

    // If the command is done although its code cannot be read, its value is what was otherwise reported. If the command
    // does not read the code, nothing specific is expected in it.
    private void AddMalformed(PendingCommand command, ResponseCode code, string? expected)
    {
        string name = code.Arguments.IsEmpty ? $"[{code.Name}" : $"[{code.Name} ";
        byte[] raw =
            [.. System.Text.Encoding.UTF8.GetBytes(name), .. code.Arguments.Span, .. code.IsUnclosed ? ""u8 : "]"u8];
        ImapProtocolException exception = ProtocolErrors.Unreadable(
            expected ?? "a bracket that closes the code", code.Arguments.Span);
        context.Log.Malformed(raw, exception);
        command.AddMalformed(new MalformedResponse(code.Name, raw, exception.Message)
        {
            IsInValue = expected is null,
        });
    }

    private sealed record DueUpgrade(PendingCommand Command, StatusResponse Status);
}
