namespace ImapAsync.Testing;

/// <summary>LOGOUT (RFC 9051 §6.1.3).</summary>
internal sealed class LogoutHandler() : CommandHandler("LOGOUT")
{
    public override ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        command.Arguments().End();
        lock (session.Server.Store.Gate)
            session.Selected = null;
        session.IsOver = true;
        session.Writer.Bye(code: null, "See you");
        return new(Reply.Ok("Logged out"));
    }
}
