using System.Net.Security;
using System.Text;

namespace ImapAsync.Tests;

public sealed class NegotiateMechanismTests
{
    [Fact]
    public async Task Gssapi_chooses_no_security_layer()
    {
        FakeSession session = new(("", "T1", false), ("S1", null, true));
        using SaslRun run = await StartAsync("GSSAPI", session, authorizationId: "älice");

        Assert.Equal("Kerberos", session.Options!.Package);
        Assert.Equal("imap/server.example.com", session.Options.TargetName);
        Assert.Equal(ProtectionLevel.Sign, session.Options.RequiredProtectionLevel);
        Assert.True(session.Options.RequireMutualAuthentication);
        Assert.Equal("T1", run.Initial);
        Assert.Equal("", await run.RespondAsync("S1")); // RFC 4752 §3.1: established without a token is answered with nothing
        Assert.Equal("signed(\u0001\0\0\0älice)", await run.RespondAsync("signed(\u0007\u0001\0\0)"));
        run.Complete(accepted: true);
        await run.FailAsync("more");
    }

    [Theory]
    [InlineData("\u0001\0\0\0", "was not signed")]
    [InlineData("signed(\u0006\0\u0010\0)", "insists on a SASL security layer")]
    [InlineData("signed(\u0001\0\0)", "3 bytes rather than 4")]
    [InlineData("signed()", "0 bytes rather than 4")]
    public async Task Gssapi_refuses_an_offer_that_it_cannot_take(string offer, string reason)
    {
        using SaslRun run = await StartAsync("GSSAPI", new FakeSession(("", "T1", true)));

        Assert.Contains(reason, (await run.FailAsync(offer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gssapi_does_not_believe_an_early_ok()
    {
        using SaslRun run = await StartAsync("GSSAPI", new FakeSession(("", "T1", true)));

        Assert.Contains("impostor", Assert.Throws<ImapAuthenticationException>(() => run.Complete(accepted: true)).Message, StringComparison.Ordinal);
        run.Complete(accepted: false);
    }

    [Theory]
    [InlineData("NTLM", "NTLM")]
    [InlineData("GSS-SPNEGO", "Negotiate")]
    public async Task Others_end_with_the_last_token(string name, string package)
    {
        FakeSession session = new(("", "T1", false), ("S1", "T2", true));
        using SaslRun run = await StartAsync(name, session);

        Assert.Equal(package, session.Options!.Package);
        Assert.Equal("T1", run.Initial);
        Assert.Throws<ImapAuthenticationException>(() => run.Complete(accepted: true));
        Assert.Equal("T2", await run.RespondAsync("S1"));
        run.Complete(accepted: true);
        await run.FailAsync("more");
    }

    [Fact]
    public async Task What_the_system_refuses_is_reported_and_the_context_is_closed()
    {
        FakeSession session = new() { Refusal = NegotiateAuthenticationStatusCode.UnknownCredentials };

        ImapAuthenticationException error = await Assert.ThrowsAsync<ImapAuthenticationException>(() => StartAsync("GSSAPI", session));

        Assert.Equal(
            "AUTHENTICATE GSSAPI failed: the operating system's security package reported UnknownCredentials: get a ticket first (kinit), or supply a name and password that the realm knows.",
            error.Message);
        Assert.True(session.IsDisposed);
    }

    [Fact]
    public async Task The_context_is_closed_with_the_run()
    {
        FakeSession session = new(("", "T1", true));

        (await StartAsync("NTLM", session)).Dispose();

        Assert.True(session.IsDisposed);
    }

    [Fact]
    public async Task A_connection_without_a_host_needs_a_target_name()
    {
        await Assert.ThrowsAsync<ImapAuthenticationException>(() => SaslRun.StartAsync(SaslMechanism.Gssapi(), SaslRun.Context(host: "")));

        FakeSession session = new(("", "T1", true));
        NegotiateMechanism mechanism = new("GSSAPI", "Kerberos", credential: null, "imap/inner.example.com", open: session.Open);
        using SaslRun run = await SaslRun.StartAsync(mechanism, SaslRun.Context(host: ""));
        Assert.Equal("imap/inner.example.com", session.Options!.TargetName);
    }

    [Fact]
    public async Task This_machine_has_no_ticket_and_says_so()
    {
        ImapAuthenticationException error = await Assert.ThrowsAsync<ImapAuthenticationException>(() => SaslRun.StartAsync(SaslMechanism.Gssapi(), SaslRun.Context(host: "no.such.host.invalid")));

        Assert.StartsWith("AUTHENTICATE GSSAPI failed: ", error.Message, StringComparison.Ordinal);
    }

    private static Task<SaslRun> StartAsync(string name, FakeSession session, string? authorizationId = null)
    {
        string package = name switch { "GSSAPI" => "Kerberos", "NTLM" => "NTLM", _ => "Negotiate" };
        return SaslRun.StartAsync(new NegotiateMechanism(name, package, credential: null, targetName: null, authorizationId, session.Open));
    }

    private sealed class FakeSession(params (string Expected, string? Token, bool Ends)[] steps) : IGssSession
    {
        private int _step;

        public NegotiateAuthenticationClientOptions? Options { get; private set; }

        public NegotiateAuthenticationStatusCode? Refusal { get; init; }

        public bool IsEstablished { get; private set; }

        public bool IsDisposed { get; private set; }

        public Func<NegotiateAuthenticationClientOptions, IGssSession> Open => options =>
        {
            Options = options;
            return this;
        };

        public byte[]? Next(ReadOnlySpan<byte> token, out NegotiateAuthenticationStatusCode status)
        {
            status = Refusal ?? NegotiateAuthenticationStatusCode.ContinueNeeded;
            if (Refusal is not null)
                return null;
            (string Expected, string? Token, bool Ends) step = steps[_step++];
            Assert.Equal(step.Expected, Encoding.UTF8.GetString(token));
            IsEstablished = step.Ends;
            if (step.Ends)
                status = NegotiateAuthenticationStatusCode.Completed;
            return step.Token is null ? null : Encoding.UTF8.GetBytes(step.Token);
        }

        public byte[]? Unwrap(ReadOnlySpan<byte> message)
        {
            string text = Encoding.Latin1.GetString(message);
            return text.StartsWith("signed(", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text["signed(".Length..^1]) : null;
        }

        public byte[]? Wrap(ReadOnlySpan<byte> message) => [.. "signed("u8, .. message, .. ")"u8];

        public void Dispose() => IsDisposed = true;
    }
}
