namespace ImapAsync.Testing;

/// <summary>The mechanisms by their names.</summary>
internal static class SaslServers
{
    public static SaslServer? Find(string mechanism, ImapTestServerOptions options, int connection) => mechanism switch
    {
        "PLAIN" => new PlainServer(),
        "LOGIN" => new LoginServer(),
        "CRAM-MD5" => new CramMd5Server(options, connection),
        "SCRAM-SHA-256" => new ScramServer(options, connection),
        "XOAUTH2" => new OAuthServer(isBearer: false),
        "OAUTHBEARER" => new OAuthServer(isBearer: true),
        _ => null,
    };
}
