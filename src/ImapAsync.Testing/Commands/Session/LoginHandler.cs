namespace ImapAsync.Testing;

/// <summary>LOGIN (RFC 9051 §6.2.3).</summary>
internal sealed class LoginHandler() : CommandHandler("LOGIN")
{
    public override SessionStates States => SessionStates.NotAuthenticated;

    public override ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        string name = arguments.AText();
        arguments.Space();
        string password = arguments.AText();
        arguments.End();
        if (session.Server.Has("LOGINDISABLED") && !session.Wire.IsTls)
            throw CommandRefusedException.No("PRIVACYREQUIRED", "LOGIN is disabled: start TLS first");
        lock (session.Server.Store.Gate)
            return new(LogIn.Finish(session, Credentials.Check(session.Server.Store, name, password)));
    }
}
