using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Runs through every way to authenticate, in success and in failure, and then looks for the secrets in all visible output.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class SecretsTests : IDisposable
{
    private const string Password = "s3cr3t-Pa\"ss";
    private const string LinePassword = "s3cr3t-Li\nne";
    private const string Token = "s3cr3t-T0ken.abc";
    private const string ProxyPassword = "s3cr3t-Pr0xy";

    private readonly LogCapture _log = new();
    private readonly TelemetryCapture _telemetry = new();
    private readonly StringBuilder _seen = new();
    private readonly List<string> _secrets =
    [
        "s3cr3t", Base64(Password), Base64($"\0alice\0{Password}"), Base64(LinePassword), Base64(Token), Base64($"user=alice\u0001auth=Bearer {Token}\u0001\u0001"), Base64($"bob:{ProxyPassword}"),
    ];

    public void Dispose() => _telemetry.Dispose();

    [Fact]
    public async Task Secrets_are_seen_nowhere()
    {
        await LogInAsync("A1 LOGIN alice \"s3cr3t-Pa\\\"ss\"\r\n", Password, "{tag} OK hi\r\n");
        await LogInAsync("A1 LOGIN alice {12+}\r\ns3cr3t-Li\nne\r\n", LinePassword, "{tag} NO [AUTHENTICATIONFAILED] no\r\n");
        await LogInAsync("A1 LOGIN alice \"s3cr3t-Pa\\\"ss\"\r\n", Password, "* BYE broken\r\n");
        await RepeatedLogInAsync();
        await LogInByLiteralAsync();
        await PlainAsync("{tag} OK hi\r\n");
        await PlainAsync("{tag} NO [AUTHENTICATIONFAILED] no\r\n");
        await PlainAsync("what is this?\r\n* BYE broken\r\n");
        await PlainAsync($"{{tag}} BAD AUTHENTICATE PLAIN {Base64($"\0alice\0{Password}")}: what is this?\r\n");
        await PlainAsync($"{{tag}} NO the password is not {Password}\r\n");
        await PlainWithoutInitialResponseAsync();
        await ScramAsync();
        await TokenAsync();
        await ProxyAsync(ImapProxy.Http, static peer => AnswerAsync(peer, "HTTP/1.1 407 no\r\n\r\n"));
        await ProxyAsync(ImapProxy.Socks5, static peer => AnswerAsync(peer, "\u0005\u0002", "\u0001\u0001"));

        _seen.AppendJoin('\n', _log.Entries.Select(static entry => $"{entry.Category} {entry.Message} {entry.Exception}"));
        _seen.AppendJoin('\n', [.. _telemetry.Durations, .. _telemetry.Octets, .. _telemetry.Connections]);
        foreach (System.Diagnostics.Activity span in _telemetry.Spans)
            _seen.AppendLine(CultureInfo.InvariantCulture, $"{span.OperationName} {span.DisplayName} {TelemetryCapture.TextOf(span.TagObjects)} {span.StatusDescription}");

        string seen = _seen.ToString();
        Assert.Contains("AUTHENTICATE SCRAM-SHA-256 <redacted>", seen, StringComparison.Ordinal);
        Assert.Contains("LOGIN <redacted>", seen, StringComparison.Ordinal);
        Assert.All(_secrets, secret => Assert.DoesNotContain(secret, seen, StringComparison.Ordinal));
    }

    private async Task LogInAsync(string expected, string password, string answer)
    {
        await using ScriptedServer server = await StartAsync(ScriptedServer.Greeting);
        LoginCommand command = new("alice", password);
        See(command);
        Task<ImapResult<ImapNothing>> login = server.Connection.SendAsync(command).AsTask();
        await server.AnswerAsync(expected, answer);
        await SeeAsync(async () => See((await login).Value));
        See(server.Connection);
        foreach (UntypedResponse echo in server.Connection.TakeResponses("X-ECHO"))
            See(echo, Encoding.Latin1.GetString(echo.Raw.Span));
        await server.CloseAsync();
    }

    // Servers that repeat what they were sent.
    private async Task RepeatedLogInAsync()
    {
        const string Line = "LOGIN alice \"s3cr3t-Pa\\\"ss\"";
        foreach (string answer in (string[])[
            $"{{tag}} BAD {Line}: what is this?\r\n", $"{{tag}} NO [ALERT] not {Password}\r\n", $"{Line}\r\n{{tag}} BAD no\r\n", $"* OK [ALERT] not {Password}\r\n{{tag}} NO no\r\n",
            $"* 1 FETCH ({Line}\r\n{{tag}} NO no\r\n", $"* BYE not {Password}\r\n", $"* X-ECHO {Line}\r\n{{tag}} OK hi\r\n", $"{{tag}} {Line}\r\n", $"+ {Line}\r\n{{tag}} NO no\r\n"])
        {
            await LogInAsync($"A1 {Line}\r\n", Password, answer);
        }
    }

    private async Task LogInByLiteralAsync()
    {
        await using ScriptedServer server = await StartAsync("* OK [CAPABILITY IMAP4rev1] ready\r\n");
        Task<ImapResult<ImapNothing>> login = server.Connection.SendAsync(new LoginCommand("alice", LinePassword)).AsTask();
        await server.AnswerAsync("A1 LOGIN alice {12}\r\n", "+ go on\r\n");
        await server.ExpectAsync(LinePassword + "\r\n");
        await server.CloseAsync();
        await SeeAsync(async () => See(await login));
    }

    private async Task PlainAsync(string answer)
    {
        await using ScriptedServer server = await StartAsync(ScriptedServer.Greeting);
        SaslMechanism mechanism = SaslMechanism.Plain("alice", Password);
        See(mechanism);
        Task authentication = server.Connection.AuthenticateAsync(mechanism, TestContext.Current.CancellationToken);
        await server.AnswerAsync($"A1 AUTHENTICATE PLAIN {Base64($"\0alice\0{Password}")}\r\n", answer);
        await AnswerCapabilityAsync(server, answer.StartsWith("{tag} OK", StringComparison.Ordinal) ? "A2" : null);
        await SeeAsync(() => authentication);
        await server.CloseAsync();
    }

    private async Task PlainWithoutInitialResponseAsync()
    {
        await using ScriptedServer server = await StartAsync("* OK [CAPABILITY IMAP4rev1] ready\r\n");
        Task authentication = server.Connection.AuthenticateAsync(SaslMechanism.Plain("alice", Password), TestContext.Current.CancellationToken);
        await server.AnswerAsync("A1 AUTHENTICATE PLAIN\r\n", "+ \r\n");
        await server.ExpectAsync(Base64($"\0alice\0{Password}") + "\r\n");
        await server.SendAsync("A1 OK hi\r\n");
        await AnswerCapabilityAsync(server, "A2");
        await SeeAsync(() => authentication);
        await server.CloseAsync();
    }

    private async Task ScramAsync()
    {
        await using ScriptedServer server = await StartAsync(ScriptedServer.Greeting);
        Task authentication = server.Connection.AuthenticateAsync(SaslMechanism.ScramSha256("alice", Password), TestContext.Current.CancellationToken);
        string first = await server.ReceiveAllAsync();
        _secrets.Add(first.Split(' ')[^1].TrimEnd());
        string nonce = Encoding.UTF8.GetString(Convert.FromBase64String(first.Split(' ')[^1])).Split("r=")[1];
        string challenge = Base64($"r={nonce}server,s={Base64("salt")},i=4096");
        _secrets.Add(challenge);
        await server.SendAsync($"+ {challenge}\r\n");
        string final = await server.ReceiveAsync(20) + await server.ReceiveAllAsync();
        _secrets.Add(final.TrimEnd());
        string proof = Base64("e=invalid-proof");
        _secrets.Add(proof);
        await server.SendAsync($"+ {proof}\r\nA1 NO [AUTHENTICATIONFAILED] no\r\n");
        await SeeAsync(() => authentication);
        await server.CloseAsync();
    }

    private async Task TokenAsync()
    {
        await using ScriptedServer server = await StartAsync(ScriptedServer.Greeting);
        SaslMechanism mechanism = SaslMechanism.XOAuth2("alice", static _ => new(Token));
        See(mechanism);
        Task authentication = server.Connection.AuthenticateAsync(mechanism, TestContext.Current.CancellationToken);
        string error = Base64("{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}");
        _secrets.Add(error);
        await server.AnswerAsync($"A1 AUTHENTICATE XOAUTH2 {Base64($"user=alice\u0001auth=Bearer {Token}\u0001\u0001")}\r\n", $"+ {error}\r\n");
        await server.ExpectAsync("\r\n");
        await server.SendAsync("A1 NO [AUTHENTICATIONFAILED] no\r\n");
        await SeeAsync(() => authentication);
        await server.CloseAsync();
    }

    private async Task ProxyAsync(Func<string, int, string?, string?, ImapProxy> make, Func<NetworkStream, Task> script)
    {
        await using ProxySession session = new(script);
        ImapProxy proxy = make("127.0.0.1", session.Port, "bob", ProxyPassword);
        ImapConnectionOptions options = new() { LoggerFactory = _log, Transport = new TransportOptions { Proxy = proxy } };
        See(proxy, options, options.Transport);
        await SeeAsync(() => ImapConnection.ConnectAsync(new ImapEndpoint("imap.example.org"), options, TestContext.Current.CancellationToken));
    }

    private static async Task AnswerAsync(NetworkStream peer, params string[] answers)
    {
        byte[] asked = new byte[1000];
        foreach (string answer in answers)
        {
            Assert.NotEqual(0, await peer.ReadAsync(asked, TestContext.Current.CancellationToken));
            await peer.WriteAsync(Encoding.Latin1.GetBytes(answer), TestContext.Current.CancellationToken);
        }
    }

    private static async Task AnswerCapabilityAsync(ScriptedServer server, string? tag)
    {
        if (tag is not null)
            await server.AnswerAsync($"{tag} CAPABILITY\r\n", "* CAPABILITY IMAP4rev1\r\n{tag} OK\r\n");
    }

    private Task<ScriptedServer> StartAsync(string greeting)
    {
        ImapConnectionOptions options = new() { AllowPlaintext = true, LoggerFactory = _log };
        See(options);
        return ScriptedServer.StartAsync(greeting, options);
    }

    private async Task SeeAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception)
        {
            See(exception);
        }
    }

    private void See(params object[] what) => _seen.AppendJoin('\n', what).AppendLine();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
