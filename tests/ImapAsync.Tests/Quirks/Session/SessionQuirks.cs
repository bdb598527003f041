namespace ImapAsync.Tests;

/// <summary>Servers without IDLE or ALPN.</summary>
public sealed class SessionQuirks
{
    [Fact]
    [Quirk(40)]
    public async Task A_server_without_IDLE_is_polled()
    {
        // Yahoo
        ManualTimeProvider clock = new();
        await using QuirkSession session = await QuirkSession.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1] ready\r\n", ScriptedServerSteps.Options(clock));
        await session.SelectInboxAsync();
        int timers = clock.ArmedTimers;
        await using TestListener listener = new(session.Inbox);
        await clock.WhenTimersArmedAsync(timers + 1).InTime();
        clock.Advance(new ImapConnectionOptions().PollInterval);
        await session.AnswerAsync("NOOP\r\n", "* 10 EXISTS\r\n{tag} OK done\r\n");
        Assert.Equal(new MailboxEvent.Exists(10), await listener.NextAsync());
    }

    [Fact]
    [Quirk(41)]
    public async Task ALPN_is_off_unless_asked_for()
    {
        // TlsTransportTests checks how it looks on the wire.
        Assert.False(new TlsOptions().SendAlpn);
        Assert.False(new ImapConnectionOptions().Tls.SendAlpn);
        await QuirkSession.RunAsync(static _ => Task.CompletedTask);
    }
}
