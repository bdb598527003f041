namespace ImapAsync;

/// <summary>What a tagged response means for its command.</summary>
internal static class TaggedAnswer
{
    /// <summary>Ends a command by what the server said of it, where that is to be believed.</summary>
    public static void Settle(
        PendingCommand command, StatusResponse status, ConnectionCore core, ResponseDispatcher dispatcher)
    {
        // A tagged BYE answers LOGOUT, and nothing else well.
        StatusKind kind = status.Kind switch
        {
            StatusKind.Ok or StatusKind.PreAuth => StatusKind.Ok,
            StatusKind.Bye when command.Command.Effect == SessionEffect.LogsOut => StatusKind.Ok,
            StatusKind.Bad => StatusKind.Bad,
            _ => StatusKind.No,
        };
        status = status with { Kind = kind };
        if (FramingDoubt.EndsAt(command, status, core))
            return;
        if (kind == StatusKind.Ok && command.Command.Distrust() is { } distrust)
        {
            // Whoever says OK without proof is not the server that the user trusts: it is told nothing more.
            command.Fail(distrust);
            core.Fail(new ConnectionFault(
                "The connection was closed because the server could not be authenticated", Cause: distrust));
            return;
        }

        if (kind == StatusKind.Ok && !command.IsWhole && core.Gate.IsAwaitedBy(command))
        {
            // To believe it would be to take a message for stored of which nothing was sent.
            core.Answered(
                command, status with { Kind = StatusKind.No },
                StatusText.Format(ImapStatus.Ok, status.Code, status.Text));
            command.Fail(new ImapProtocolException(
                $"The server said OK to {command.Command.Description} without asking for the rest of it: "
                + "it cannot have done it."));
            return;
        }

        if (kind == StatusKind.Ok
            && command.Command.Effect is SessionEffect.StartsTls or SessionEffect.StartsCompression)
            core.UpgradeDue(command, status);
        else
            dispatcher.Finish(command, status);
    }

    /// <summary>It is neither an answer nor a continuation.</summary>
    public static void Unreadable(
        PendingCommand command, ReadOnlySpan<byte> said, ImapProtocolException exception, ConnectionCore core)
    {
        // Whether it wants the rest of the command nobody can tell: it might take the next command for that.
        if (core.Gate.IsAwaitedBy(command))
        {
            core.Fail(ConnectionFault.Of(exception));
            return;
        }

        core.Answered(command, new StatusResponse(StatusKind.Bad, null, ""), WireText.Decode(said));
        command.Fail(exception);
    }

    /// <summary>
    /// Reports a code that cannot be read. Where the command is done all the same, its value is what else was told.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="code">The code.</param>
    /// <param name="expected">What should have stood in it; null where the command does not read it.</param>
    /// <param name="core">The connection.</param>
    public static void AddMalformed(PendingCommand command, ResponseCode code, string? expected, ConnectionCore core)
    {
        string name = code.Arguments.IsEmpty ? $"[{code.Name}" : $"[{code.Name} ";
        byte[] raw =
            [.. System.Text.Encoding.UTF8.GetBytes(name), .. code.Arguments.Span, .. code.IsUnclosed ? ""u8 : "]"u8];
        ImapProtocolException exception = ProtocolErrors.Unreadable(
            expected ?? "a bracket that closes the code", code.Arguments.Span);
        core.Log.Malformed(raw, exception);
        command.AddMalformed(new MalformedResponse(code.Name, raw, exception.Message)
        {
            IsInValue = expected is null,
        });
    }
}
