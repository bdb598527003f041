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
}
