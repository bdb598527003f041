using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.ServerTests;

/// <summary>A server that runs for this test run: its address, the authority it trusts, who may log in.</summary>
public sealed class TestServer
{
    /// <summary>How many accounts <see cref="NewAccount"/> can hand out in one run.</summary>
    internal const int ExtraAccounts = 2000;

    private int _accountsTaken;
    private int _mailboxesNamed;

    internal TestServer(ServerKind kind, string directory, int plainPort, int tlsPort)
    {
        Kind = kind;
        Directory = directory;
        PlainPort = plainPort;
        TlsPort = tlsPort;
        AnsweredCommands.Register(plainPort, kind);
        AnsweredCommands.Register(tlsPort, kind);
        Authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(directory, "tls", "ca.pem"));
    }

    public ServerKind Kind { get; }

    /// <summary>Everything is offered, and clear-text logins are allowed without TLS.</summary>
    public string Host => "127.0.0.1";

    /// <summary>LOGINDISABLED until TLS. Plain and STARTTLS only.</summary>
    public string SecureOnlyHost => "127.0.0.2";

    /// <summary>Dovecot: LITERAL- instead of LITERAL+. Cyrus: names without INBOX before them, separator "/". Plain and STARTTLS only.</summary>
    public string VariantHost => "127.0.0.3";

    /// <summary>Announces no extension. Plain and STARTTLS only.</summary>
    public string BareHost => "127.0.0.4";

    public int PlainPort { get; }

    public int TlsPort { get; }

    /// <summary>The server's directory; its log, certificates and tokens are below it.</summary>
    public string Directory { get; }

    /// <summary>The authority that signed the server's certificate (for localhost and 127.0.0.1 to 127.0.0.4).</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>Of <see cref="Host"/>: INBOX.x with "." on Cyrus, x with "/" on Dovecot.</summary>
    public char Separator => Kind == ServerKind.Cyrus ? '.' : '/';

    public TestAccount Alice { get; } = TestAccount.Of("alice");

    public TestAccount Bob { get; } = TestAccount.Of("bob");

    /// <summary>Has a quota of 10 kB and 5 messages.</summary>
    public TestAccount Quinn { get; } = TestAccount.Of("quinn");

    /// <summary>May act for others by a SASL authorization id; on Dovecot also by LOGIN as alice*admin.</summary>
    public TestAccount Administrator => TestAccount.Of(Kind == ServerKind.Cyrus ? "cyrus" : "admin");

    /// <summary>The end point of <see cref="Host"/>, or of another address of this server, for that security.</summary>
    public ImapEndpoint Endpoint(ImapSecurity security, string? host = null) =>
        new(host ?? Host, security == ImapSecurity.Tls ? TlsPort : PlainPort, security);

    /// <summary>Trusts only <see cref="Authority"/>, and allows credentials in clear text: everything is on one machine.</summary>
    public ImapConnectionOptions ConnectionOptions => new() { AllowPlaintext = true, Tls = new TlsOptions { TrustedRoots = [Authority] } };

    /// <summary>A connection to <see cref="Host"/> that is not authenticated yet.</summary>
    public Task<ImapConnection> ConnectAsync(ImapSecurity security, CancellationToken cancellationToken) =>
        ImapConnection.ConnectAsync(Endpoint(security), ConnectionOptions, cancellationToken);

    /// <summary>A connection to <see cref="Host"/>, authenticated with PLAIN.</summary>
    public async Task<ImapConnection> ConnectAsync(ImapSecurity security, TestAccount account, CancellationToken cancellationToken)
    {
        ImapConnection connection = await ConnectAsync(security, cancellationToken);
        try
        {
            await connection.AuthenticateAsync(SaslMechanism.Plain(account.Name, account.Password), cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>An account that no other test of this run has: its mailboxes are as the server creates them at the first login.</summary>
    public TestAccount NewAccount()
    {
        int number = Interlocked.Increment(ref _accountsTaken);
        return number <= ExtraAccounts
            ? TestAccount.Of($"u{number:d4}")
            : throw new InvalidOperationException($"All {ExtraAccounts} accounts are taken: raise {nameof(TestServer)}.{nameof(ExtraAccounts)}.");
    }

    /// <summary>A name, below the personal namespace of <see cref="Host"/>, that no other test of this run uses.</summary>
    public string NewMailboxName(string hint = "box")
    {
        string name = $"{hint}-{Interlocked.Increment(ref _mailboxesNamed)}";
        return Kind == ServerKind.Cyrus ? "INBOX." + name : name;
    }

    /// <summary>A bearer token for alice or bob (Dovecot only).</summary>
    public async Task<string> ReadTokenAsync(string user, bool expired = false) =>
        await File.ReadAllTextAsync(Path.Combine(Directory, "oauth", expired ? $"{user}.expired.jwt" : $"{user}.jwt"));

    /// <summary>Alice's client certificate, with its key.</summary>
    public X509Certificate2 LoadAliceCertificate() =>
        X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(Directory, "tls", "alice.p12"), password: "");

    /// <summary>What the server wrote to its log, for a failure's message. (Cyrus: its master process only.)</summary>
    public async Task<string> ReadLogAsync() => await File.ReadAllTextAsync(Path.Combine(Directory, "log"));

    /// <summary>Strict checks, with <see cref="Authority"/> as the only root.</summary>
    public SslClientAuthenticationOptions CreateTlsOptions(string targetHost = "localhost") => new()
    {
        TargetHost = targetHost,
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { Authority },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    public override string ToString() => $"{Kind} at {Host}, ports {PlainPort} and {TlsPort}, files in {Directory}";
}
