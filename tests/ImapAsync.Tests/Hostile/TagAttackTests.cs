using static ImapAsync.Tests.HostileSteps;

namespace ImapAsync.Tests;

/// <summary>Servers that answer twice, never, too early, or something other than what was requested.</summary>
[Collection(nameof(HostileFigures))]
public sealed class TagAttackTests(HostileFigures figures)
{
    [Theory]
    [InlineData("answers a tag twice", "{0} OK one\r\n{0} NO two\r\n")]
    [InlineData("answers a tag 100 times", "{0} OK one\r\n{0} OK one\r\n{0} OK one\r\n{0} BAD two\r\n{0} BYE three\r\n")]
    [InlineData("answers tags that are not numbers", "A OK one\r\nA-1 OK one\r\nA99999999999999999999 OK one\r\na{1} OK one\r\n{0} OK done\r\n")]
    [InlineData("answers in bare LF, with NUL before", "\0\0{0} OK done\n")]
    public Task Two_answers(string name, string answer) => figures.MeasureAsync(name, async () =>
    {
        await using HostileServer server = Answering((peer, tag) => peer.SendAsync(answer.Replace("{0}", tag, StringComparison.Ordinal)));
        await using ImapConnection connection = await server.ConnectAsync();
        Assert.True((await connection.SendAsync(new NoopCommand()).InTime()).IsOk);
        return await connection.SurvivesAsync();
    });

    // A2 is answered before it is sent: at that time the tag is unknown, and its answer is still to come.
    [Fact]
    public Task An_answer_before_the_command() => figures.MeasureAsync("answers a tag before it was sent", async () =>
    {
        await using HostileServer server = Answering(static async (peer, tag) =>
        {
            await peer.SendAsync($"A2 OK [X-EARLY] too early\r\nA3 OK [X-EARLY] too early\r\n{tag} OK done\r\n");
            Assert.Equal("A2 CAPABILITY", await peer.ReadLineAsync());
            await peer.SendAsync("* CAPABILITY IMAP4rev1 X-LATE\r\nA2 OK [X-GOOD] in time\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync();
        await connection.NoopAsync().InTime();
        ImapResult<ImapCapabilities> result = await connection.SendAsync(new CapabilityCommand()).InTime();
        Assert.Equal("X-GOOD", result.Code!.Name);
        Assert.True(result.Value.Contains("X-LATE"));
        return await connection.SurvivesAsync();
    });

    [Fact]
    public Task An_answer_that_never_comes() => figures.MeasureAsync("never answers a tag (by a manual clock)", async () =>
    {
        ManualTimeProvider clock = new();
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(clock));
        Task noop = server.Connection.NoopAsync();
        Task list = server.Connection.ListAsync();
        await server.ExpectAsync("A1 NOOP\r\nA2 LIST \"\" *\r\n");
        // Another quarter of the time, within which the silence is noticed.
        clock.Advance(TimeSpan.FromMinutes(2.5));
        ImapConnectionException lost = await server.Connection.DiesAsync(noop);
        Assert.IsType<TimeoutException>(lost.InnerException);
        await list.FailsAsync<ImapConnectionException>();
        return "ends with `ImapConnectionException` after `SilenceTimeout`";
    });

    // The answers are crossed, and each still belongs to its tag.
    [Fact]
    public Task Answers_in_any_order() => figures.MeasureAsync("answers 1,000 commands in the opposite order", async () =>
    {
        const int Commands = 1000;
        await using HostileServer server = new(static async peer =>
        {
            await peer.SendAsync(Greeting);
            List<string> tags = [];
            while (tags.Count < Commands)
                tags.Add((await peer.ReadLineAsync()).Split(' ')[0]);
            for (int i = Commands - 1; i >= 0; i--)
                await peer.SendAsync($"{tags[i]} {(i % 3 == 0 ? "NO" : "OK")} [X-NUMBER {i}] done\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync();
        Task<ImapResult<ImapNothing>>[] sent = [.. Enumerable.Range(0, Commands).Select(_ => connection.SendAsync(new NoopCommand()).AsTask())];
        ImapResult<ImapNothing>[] results = await Task.WhenAll(sent).InTime();
        for (int i = 0; i < Commands; i++)
        {
            Assert.Equal($"[X-NUMBER {i}]", results[i].Code!.ToString());
            Assert.Equal(i % 3 != 0, results[i].IsOk);
        }

        return await connection.SurvivesAsync();
    });

    [Fact]
    public Task Capabilities_that_change() => figures.MeasureAsync("changes its CAPABILITY with each of 10,000 answers", async () =>
    {
        await using HostileServer server = new(static async peer =>
        {
            await peer.SendAsync(Greeting);
            for (int i = 1; i <= 10_000; i++)
            {
                string tag = (await peer.ReadLineAsync()).Split(' ')[0];
                string literals = (i % 3) switch { 0 => "LITERAL+", 1 => "LITERAL-", _ => "X-NONE" };
                await peer.SendAsync($"* CAPABILITY X-{i}\r\n* OK [CAPABILITY] none\r\n{tag} OK [CAPABILITY IMAP4rev1 {literals} X-CHANCE-{i} STARTTLS LOGINDISABLED] done\r\n");
            }
        });
        await using ImapConnection connection = await server.ConnectAsync();
        for (int i = 1; i <= 10_000; i++)
        {
            await connection.NoopAsync().InTime();
            Assert.True(connection.Capabilities.Contains($"X-CHANCE-{i}"));
            Assert.Equal(i % 3 == 0, connection.Capabilities.Contains("LITERAL+"));
        }

        return await connection.SurvivesAsync();
    });
}
