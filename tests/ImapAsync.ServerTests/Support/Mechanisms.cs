namespace ImapAsync.ServerTests;

/// <summary>What each server has to authenticate with.</summary>
internal static class Mechanisms
{
    private static readonly string[] Common = ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256"];

    public static IEnumerable<string> Of(ServerKind kind, ImapSecurity security)
    {
        bool encrypted = security != ImapSecurity.None;
        return kind switch
        {
            ServerKind.Dovecot => [.. Common, "XOAUTH2", "OAUTHBEARER", "ANONYMOUS", .. encrypted ? ["EXTERNAL"] : Array.Empty<string>()],
            _ => [.. Common, "SCRAM-SHA-512", "ANONYMOUS",
                .. encrypted ? ["SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-512-PLUS", "EXTERNAL"] : Array.Empty<string>()],
        };
    }

    public static bool TakesPassword(string name) => name is not ("XOAUTH2" or "OAUTHBEARER" or "ANONYMOUS" or "EXTERNAL");

    public static async Task<SaslMechanism> CreateAsync(string name, TestServer server, TestAccount account) => name switch
    {
        "PLAIN" => SaslMechanism.Plain(account.Name, account.Password),
        "LOGIN" => SaslMechanism.Login(account.Name, account.Password),
        "CRAM-MD5" => SaslMechanism.CramMd5(account.Name, account.Password),
        "DIGEST-MD5" => SaslMechanism.DigestMd5(account.Name, account.Password),
        "SCRAM-SHA-1" => SaslMechanism.ScramSha1(account.Name, account.Password),
        "SCRAM-SHA-256" => SaslMechanism.ScramSha256(account.Name, account.Password),
        "SCRAM-SHA-512" => SaslMechanism.ScramSha512(account.Name, account.Password),
        "SCRAM-SHA-1-PLUS" => SaslMechanism.ScramSha1Plus(account.Name, account.Password),
        "SCRAM-SHA-256-PLUS" => SaslMechanism.ScramSha256Plus(account.Name, account.Password),
        "SCRAM-SHA-512-PLUS" => SaslMechanism.ScramSha512Plus(account.Name, account.Password),
        "XOAUTH2" => SaslMechanism.XOAuth2(account.Name, await server.ReadTokenAsync(account.Name)),
        "OAUTHBEARER" => SaslMechanism.OAuthBearer(account.Name, await server.ReadTokenAsync(account.Name)),
        "ANONYMOUS" => SaslMechanism.Anonymous("tests"),
        "EXTERNAL" => SaslMechanism.External(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such mechanism."),
    };

    /// <summary>Connection options for it: EXTERNAL needs a certificate; the servers' channel binding is tls-unique, which TLS 1.3 does not have.</summary>
    public static ImapConnectionOptions Options(string name, TestServer server)
    {
        ImapConnectionOptions options = server.ConnectionOptions;
        if (name == "EXTERNAL")
            return options with { Tls = options.Tls with { ClientCertificates = [server.LoadAliceCertificate()] } };
        return name.EndsWith("-PLUS", StringComparison.Ordinal)
            ? options with { Tls = options.Tls with { Protocols = System.Security.Authentication.SslProtocols.Tls12 } }
            : options;
    }
}
