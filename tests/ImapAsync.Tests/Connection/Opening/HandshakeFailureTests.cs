namespace ImapAsync.Tests;

/// <summary>A failed TLS handshake says what was tried, and what was received.</summary>
public class HandshakeFailureTests
{
    private const string Greeting = "* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n";

    [Theory]
    [InlineData("* BYE busy\r\n", "\"* BYE busy\", which is IMAP in the clear: this port expects STARTTLS (143), or has no TLS at all.")]
    [InlineData("* OK x\r\n", "\"* OK x\", which is IMAP in the clear: this port expects STARTTLS (143), or has no TLS at all.")]
    [InlineData("220 x ESMTP\r\n", "\"220 x ESMTP\", which is SMTP: is the port right?")]
    [InlineData("+OK POP3\r\n", "\"+OK POP3\", which is POP3: is the port right?")]
    [InlineData("SSH-2.0-x\r\n", "\"SSH-2.0-x\", which is SSH: is the port right?")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", "\"HTTP/1.1 400 Bad Request\", which is HTTP: is the port right?")]
    [InlineData("go away", "\"go away\", which is no TLS: is the port right?")]
    public async Task TLS_at_once_where_none_is_expected(string said, string expected)
    {
        await using HostileServer server = new(async peer =>
        {
            // As a server that does not understand the client's first record does.
            await peer.Stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
            await peer.SendAsync(said);
            peer.HangUp();
        });

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.Tls);

        Assert.Contains("TLS handshake with localhost", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(" TLS was started immediately, without STARTTLS, but the server answered " + expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task STARTTLS_that_is_followed_by_text()
    {
        await using HostileServer server = AfterStartTls(static peer => peer.SendAsync("* BAD no such thing\r\n"));

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.StartTls);

        Assert.Contains("The TLS handshake with localhost", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            " TLS was started after the server agreed to STARTTLS, but the server answered \"* BAD no such thing\", which is not TLS: the server did not keep its agreement, or somebody in between answered in its place.",
            refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("993", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task STARTTLS_that_is_followed_by_nothing()
    {
        await using HostileServer server = AfterStartTls(static peer =>
        {
            peer.HangUp();
            return Task.CompletedTask;
        });

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.StartTls);

        Assert.Contains(" TLS was started after the server agreed to STARTTLS, and the server answered nothing", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("expect STARTTLS", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImapSecurity.StartTls, "TLS was started after the server agreed to STARTTLS")]
    [InlineData(ImapSecurity.Tls, "TLS was started immediately, without STARTTLS")]
    public async Task An_alert_of_TLS(ImapSecurity security, string tried)
    {
        // handshake_failure, fatal (RFC 8446 §6)
        Func<HostilePeer, Task> alert = static peer => peer.SendAsync("\x15\x03\x03\x00\x02\x02\x28");
        await using HostileServer server = security == ImapSecurity.StartTls ? AfterStartTls(alert) : new HostileServer(alert);

        ImapConnectionException refusal = await server.RefusesAsync(security);

        Assert.Contains($" The client offers Tls12, Tls13; does the server support that? ({tried}.)", refusal.Message, StringComparison.Ordinal);
    }

    private static HostileServer AfterStartTls(Func<HostilePeer, Task> then) => new(async peer =>
    {
        await peer.SendAsync(Greeting);
        await peer.AnswerAsync("A1 STARTTLS", "A1 OK begin\r\n");
        await peer.Stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
        await then(peer);
    });
}
