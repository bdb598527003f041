namespace ImapAsync.Testing;

/// <summary>A command that works on the mail store in one step, under its lock.</summary>
internal abstract class MailStoreHandler(string name) : CommandHandler(name)
{
    public override SessionStates States => SessionStates.WithUser;

    public sealed override ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        lock (session.Server.Store.Gate)
            return new ValueTask<Reply>(Execute(session, command));
    }

    protected abstract Reply Execute(ClientSession session, ReceivedCommand command);
}
