using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>A program can decide by type and enum what to do about a failure, without reading its text.</summary>
public sealed class FailureReasonTests
{
    [Fact]
    public async Task A_refused_port_is_told_apart()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // Bound but not listening: nobody else can get the port.
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        ImapEndpoint endpoint = new("127.0.0.1", ((IPEndPoint)socket.LocalEndPoint!).Port, ImapSecurity.None);

        ImapConnectionException refused = await ImapConnection.ConnectAsync(endpoint, TestContext.Current.CancellationToken).FailsAsync<ImapConnectionException>();

        Assert.Equal((ConnectionFailure.Refused, true, CommandOutcome.NotSent), (refused.Reason, refused.IsTransient, refused.Outcome));
    }

    [Fact]
    public async Task A_host_name_without_an_address_is_told_apart()
    {
        ImapConnectionException unknown = await ImapConnection.ConnectAsync("host.invalid", TestContext.Current.CancellationToken).FailsAsync<ImapConnectionException>();

        Assert.Equal(ConnectionFailure.HostNotFound, unknown.Reason);
        // A machine without a resolver cannot ask.
        Assert.Equal(Assert.IsType<SocketException>(unknown.InnerException).SocketErrorCode == SocketError.TryAgain, unknown.IsTransient);
    }

    [Fact]
    public async Task A_certificate_that_is_not_accepted_is_told_apart()
    {
        TlsOptions[] suspicious = [TlsOptions.Default, new() { CertificateValidation = static (_, _, _, _) => false }];
        foreach (TlsOptions tls in suspicious)
        {
            await using TlsSession server = new();
            ImapEndpoint endpoint = new("localhost", server.Port);

            ImapConnectionException refused = await ImapConnection.ConnectAsync(endpoint, new ImapConnectionOptions { Tls = tls }, TestContext.Current.CancellationToken)
                .FailsAsync<ImapConnectionException>();

            Assert.Equal((ConnectionFailure.CertificateRejected, false), (refused.Reason, refused.IsTransient));
        }
    }

    [Theory]
    [InlineData("* BYE refused\r\n", ConnectionFailure.GreetingRefused, true, null)]
    [InlineData("* BYE [UNAVAILABLE] later\r\n", ConnectionFailure.GreetingRefused, true, "UNAVAILABLE")]
    [InlineData("* BYE [CONTACTADMIN] blocked\r\n", ConnectionFailure.GreetingRefused, false, "CONTACTADMIN")]
    [InlineData("* NO [UNAVAILABLE] too many\r\n", ConnectionFailure.GreetingRefused, true, "UNAVAILABLE")]
    [InlineData("220 x ESMTP\r\n", ConnectionFailure.NotImap, false, null)]
    [InlineData("", ConnectionFailure.Lost, true, null)]
    public async Task A_greeting_that_refuses_says_whether_it_passes(string greeting, ConnectionFailure reason, bool isTransient, string? code)
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(server.ClientTransport(), cancellationToken: TestContext.Current.CancellationToken);
        await server.SendAsync(greeting);
        await server.CloseAsync();

        ImapConnectionException refused = await connecting.FailsAsync<ImapConnectionException>();

        Assert.Equal((reason, isTransient, code), (refused.Reason, refused.IsTransient, refused.Code?.Name));
    }

    [Fact]
    public async Task A_greeting_that_does_not_come_has_timed_out()
    {
        ManualTimeProvider clock = new();
        await using ScriptedServer server = ScriptedServer.Bare();
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(server.ClientTransport(), ScriptedServerSteps.Options(clock), cancellationToken: TestContext.Current.CancellationToken);
        await clock.WhenTimersArmedAsync(1).InTime();
        clock.Advance(TimeSpan.FromSeconds(30));

        ImapConnectionException late = await connecting.FailsAsync<ImapConnectionException>();

        Assert.Equal((ConnectionFailure.TimedOut, true), (late.Reason, late.IsTransient));
    }

    [Theory]
    [InlineData("* BYE [UNAVAILABLE] restarting\r\n", ConnectionFailure.Lost, true, "UNAVAILABLE")]
    [InlineData("* BYE idle for too long\r\n", ConnectionFailure.Lost, true, null)]
    [InlineData("", ConnectionFailure.Lost, true, null)]
    [InlineData("* LIST () \"/\" {33554433}\r\n", ConnectionFailure.ProtocolError, false, null)]
    public async Task A_connection_that_ends_says_why(string said, ConnectionFailure reason, bool isTransient, string? code)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task noop = server.Connection.NoopAsync(TestContext.Current.CancellationToken);
        await server.ExpectAsync("A1 NOOP\r\n");
        await server.SendAsync(said);
        await server.CloseAsync();

        ImapConnectionException lost = await noop.FailsAsync<ImapConnectionException>();

        Assert.Equal((reason, isTransient, code), (lost.Reason, lost.IsTransient, lost.Code?.Name));
        Assert.Equal(CommandOutcome.Unknown, lost.Outcome);
    }

    [Fact]
    public async Task A_connection_that_was_disposed_of_or_logged_out_says_so()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task logout = server.Connection.LogoutAsync(TestContext.Current.CancellationToken);
        await server.AnswerAsync("A1 LOGOUT\r\n", "* BYE bye\r\n{tag} OK done\r\n");
        await logout.InTime();
        ImapConnectionException loggedOut = await server.Connection.NoopAsync(TestContext.Current.CancellationToken).FailsAsync<ImapConnectionException>();
        Assert.Equal((ConnectionFailure.LoggedOut, false), (loggedOut.Reason, loggedOut.IsTransient));

        await using ScriptedServer other = await ScriptedServer.StartAsync();
        Task noop = other.Connection.NoopAsync(TestContext.Current.CancellationToken);
        await other.ExpectAsync("A1 NOOP\r\n");
        await other.Connection.DisposeAsync();
        ImapConnectionException disposed = await noop.FailsAsync<ImapConnectionException>();
        Assert.Equal((ConnectionFailure.Disposed, false), (disposed.Reason, disposed.IsTransient));
    }

    [Theory]
    [InlineData("NO [UNAVAILABLE] x", true)]
    [InlineData("NO [INUSE] x", true)]
    [InlineData("NO [SERVERBUG] x", true)]
    [InlineData("NO [TEMPFAIL] x", true)]
    [InlineData("NO [THROTTLED] x", true)]
    [InlineData("BAD Request is throttled. Suggested Backoff Time: 500 milliseconds", true)]
    [InlineData("NO [LIMIT] x", false)]
    [InlineData("NO [OVERQUOTA] x", false)]
    [InlineData("NO [NONEXISTENT] x", false)]
    [InlineData("NO x", false)]
    [InlineData("BAD x", false)]
    public async Task A_refusal_says_whether_it_passes(string answer, bool isTransient)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task create = server.Connection.CreateMailboxAsync("x", cancellationToken: TestContext.Current.CancellationToken);
        await server.AnswerAsync("A1 CREATE x\r\n", "{tag} " + answer + "\r\n");

        ImapException refusal = await create.FailsAsync<ImapException>();

        Assert.Equal((CommandOutcome.Rejected, isTransient), (refusal.Outcome, refusal.IsTransient));
    }

    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] wrong", false)]
    [InlineData("NO [UNAVAILABLE] later", true)]
    [InlineData("NO Request is throttled.", true)]
    public async Task A_refused_login_says_whether_it_passes(string answer, bool isTransient)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n");
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.Plain("alice", "secret"), TestContext.Current.CancellationToken);
        await server.AnswerAsync($"A1 AUTHENTICATE PLAIN {Convert.ToBase64String(Encoding.ASCII.GetBytes("\0alice\0secret"))}\r\n", "{tag} " + answer + "\r\n");

        ImapAuthenticationException refusal = await login.FailsAsync<ImapAuthenticationException>();

        Assert.Equal((CommandOutcome.Rejected, isTransient), (refusal.Outcome, refusal.IsTransient));
        Assert.Equal(answer.Contains('[', StringComparison.Ordinal) ? answer.Split('[', ']')[1] : null, refusal.Code?.Name);
    }
}
