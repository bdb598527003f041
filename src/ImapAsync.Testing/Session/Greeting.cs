namespace ImapAsync.Testing;

/// <summary>The first response of the server (RFC 9051 §7.1.5), and its capabilities.</summary>
internal static class Greeting
{
    public static void Write(ClientSession session)
    {
        session.Writer.Rewrite = session.Server.Faults.Rewriter;
        session.Writer.Untagged(Reply.Ok(session.Server.Options.Greeting, $"CAPABILITY {CapabilityLine(session)}"));
    }

    /// <summary>The capabilities for this session at this moment.</summary>
    public static string CapabilityLine(ClientSession session)
    {
        IEnumerable<string> names = session.Server.Options.Capabilities.Where(name => IsShown(session, name));
        return string.Join(' ', names);
    }

    private static bool IsShown(ClientSession session, string name)
    {
        bool isBefore = session.State == SessionStates.NotAuthenticated;
        if (name == "STARTTLS")
            return isBefore && !session.Wire.IsTls;
        if (name == "LOGINDISABLED")
            return isBefore && !session.Wire.IsTls;
        if (name == "COMPRESS=DEFLATE")
            return !session.Wire.IsCompressed;
        if (name == "LITERAL-")
            return !session.Server.Has("LITERAL+");
        return isBefore || !(name.StartsWith("AUTH=", StringComparison.Ordinal) || name == "SASL-IR");
    }
}
