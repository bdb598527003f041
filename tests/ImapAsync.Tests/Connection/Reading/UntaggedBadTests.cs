using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>BAD without a tag, instead of a tagged answer or as the answer to something else: a NOOP clarifies it.</summary>
public sealed class UntaggedBadTests
{
    private const string Plain = "* PREAUTH [CAPABILITY IMAP4rev1 IDLE] ready\r\n";

    [Theory]
    [InlineData("* BAD [CLIENTBUG] no such command\r\n")]
    [InlineData("* bad [CLIENTBUG] no such command\r\n")]
    [InlineData("* BAD [CLIENTBUG] no such command\r\n* 5 EXISTS\r\n")]
    public async Task Instead_of_the_answer_it_is_the_answer(string said)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<ImapResult<MailboxStatus>> status = server.Connection.SendAsync(new StatusCommand("x", StatusItems.Messages)).AsTask();
        await server.AnswerAsync("A1 STATUS x (MESSAGES)\r\n", said);
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        ImapResult<MailboxStatus> result = await status.InTime();
        Assert.Equal((ImapStatus.Bad, "CLIENTBUG", "no such command"), (result.Status, result.Code?.Name, result.Text));
        await NextWorksAsync(server, "A3");
    }

    [Fact]
    public async Task A_named_method_throws_what_it_says()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<SelectedMailbox> selecting = server.Connection.SelectAsync("x");
        await server.AnswerAsync("A1 SELECT x\r\n", "* BAD parse error\r\n");
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        Assert.Contains("parse error", (await selecting.FailsAsync<ImapCommandException>()).Message, StringComparison.Ordinal);
    }

    // Cyrus sends it for the rest of a line that it has refused, before the answer to the next command.
    [Theory]
    [InlineData("* BAD Invalid tag\r\nA1 OK done\r\n", false)]
    [InlineData("* BAD Invalid tag\r\n", true)]
    public async Task The_tagged_answer_wins(string said, bool comesLater)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new CheckLike()).AsTask();
        await server.AnswerAsync("A1 X-CHECK\r\n", said);
        if (comesLater)
        {
            await server.ExpectAsync("A2 NOOP\r\n");
            await server.SendAsync("A1 OK done\r\nA2 OK done\r\n");
        }

        Assert.True((await noop.InTime()).IsOk);
        await NextWorksAsync(server, comesLater ? "A3" : "A2");
    }

    [Fact]
    public async Task Of_several_it_is_the_one_that_is_not_answered_when_the_NOOP_is()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<ImapResult<MailboxStatus>>[] asked = [.. "abc".Select(name => server.Connection.SendAsync(new StatusCommand($"{name}", StatusItems.Messages)).AsTask())];
        await server.ExpectAsync("A1 STATUS a (MESSAGES)\r\nA2 STATUS b (MESSAGES)\r\nA3 STATUS c (MESSAGES)\r\n");
        await server.SendAsync("* STATUS a (MESSAGES 1)\r\nA1 OK done\r\n* BAD what\r\n");
        await server.ExpectAsync("A4 NOOP\r\n");
        Assert.True((await asked[0].InTime()).IsOk);
        await server.SendAsync("* STATUS c (MESSAGES 3)\r\nA3 OK done\r\nA4 OK done\r\n");
        Assert.Equal((ImapStatus.Bad, "what"), ((await asked[1].InTime()).Status, (await asked[1]).Text));
        Assert.Equal(3, (await asked[2].InTime()).Value.Messages);
        await NextWorksAsync(server, "A5");
    }

    [Fact]
    public async Task Each_of_several_has_its_own()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<ImapResult<MailboxStatus>>[] asked = [.. "ab".Select(name => server.Connection.SendAsync(new StatusCommand($"{name}", StatusItems.Messages)).AsTask())];
        await server.ExpectAsync("A1 STATUS a (MESSAGES)\r\nA2 STATUS b (MESSAGES)\r\n");
        await server.SendAsync("* BAD one\r\n* BAD two\r\n");
        await server.AnswerAsync("A3 NOOP\r\n", "{tag} OK done\r\n");
        Assert.Equal(["one", "two"], (await Task.WhenAll(asked).InTime()).Select(static result => result.Text));
    }

    // A command that is still being executed when the NOOP is answered is not mistaken for the refused one.
    [Fact]
    public async Task Which_one_is_not_guessed()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<ImapResult<MailboxStatus>>[] asked = [.. "ab".Select(name => server.Connection.SendAsync(new StatusCommand($"{name}", StatusItems.Messages)).AsTask())];
        await server.ExpectAsync("A1 STATUS a (MESSAGES)\r\nA2 STATUS b (MESSAGES)\r\n");
        await server.SendAsync("* BAD what\r\n");
        await server.AnswerAsync("A3 NOOP\r\n", "{tag} OK done\r\n");
        await NextWorksAsync(server, "A4");
        Assert.All(asked, static task => Assert.False(task.IsCompleted));
        await server.SendAsync("A2 OK done\r\n");
        Assert.True((await asked[1].InTime()).IsOk);
        Assert.Equal("what", (await asked[0].InTime()).Text);
    }

    [Fact]
    public async Task A_server_that_refuses_the_NOOP_as_well_refuses_everything()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task<ImapResult<ImapNothing>> check = server.Connection.SendAsync(new CheckLike()).AsTask();
        await server.AnswerAsync("A1 X-CHECK\r\n", "* BAD one\r\n");
        await server.AnswerAsync("A2 NOOP\r\n", "* BAD two\r\n");
        Assert.Equal("one", (await check.InTime()).Text);
        await NextWorksAsync(server, "A3");
    }

    [Fact]
    public async Task An_IDLE_that_is_refused_this_way_is_not_repeated()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        SelectedMailbox inbox = await server.SelectAsync();
        _ = new TestListener(inbox);
        await server.AnswerAsync("A2 IDLE\r\n", "* BAD what\r\n");
        await server.AnswerAsync("DONE\r\nA3 NOOP\r\n", "* BAD what\r\nA3 OK done\r\n");
        await NextWorksAsync(server, "A4");
    }

    [Fact]
    public async Task An_IDLE_that_is_agreed_to_anyway_is_ended()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        SelectedMailbox inbox = await server.SelectAsync();
        _ = new TestListener(inbox);
        await server.AnswerAsync("A2 IDLE\r\n", "* BAD Invalid tag\r\n");
        await server.ExpectAsync("DONE\r\nA3 NOOP\r\n");
        await server.SendAsync("+ idling\r\nA2 OK done\r\nA3 OK done\r\n");
        await server.ExpectAsync("A4 IDLE\r\n");
    }

    // A NOOP would be mistaken for the message: it is not sent, and neither is the message.
    [Fact]
    public async Task Instead_of_an_invitation_it_ends_the_connection_after_a_grace_period()
    {
        ManualTimeProvider clock = new();
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain, ScriptedServerSteps.Options(clock));
        Task<AppendResult> appending = server.Connection.AppendAsync("x", "one"u8.ToArray());
        await server.ExpectAsync("A1 APPEND x {3}\r\n");
        int timers = clock.ArmedTimers;
        await server.SendAsync("* BAD what\r\n");
        await clock.WhenTimersArmedAsync(timers + 1).InTime();
        clock.Advance(TimeSpan.FromSeconds(2));
        ImapConnectionException closed = await appending.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, closed.Outcome);
        Assert.Contains("BAD what", closed.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Theory]
    [InlineData("+ go on\r\n")]
    [InlineData("A1 NO full\r\n")]
    public async Task Within_the_grace_period_the_server_may_say_what_it_means(string said)
    {
        ManualTimeProvider clock = new();
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain, ScriptedServerSteps.Options(clock));
        Task<ImapResult<AppendResult>> appending = server.Connection.SendAsync(new AppendCommand("x", new AppendMessage("one"u8.ToArray()))).AsTask();
        await server.ExpectAsync("A1 APPEND x {3}\r\n");
        int timers = clock.ArmedTimers;
        await server.SendAsync("* BAD Invalid tag\r\n");
        await clock.WhenTimersArmedAsync(timers + 1).InTime();
        await server.SendAsync(said);
        if (said[0] == '+')
        {
            await server.ExpectAsync("one\r\n");
            await server.SendAsync("A1 OK done\r\n");
        }

        ImapStatus status = (await appending.InTime()).Status;
        Assert.Equal(said[0] == '+' ? ImapStatus.Ok : ImapStatus.No, status);
        clock.Advance(TimeSpan.FromSeconds(5));
        await NextWorksAsync(server, "A2");
    }

    [Fact]
    public async Task With_nothing_in_progress_it_is_an_update()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(Plain);
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A1 NOOP\r\n", "{tag} OK done\r\n* BAD what\r\n");
        await noop.InTime();
        await NextWorksAsync(server, "A2");
    }

    private static async Task NextWorksAsync(ScriptedServer server, string tag)
    {
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync($"{tag} NOOP\r\n", "{tag} OK done\r\n");
        await noop.InTime();
    }

    private sealed record CheckLike() : ImapCommand<ImapNothing>("X-CHECK")
    {
        protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
    }
}
