using static ImapAsync.Tests.HostileSteps;

namespace ImapAsync.Tests;

/// <summary>Servers whose answers never end.</summary>
[Collection(nameof(HostileFigures))]
public sealed class EndlessAnswerTests(HostileFigures figures)
{
    private const int Many = 1_000_000;

    [Theory]
    [InlineData("sends a line without end", "* X ", "aaaaaaaaaaaaaaaa")]
    [InlineData("sends NUL octets without end", "", "\0")]
    [InlineData("sends a quoted string without end", "* LIST () \"/\" \"", "\\\\")]
    [InlineData("sends a tagged line without end", "A1 OK ", "well ")]
    [InlineData("sends empty literals without end in one response", "* LIST () \"/\" ", "{0}\r\n")]
    [InlineData("sends literals without end in one response", "* LIST () \"/\" ", "{4096}\r\n")]
    public Task A_response_without_end(string name, string start, string rest) => figures.MeasureAsync(name, async () =>
    {
        await using HostileServer server = Answering(async (peer, _) =>
        {
            await peer.SendAsync(start);
            await peer.RepeatAsync(rest == "{4096}\r\n" ? rest + new string('a', 4096) : rest);
        });
        await using ImapConnection connection = await server.ConnectAsync();
        Task list = connection.ListAsync();
        return await connection.DiesByLimitAsync(list, rest.StartsWith("{4", StringComparison.Ordinal) ? nameof(ImapLimits.MaxBufferedOctets) : nameof(ImapLimits.MaxResponseOctets));
    });

    [Fact]
    public Task A_greeting_without_end() => figures.MeasureAsync("sends a greeting without end", async () =>
    {
        await using HostileServer server = new(static async peer =>
        {
            await peer.SendAsync("* OK ");
            await peer.RepeatAsync("hello ");
        });
        ImapConnectionException refusal = await Assert.ThrowsAsync<ImapConnectionException>(() => server.ConnectAsync());
        Assert.Equal(nameof(ImapLimits.MaxResponseOctets), Assert.IsType<ImapLimitException>(refusal.InnerException).Limit);
        return "does not connect: `ImapConnectionException`: `MaxResponseOctets`";
    });

    [Theory]
    [InlineData("sends 1,000,000 untagged responses of unknown names", "* X-NOISE 1\r\n")]
    [InlineData("sends 1,000,000 continuations", "+ go on\r\n")]
    [InlineData("sends 1,000,000 answers to tags that were never sent", "A77 OK done\r\n")]
    [InlineData("sends 1,000,000 empty lines", "\r\n")]
    [InlineData("sends 1,000,000 lines that are not responses", "what is this?\r\n")]
    [InlineData("sends 1,000,000 alerts", "* OK [ALERT] fire\r\n")]
    [InlineData("sends 1,000,000 EXPUNGE before anything is selected", "* 1 EXPUNGE\r\n")]
    public Task Noise_before_the_answer(string name, string line) => figures.MeasureAsync(name, async () =>
    {
        await using HostileServer server = Answering(async (peer, tag) =>
        {
            await peer.RepeatAsync(line, Many);
            await peer.SendAsync($"{tag} OK done\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync();
        await connection.NoopAsync().InTime();
        return await connection.SurvivesAsync();
    });

    // Whether such a server ever ends is unknown: the caller decides how long to wait, and waiting costs no memory.
    [Fact]
    public Task Untagged_responses_without_end() => figures.MeasureAsync("sends untagged responses without end", async () =>
    {
        using CancellationTokenSource enough = new();
        long seen = 0;
        await using HostileServer server = Answering(async (peer, _) =>
        {
            while (true)
            {
                await peer.RepeatAsync("* X-NOISE 1\r\n", 100_000);
                if (++seen == 20)
                    await enough.CancelAsync();
            }
        });
        await using (ImapConnection connection = await server.ConnectAsync())
            await connection.NoopAsync(enough.Token).FailsAsync<OperationCanceledException>();
        return "waits as long as its token allows, then closes";
    });

    [Theory]
    [InlineData("sends LIST responses without end", "* LIST () \"/\" a\r\n")]
    [InlineData("sends responses that cannot be read without end", "* LIST () \"/\n")]
    public Task An_answer_without_end(string name, string line) => figures.MeasureAsync(
        name,
        async () =>
        {
            await using HostileServer server = Answering((peer, _) => peer.RepeatAsync(line));
            await using ImapConnection connection = await server.ConnectAsync(HostileFigures.Options);
            return await connection.DiesByLimitAsync(connection.ListAsync(), nameof(ImapLimits.MaxAnswerOctets));
        },
        most: 512 << 20);

    [Fact]
    public Task Untagged_responses_without_end_that_are_kept() => figures.MeasureAsync(
        "sends untagged responses without end to a command that keeps them all",
        async () =>
        {
            await using HostileServer server = Answering((peer, _) => peer.RepeatAsync("* X-NOISE 1\r\n"));
            await using ImapConnection connection = await server.ConnectAsync(HostileFigures.Options);
            Task noop = connection.SendAsync(new NoopCommand { KeepUntagged = true }).AsTask();
            return await connection.DiesByLimitAsync(noop, nameof(ImapLimits.MaxAnswerOctets));
        },
        most: 512 << 20);

    [Fact]
    public Task Messages_without_end() => figures.MeasureAsync("sends FETCH responses without end to a consumer that stops", async () =>
    {
        await using HostileServer server = AnsweringSelected(static async (peer, _) =>
        {
            await peer.SendAsync(string.Concat(Enumerable.Range(1, 25_000).Select(static number => $"* {number} FETCH (UID {number} FLAGS (\\Seen))\r\n")));
            await peer.RepeatAsync("* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync();
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX").InTime();
        int read = 0;
        await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(UidSet.All, [FetchItem.Flags])))
        {
            Assert.Equal((uint)++read, message.Uid!.Value);
            if (read == 20_000)
                break;
        }

        return "reads what it wants and leaves";
    });

    [Fact]
    public Task Updates_without_end() => figures.MeasureAsync("sends mailbox updates without end to a listener that stops", async () =>
    {
        TaskCompletionSource said = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using HostileServer server = AnsweringSelected(async (peer, _) =>
        {
            await peer.SendAsync("+ idling\r\n");
            await peer.RepeatAsync("* 5 EXISTS\r\n* 6 EXISTS\r\n", Many);
            said.SetResult();
        });
        await using ImapConnection connection = await server.ConnectAsync();
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX").InTime();
        int heard = 0;
        ImapLimitException limit = await ListenAsync().FailsAsync<ImapLimitException>();
        Assert.InRange(heard, 100_000, 100_001);
        Assert.Contains("events are waiting for a listener", limit.Message, StringComparison.Ordinal);
        return "ends the listening with `ImapLimitException`";

        // Takes the first one, then nothing until the server has said everything.
        async Task ListenAsync()
        {
            await foreach (MailboxEvent _ in mailbox.IdleAsync())
            {
                if (++heard == 1)
                    await said.Task;
            }
        }
    });
}
