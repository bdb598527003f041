namespace ImapAsync.Testing;

/// <summary>PROXYAUTH: an administrator continues as another user, as on Sun's and Netscape's servers.</summary>
internal sealed class ProxyAuthHandler() : MailStoreHandler("PROXYAUTH")
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        string name = arguments.AText();
        arguments.End();
        UserAccount authenticated = session.Authenticated!;
        UserAccount user = Credentials.Authorize(session.Server.Store, authenticated, name)
            ?? throw CommandRefusedException.No(
                "AUTHORIZATIONFAILED", $"{authenticated.Name} may not act for that user, or there is no such user");
        session.Selected = null;
        session.LogIn(user, authenticated);
        return Reply.Ok($"Acting for {user.Name}");
    }
}
