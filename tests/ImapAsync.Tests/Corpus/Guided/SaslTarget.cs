using System.Security.Cryptography;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>What servers say during a login, one challenge per line: it is answered, or ends in <see cref="ImapAuthenticationException"/>.</summary>
internal sealed class SaslTarget() : GuidedTarget("sasl")
{
    private const int MostChallenges = 20;

    private static readonly SaslMechanism[] Mechanisms =
    [
        new ScramMechanism(HashAlgorithmName.SHA1, plus: false, "user", "pencil", new ScramOptions { MinimumIterations = 1, MaximumIterations = 64 }, static () => "nonce"),
        new DigestMd5Mechanism("user", "pencil", null, null, static () => "nonce"),
        SaslMechanism.CramMd5("user", "pencil"), SaslMechanism.XOAuth2("user", "token"), SaslMechanism.OAuthBearer("user", "token"),
        SaslMechanism.Login("user", "pencil"), SaslMechanism.Plain("user", "pencil"),
    ];

    public override IEnumerable<byte[]> Seeds { get; } =
    [
        Seed(0, "r=noncex,s=QSXCR+Q6sek8bf92,i=4\nv=AAAA"u8), Seed(0, "e=other-error"u8),
        Seed(1, "realm=\"x.org\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth,auth-int\",algorithm=md5-sess,charset=utf-8\nrspauth=ea40f60335c427b5527b84dbabcdfffd"u8),
        Seed(2, "<1896.697170952@x.org>"u8), Seed(3, "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"https://x.org/\"}"u8),
        Seed(4, "{\"status\":\"invalid_token\",\"openid-configuration\":\"https://x.org/\",\"a\":[1,{\"b\":null}]}"u8), Seed(5, "User Name\nPassword"u8), Seed(6, "\n"u8),
    ];

    public override Task RunAsync(byte[] input) => LogInAsync(Chosen(Mechanisms, input), Behind(input, 1));

    private static async Task LogInAsync(SaslMechanism mechanism, byte[] input)
    {
        SaslContext context = new() { Host = "x.org", IsEncrypted = true };
        using SaslExchange exchange = await mechanism.StartAsync(context, CancellationToken.None);
        try
        {
            for (int challenges = 0; challenges < MostChallenges && input.Length > 0; challenges++)
            {
                int end = input.AsSpan().IndexOf((byte)'\n');
                byte[]? response = await exchange.RespondAsync(end < 0 ? input : input[..end], CancellationToken.None);
                if (response is null || end < 0)
                    break;
                input = input[(end + 1)..];
            }

            _ = exchange.ServerError?.ToString();
            exchange.Complete(accepted: true);
        }
        catch (ImapAuthenticationException)
        {
            // The server cannot be trusted, or refuses.
        }
    }
}
