namespace ImapAsync.Testing;

/// <summary>NOOP (RFC 9051 §6.1.2), and CHECK, which has nothing to do in a store without persistence.</summary>
internal sealed class NoopHandler(string name, SessionStates states) : CommandHandler(name)
{
    public override SessionStates States => states;

    public override ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        command.Arguments().End();
        return new(Reply.Ok("Done"));
    }
}
