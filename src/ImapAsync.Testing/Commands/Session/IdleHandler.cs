namespace ImapAsync.Testing;

/// <summary>IDLE (RFC 2177): reports changes as they happen, until the client sends DONE.</summary>
internal sealed class IdleHandler() : CommandHandler("IDLE")
{
    public override SessionStates States => SessionStates.WithUser;

    public override IReadOnlyList<string> Capabilities => ["IDLE", "IMAP4rev2"];

    public override async ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        command.Arguments().End();
        session.Writer.Continue("Idling");
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<byte[]?> line = session.Reader.ReadLineAsync(cancellationToken).AsTask();
        while (!line.IsCompleted)
        {
            lock (session.Server.Store.Gate)
                Notifier.Write(session, permitsExpunge: true, withUid: false);
            await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            await Task.WhenAny(line, session.News.WaitAsync(over.Token)).ConfigureAwait(false);
        }

        await over.CancelAsync().ConfigureAwait(false);
        byte[]? said = await line.ConfigureAwait(false);
        CommandGathering.CountRoundTrip(session);
        if (said is null)
            throw new ClientGoneException();
        return Ascii.EqualsIgnoreCase(said, "DONE"u8)
            ? Reply.Ok("Idled")
            : Reply.Bad(code: null, "IDLE must be ended by DONE");
    }
}
