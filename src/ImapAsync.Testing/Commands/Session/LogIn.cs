namespace ImapAsync.Testing;

/// <summary>The common end of LOGIN and AUTHENTICATE.</summary>
internal static class LogIn
{
    public static Reply Finish(ClientSession session, UserAccount? user, UserAccount? authenticated = null)
    {
        if (session.Server.Faults.LoginRefusal is { } refusal)
            return refusal;
        if (user is null)
            return Reply.No("AUTHENTICATIONFAILED", "Wrong user name or password");
        session.LogIn(user, authenticated);
        return Reply.Ok($"{user.Name} is logged in", $"CAPABILITY {Greeting.CapabilityLine(session)}");
    }
}
