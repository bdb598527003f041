namespace ImapAsync.Tests;

/// <summary>A BAD without a tag when a NOOP must not be sent to find out whose it is: after STARTTLS and COMPRESS, and in a SASL exchange.</summary>
public class UntaggedBadUpgradeTests
{
    private const string Greeting = "* OK [CAPABILITY IMAP4rev1 STARTTLS COMPRESS=DEFLATE SASL-IR AUTH=PLAIN] ready\r\n";

    public static TheoryData<string> Upgrades => ["STARTTLS", "COMPRESS DEFLATE"];

    [Theory]
    [MemberData(nameof(Upgrades))]
    public async Task Nothing_is_agreed_and_nothing_more_is_said(string name)
    {
        ManualTimeProvider clock = new();
        TestTransport transport = new();
        await using ImapConnection connection = await UpgradeTests.ConnectAsync(transport, Greeting, ScriptedServerSteps.Options(clock));
        Task<ImapResult<ImapNothing>> upgrading = connection.SendAsync(Upgrade(name)).AsTask();
        Assert.Equal($"A1 {name}\r\n", await transport.ReceiveAsync($"A1 {name}\r\n".Length));
        Task<ImapResult<ImapNothing>> behind = connection.SendAsync(new LoginCommand("user", "secret")).AsTask();
        int timers = clock.ArmedTimers;
        await transport.SendAsync("* BAD what\r\n");
        await clock.WhenTimersArmedAsync(timers + 1).InTime();
        clock.Advance(TimeSpan.FromSeconds(2));

        ImapConnectionException closed = await upgrading.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.Unknown, closed.Outcome);
        Assert.Contains($"BAD what without a tag, and did not answer {name}", closed.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(CommandOutcome.NotSent, (await behind.FailsAsync<ImapConnectionException>()).Outcome);
        Assert.False(transport.UpgradeBegun.Task.IsCompleted);
        await transport.Output.CompleteAsync();
        Assert.Equal("", await transport.ReceiveAsync(1));
    }

    [Theory]
    [InlineData("STARTTLS", false)]
    [InlineData("STARTTLS", true)]
    [InlineData("COMPRESS DEFLATE", false)]
    [InlineData("COMPRESS DEFLATE", true)]
    public async Task An_OK_after_it_is_accepted_without_an_octet_before_the_upgrade(string name, bool isLater)
    {
        ManualTimeProvider clock = new();
        TestTransport transport = new();
        await using ImapConnection connection = await UpgradeTests.ConnectAsync(transport, Greeting, ScriptedServerSteps.Options(clock));
        Task<ImapResult<ImapNothing>> upgrading = connection.SendAsync(Upgrade(name)).AsTask();
        int length = (await transport.ReceiveAsync($"A1 {name}\r\n".Length)).Length;
        int timers = clock.ArmedTimers;
        await transport.SendAsync(isLater ? "* BAD Invalid tag\r\n" : "* BAD Invalid tag\r\nA1 OK begin\r\n");
        if (isLater)
        {
            await clock.WhenTimersArmedAsync(timers + 1).InTime();
            await transport.SendAsync("A1 OK begin\r\n");
        }

        await transport.UpgradeBegun.Task.InTime();
        clock.Advance(TimeSpan.FromSeconds(2));
        transport.UpgradeAllowed.SetResult();
        Assert.True((await upgrading.InTime()).IsOk);
        Assert.Equal(length, transport.WrittenBeforeTls ?? transport.WrittenBeforeDeflate);
        Task noop = connection.NoopAsync();
        Assert.Equal("A2 NOOP\r\n", await transport.ReceiveAsync(9));
        await transport.SendAsync("A2 OK done\r\n");
        await noop.InTime();
        transport.FailReads(null);
    }

    [Theory]
    [MemberData(nameof(Upgrades))]
    public async Task A_tagged_refusal_after_it_leaves_the_connection_as_it_was(string name)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Greeting);
        Task<ImapResult<ImapNothing>> upgrading = server.Connection.SendAsync(Upgrade(name)).AsTask();
        await server.AnswerAsync($"A1 {name}\r\n", "* BAD what\r\nA1 NO not now\r\n");
        Assert.Equal(ImapStatus.No, (await upgrading.InTime()).Status);
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        await noop.InTime();
    }

    [Fact]
    public async Task The_opener_does_not_open_a_connection_from_it()
    {
        await using HostileServer server = new(static async peer =>
        {
            await peer.SendAsync("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n");
            await peer.AnswerAsync("A1 STARTTLS", "* BAD what\r\n");
        });
        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.StartTls);
        Assert.Contains("BAD what", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("A1 STARTTLS\r\n", server.SaidInTheClear);
    }

    // Its place in the exchange: instead of the first challenge, the next, and the answer.
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task An_authentication_is_refused_by_it(bool hasInitial, bool isChallenged)
    {
        ManualTimeProvider clock = new();
        string greeting = hasInitial ? Greeting : Greeting.Replace(" SASL-IR", "", StringComparison.Ordinal);
        await using ScriptedServer server = await ScriptedServer.StartAsync(greeting, ScriptedServerSteps.Options(clock));
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.Plain("user", "secret"));
        await server.ExpectAsync(hasInitial ? "A1 AUTHENTICATE PLAIN AHVzZXIAc2VjcmV0\r\n" : "A1 AUTHENTICATE PLAIN\r\n");
        if (isChallenged)
        {
            await server.SendAsync("+ \r\n");
            await server.ExpectAsync("AHVzZXIAc2VjcmV0\r\n");
        }

        int timers = clock.ArmedTimers;
        await server.SendAsync("* BAD [AUTHENTICATIONFAILED] what\r\n");
        await clock.WhenTimersArmedAsync(timers + 1).InTime();
        clock.Advance(TimeSpan.FromSeconds(2));

        ImapAuthenticationException refusal = await login.FailsAsync<ImapAuthenticationException>();
        Assert.Equal("AUTHENTICATE PLAIN was refused: BAD [AUTHENTICATIONFAILED] what. It came without a tag, so the connection was closed.", refusal.Message);
        Assert.Equal("PLAIN", refusal.Mechanism);
        Assert.Equal("AUTHENTICATIONFAILED", Assert.IsType<ImapCommandException>(refusal.InnerException).Code?.Name);
        await server.Connection.NoopAsync().FailsAsync<ImapConnectionException>();
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Fact]
    public async Task What_follows_it_in_time_counts()
    {
        ManualTimeProvider clock = new();
        await using ScriptedServer server = await ScriptedServer.StartAsync(Greeting, ScriptedServerSteps.Options(clock));
        Task login = server.Connection.AuthenticateAsync(SaslMechanism.Plain("user", "secret"));
        await server.ExpectAsync("A1 AUTHENTICATE PLAIN AHVzZXIAc2VjcmV0\r\n");
        await server.SendAsync("* BAD Invalid tag\r\nA1 OK [CAPABILITY IMAP4rev1] welcome\r\n");
        await login.InTime();
        clock.Advance(TimeSpan.FromSeconds(5));
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        await noop.InTime();
    }

    private static ImapCommand<ImapNothing> Upgrade(string name) => name == "STARTTLS" ? new StartTlsCommand() : new CompressCommand();
}
