using static ImapAsync.Tests.HostileSteps;

namespace ImapAsync.Tests;

/// <summary>Servers that announce more than any client could hold.</summary>
[Collection(nameof(HostileFigures))]
public sealed class LyingNumberTests(HostileFigures figures)
{
    private const string Huge = "9223372036854775807";

    [Theory]
    [InlineData("* LIST () \"/\" {9223372036854775807}\r\n")]
    [InlineData("* LIST () \"/\" {9223372036854775807+}\r\n")]
    [InlineData("* LIST () \"/\" ~{9223372036854775807}\r\n")]
    [InlineData("* LIST () \"/\" {4294967296}\r\n")]
    [InlineData("* 1 FETCH (BODY[] {9223372036854775807}\r\n")]
    public Task A_literal_of_any_size(string response) => figures.MeasureAsync($"announces `{response.TrimEnd()}`", async () =>
    {
        await using HostileServer server = Answering((peer, _) => peer.SendAsync(response));
        await using ImapConnection connection = await server.ConnectAsync();
        return await connection.DiesByLimitAsync(connection.ListAsync(), nameof(ImapLimits.MaxLiteralOctets));
    });

    [Theory]
    [InlineData("{99999999999999999999}")]
    [InlineData("{-1}")]
    [InlineData("{0x10}")]
    [InlineData("{}")]
    public Task A_literal_of_no_size(string header) => figures.MeasureAsync($"announces `{header}`", async () =>
    {
        await using HostileServer server = Answering((peer, tag) => peer.SendAsync($"* LIST () \"/\" {header}\r\n{tag} OK done\r\n"));
        await using ImapConnection connection = await server.ConnectAsync();
        // What is not a literal is text: a strange name, but nothing to wait for.
        Assert.Equal(header, Assert.Single(await connection.ListAsync().InTime()).Name.ToString());
        return await connection.SurvivesAsync();
    });

    [Fact]
    public Task A_streamed_literal_of_any_size_is_read_as_far_as_it_goes() => figures.MeasureAsync($"streams a body of {Huge} octets, and closes after 64 MiB", async () =>
    {
        await using HostileServer server = AnsweringSelected(static async (peer, _) =>
        {
            await peer.SendAsync($"* 1 FETCH (UID 1 BODY[] {{{Huge}}}\r\n");
            await peer.RepeatAsync(new string('a', 1 << 16), 1 << 10);
            peer.HangUp();
        });
        await using ImapConnection connection = await server.ConnectAsync();
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX").InTime();
        ImapConnectionException lost = await ReadAsync(mailbox, int.MaxValue).FailsAsync<ImapConnectionException>();
        Assert.IsNotType<ImapLimitException>(lost.InnerException);
        lost = await connection.NoopAsync().FailsAsync<ImapConnectionException>();
        Assert.Contains("in the middle of a response", lost.Message, StringComparison.Ordinal);
        return "reads 64 MiB, then `ImapConnectionException`";
    });

    [Fact]
    public Task A_streamed_literal_of_any_size_is_not_read_to_its_end_needlessly() => figures.MeasureAsync($"streams a body of {Huge} octets to a consumer that leaves", async () =>
    {
        await using HostileServer server = AnsweringSelected(static async (peer, _) =>
        {
            await peer.SendAsync($"* 1 FETCH (UID 1 BODY[] {{{Huge}}}\r\n");
            await peer.RepeatAsync(new string('a', 1 << 16));
        });
        await using ImapConnection connection = await server.ConnectAsync();
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX").InTime();
        await ReadAsync(mailbox, 1 << 20).InTime();
        ImapConnectionException lost = await connection.NoopAsync().FailsAsync<ImapConnectionException>();
        Assert.Contains(nameof(ImapLimits.MaxDiscardedOctets), lost.Message, StringComparison.Ordinal);
        return "closes: `MaxDiscardedOctets`";
    });

    [Theory]
    [InlineData("* LIST (", "(", "")]
    [InlineData("* 1 FETCH (BODYSTRUCTURE ", "(", "")]
    [InlineData("* 1 FETCH (UID 1 BODYSTRUCTURE ", "(", ")")]
    [InlineData("* THREAD ", "(", ")")]
    [InlineData("* NAMESPACE ", "(", ")")]
    [InlineData("* 1 FETCH (X-WHAT ", "(", ")")]
    public Task A_million_parentheses(string start, string open, string close) => figures.MeasureAsync($"nests a million parentheses: `{start}(((…{(close.Length == 0 ? "" : "…)))")}`", async () =>
    {
        await using HostileServer server = AnsweringSelected(async (peer, tag) =>
        {
            await peer.SendAsync(start);
            await peer.RepeatAsync(open, 1_000_000);
            if (close.Length > 0)
                await peer.RepeatAsync(close, 1_000_001);
            await peer.SendAsync($"\r\n{tag} OK done\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync();
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX").InTime();
        int malformed = start switch
        {
            "* LIST (" => await OverNestingAsync(connection.SendAsync(new ListCommand("", "*")).AsTask()),
            "* THREAD " => (await mailbox.SendAsync(new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.All)).InTime()).Malformed.Count,
            "* NAMESPACE " => await OverNestingAsync(connection.SendAsync(new NamespaceCommand()).AsTask()),
            _ => await FetchMalformedAsync(mailbox),
        };
        // An unknown item is kept unchanged.
        Assert.Equal(start.Contains("X-WHAT", StringComparison.Ordinal) ? 0 : 1, malformed);
        return (start is "* LIST (" or "* NAMESPACE " ? $"ends the command by {nameof(ImapLimits.MaxNesting)}, " : "") + await connection.SurvivesAsync();
    });

    private static async Task<int> OverNestingAsync(Task command)
    {
        ImapLimitException over = await command.FailsAsync<ImapLimitException>();
        Assert.Equal(nameof(ImapLimits.MaxNesting), over.Limit);
        return 1;
    }

    [Fact]
    public Task Ten_million_flags() => figures.MeasureAsync("lists ten million flags (150 MB)", async () =>
    {
        await using HostileServer server = Answering(static (peer, tag) => FlagsAsync(peer, tag, 10_000_000));
        await using ImapConnection connection = await server.ConnectAsync();
        return await connection.DiesByLimitAsync(connection.SelectAsync("INBOX"), nameof(ImapLimits.MaxResponseOctets));
    });

    [Fact]
    public Task A_million_flags() => figures.MeasureAsync("lists a million flags (15 MB)", async () =>
    {
        await using HostileServer server = Answering(static (peer, tag) => FlagsAsync(peer, tag, 1_000_000));
        await using ImapConnection connection = await server.ConnectAsync();
        await connection.SelectAsync("INBOX").InTime();
        return await connection.SurvivesAsync();
    });

    [Fact]
    public Task The_largest_mailbox_there_can_be() => figures.MeasureAsync("says EXISTS 4294967295, then FETCH of 100,000 random numbers", async () =>
    {
        await using HostileServer server = AnsweringSelected(static async (peer, tag) =>
        {
            await peer.SendAsync("* 4294967295 EXISTS\r\n* 4294967295 RECENT\r\n* 4294967295 EXPUNGE\r\n* 0 EXPUNGE\r\n* 4294967296 EXISTS\r\n* 99999999999999999999 EXISTS\r\n* -1 EXISTS\r\n");
            Random random = new(4);
            for (int i = 0; i < 100_000; i++)
                await peer.SendAsync($"* {random.NextInt64(1L << 33)} FETCH (FLAGS (\\Seen) UID {random.NextInt64(1L << 33)})\r\n");
            await peer.SendAsync($"{tag} OK done\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync();
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX").InTime();
        await mailbox.NoopAsync().InTime();
        Assert.Equal(4294967294, mailbox.Exists);
        return await connection.SurvivesAsync();
    });

    [Theory]
    [InlineData("* ESEARCH (TAG \"{0}\") UID ALL 1:4294967295\r\n{0} OK done\r\n")]
    [InlineData("* VANISHED 1:4294967295\r\n* VANISHED (EARLIER) 1:4294967295\r\n* SEARCH\r\n{0} OK done\r\n")]
    public Task Every_message_there_can_be(string answer) => figures.MeasureAsync($"says `{answer[..answer.IndexOf('\r', StringComparison.Ordinal)].Replace("{0}", "A2", StringComparison.Ordinal)}`", async () =>
    {
        await using HostileServer server = AnsweringSelected((peer, tag) => peer.SendAsync(answer.Replace("{0}", tag, StringComparison.Ordinal)));
        await using ImapConnection connection = await server.ConnectAsync();
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX").InTime();
        await mailbox.SendAsync(new UidSearchCommand(SearchQuery.All)).InTime();
        return await connection.SurvivesAsync();
    });

    [Theory]
    [InlineData("* OK [COPYUID 1 {0} {0}] copied\r\n")]
    [InlineData("* VANISHED (EARLIER) {0}\r\n")]
    [InlineData("* VANISHED {0}\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") UID ALL {0}\r\n")]
    public Task A_set_in_100_000_pieces(string piece) => figures.MeasureAsync($"says `{piece.TrimEnd().Replace("{0}", "n", StringComparison.Ordinal)}` 100,000 times", async () =>
    {
        await using HostileServer server = AnsweringSelected(async (peer, tag) =>
        {
            for (uint i = 1; i <= 100_000; i++)
                await peer.SendAsync(piece.Replace("{0}", $"{i * 2}", StringComparison.Ordinal));
            await peer.SendAsync($"{tag} OK done\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync();
        SelectedMailbox mailbox = await connection.SelectAsync("INBOX").InTime();
        if (piece.Contains("ESEARCH", StringComparison.Ordinal))
            await mailbox.SendAsync(new UidSearchCommand(SearchQuery.All)).InTime();
        else
            await mailbox.SendAsync(new UidMoveCommand(UidSet.All, "Archive")).InTime();
        return await connection.SurvivesAsync();
    });

    private static async Task ReadAsync(SelectedMailbox mailbox, int octets)
    {
        byte[] buffer = new byte[1 << 16];
        await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(UidSet.All, [FetchItem.Body()])))
        {
            await using Stream body = message.OpenBody();
            while (octets > 0 && await body.ReadAsync(buffer) is > 0 and int count)
                octets -= count;
            break;
        }
    }

    private static async Task<int> FetchMalformedAsync(SelectedMailbox mailbox)
    {
        ImapResult<IReadOnlyList<FetchedMessage>> result = await mailbox.SendAsync(new UidFetchCommand(UidSet.All, [FetchItem.BodyStructure])).InTime();
        return result.Malformed.Count + result.Value.Sum(static message => message.Malformed.Count);
    }

    private static async Task FlagsAsync(HostilePeer peer, string tag, int count)
    {
        await peer.SendAsync("* FLAGS (");
        await peer.RepeatAsync("flag-1234567890 ", count * 15L / 16);
        await peer.SendAsync($"last)\r\n{tag} OK done\r\n");
    }
}
