namespace ImapAsync.Testing;

/// <summary>
/// Carries out one command: finds its handler, runs it, reports what happened meanwhile, and answers.
/// </summary>
internal static class CommandRunner
{
    public static async ValueTask RunAsync(ClientSession session, byte[] octets, CancellationToken cancellationToken)
    {
        ReceivedCommand command;
        try
        {
            command = ReceivedCommand.Parse(octets);
        }
        catch (CommandRefusedException refusal)
        {
            session.Writer.Tagged(ReceivedCommand.TagOf(octets) ?? "*", Reply.Of(refusal));
            return;
        }

        RecordedCommand record = Record(session, command);
        CommandFault? fault = session.Server.Faults.Take(record);
        session.Writer.Rewrite = session.Server.Faults.Rewriter;
        session.Writer.HasRawNames = session.Server.Faults.Has(ImapQuirk.RawUtf8Names);
        if (fault is not null)
            await ActBeforeAsync(session, fault, cancellationToken).ConfigureAwait(false);
        int start = session.Writer.Length;
        Reply? reply = fault?.Reply ?? Backoff(session, record)
            ?? await ExecuteAsync(session, command, cancellationToken).ConfigureAwait(false);
        if (fault?.LosesAnswer == true)
        {
            session.Writer.Truncate(Math.Min(start, session.Writer.Length));
            await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            throw new ConnectionDroppedException();
        }

        record.Status = reply.Status;
        session.Writer.Tagged(command.Tag, reply);
    }

    private static RecordedCommand Record(ClientSession session, ReceivedCommand command)
    {
        RecordedCommand record = new(
            session.Number, command.Tag, command.Name, command.Octets, session.RoundTrips,
            session.Server.Clock.GetUtcNow(), session.User?.Name);
        session.Server.Commands.Add(record);
        return record;
    }

    private static Reply? Backoff(ClientSession session, RecordedCommand record)
    {
        bool isRefused = session.Server.Faults.Has(ImapQuirk.SuggestedBackoff) && record.Name is not "LOGOUT"
            && session.CommandCount++ % 2 == 1;
        return isRefused
            ? Reply.Bad(code: null, "Request is throttled. Suggested Backoff Time: 12345 milliseconds")
            : null;
    }

    private static async ValueTask ActBeforeAsync(
        ClientSession session, CommandFault fault, CancellationToken cancellationToken)
    {
        if (fault.Delay > TimeSpan.Zero)
        {
            await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            // The requested fault, by the clock of the test.
            await Task.Delay(fault.Delay, session.Server.Clock, cancellationToken).ConfigureAwait(false);
        }

        session.Writer.Raw(fault.Octets.Span);
        if (fault.Drops)
        {
            await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            throw new ConnectionDroppedException();
        }
    }

    private static async ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        bool permitsExpunge = true;
        Reply reply;
        try
        {
            CommandHandler handler = session.Server.Table.Find(session, command);
            permitsExpunge = handler.PermitsExpunge(command);
            reply = await handler.ExecuteAsync(session, command, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandRefusedException refusal)
        {
            reply = Reply.Of(refusal);
        }
        catch (Exception exception)
            when (exception is not (ConnectionDroppedException or ClientGoneException or InputTooLongException
                or IOException or ObjectDisposedException or OperationCanceledException))
        {
            // A bug of this server: the tester must see it, and nothing that follows can be trusted.
            session.IsOver = true;
            session.Writer.Bye(
                "SERVERBUG",
                $"{command.Name} failed: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
            return Reply.Bad("SERVERBUG", "This is a bug of the test server");
        }

        lock (session.Server.Store.Gate)
            Notifier.Write(session, permitsExpunge, command.IsUid);
        return reply;
    }
}
