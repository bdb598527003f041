using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>A day of IDLE, by a manual clock: restarted every 28 minutes, with updates at all hours, and without growth.</summary>
public sealed class LongIdleTests
{
    [Fact]
    public async Task Idling_goes_on_for_a_day()
    {
        TimeSpan day = TimeSpan.FromHours(24);
        ManualTimeProvider clock = new();
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(clock));
        SelectedMailbox mailbox = await server.SelectAsync(exists: 3);
        await using TestListener listener = await server.IdleAsync(mailbox, clock);
        int timers = clock.ArmedTimers;
        DateTimeOffset began = clock.GetUtcNow();
        int tag = 2;
        long exists = 3;

        while (clock.GetUtcNow() - began < day)
        {
            // Half way through, a message arrives; at the end, the client restarts before the server would log it out.
            clock.Advance(TimeSpan.FromMinutes(14));
            await server.SendAsync(string.Create(CultureInfo.InvariantCulture, $"* {++exists} EXISTS\r\n"));
            Assert.Equal(new MailboxEvent.Exists(exists), await listener.NextAsync());
            clock.Advance(TimeSpan.FromMinutes(14));
            await server.ExpectAsync("DONE\r\n");
            await server.SendAsync(string.Create(CultureInfo.InvariantCulture, $"A{tag} OK done\r\n"));
            await server.ExpectAsync(string.Create(CultureInfo.InvariantCulture, $"A{++tag} IDLE\r\n"));
            await server.SendAsync("+ idling\r\n");
            await clock.WhenTimersArmedAsync(timers).InTime();
            Assert.Equal(timers, clock.ArmedTimers);
        }

        Assert.Equal(2 + 52, tag);
        Assert.Equal(exists, mailbox.Exists);
        // A command still finds the connection usable, and idling continues after it.
        Task noop = server.Connection.NoopAsync();
        await server.ExpectAsync("DONE\r\nA55 NOOP\r\n");
        await server.SendAsync("A54 OK done\r\nA55 OK done\r\n");
        await noop.InTime();
        await server.ExpectAsync("A56 IDLE\r\n");
    }
}
