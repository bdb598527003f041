using static ImapAsync.Tests.HostileSteps;

namespace ImapAsync.Tests;

/// <summary>Names that would do harm as a path or on a screen. For the library they are names: it passes them on, and sends them back, unchanged.</summary>
public class MailboxNameAttackTests
{
    [Theory]
    [InlineData("\"../../etc/passwd\"", "../../etc/passwd", "../../etc/passwd")]
    [InlineData("\"..\\\\..\\\\windows\"", "..\\..\\windows", "\"..\\\\..\\\\windows\"")]
    [InlineData("{7}\r\na\r\nb\tc\x7F", "a\r\nb\tc\x7F", "{7+}\r\na\r\nb\tc\x7F")]
    [InlineData("\"gpj.&IC4-exe\"", "gpj.\u202Eexe", "gpj.&IC4-exe")]
    [InlineData("\"&2D3,\"", null, null)]
    [InlineData("\"/dev/stdin\"", "/dev/stdin", "/dev/stdin")]
    [InlineData("\"C:NUL.txt\"", "C:NUL.txt", "C:NUL.txt")]
    [InlineData("\"* OK [ALERT]\"", "* OK [ALERT]", "\"* OK [ALERT]\"")]
    [InlineData("\"\"", "", null)]
    public async Task A_name_is_data(string onTheWire, string? name, string? sentBack)
    {
        string? status = null;
        await using HostileServer server = Answering(async (peer, tag) =>
        {
            await peer.SendAsync($"* LIST () \"/\" {onTheWire}\r\n{tag} OK done\r\n");
            foreach (string line in sentBack is null ? [] : $"A2 STATUS {sentBack} (MESSAGES)".Split("\r\n")[..^1])
                Assert.Equal(line, await peer.ReadLineAsync());
            if (sentBack is not null)
                await peer.AnswerAsync($"A2 STATUS {sentBack} (MESSAGES)".Split("\r\n")[^1], $"* STATUS {onTheWire} (MESSAGES 7)\r\nA2 OK done\r\n");
        });
        await using ImapConnection connection = await server.ConnectAsync();
        MailboxInfo listed = Assert.Single(await connection.ListAsync().InTime());
        if (name is not null)
            Assert.Equal(name, listed.Name.ToString());
        if (sentBack is not null)
            status = (await connection.StatusAsync(listed.Name, StatusItems.Messages).InTime()).Messages.ToString();
        Assert.Equal(sentBack is null ? null : "7", status);
        await connection.SurvivesAsync();
    }

    [Theory]
    [InlineData("\"a\0b\"")]
    [InlineData("{3}\r\na\0b")]
    [InlineData("a\0b")]
    public async Task A_NUL_does_not_cut_a_name_short(string onTheWire)
    {
        await using HostileServer server = Answering((peer, tag) => peer.SendAsync($"* LIST () \"/\" {onTheWire}\r\n{tag} OK done\r\n"));
        await using ImapConnection connection = await server.ConnectAsync();
        MailboxInfo listed = Assert.Single(await connection.ListAsync().InTime());
        Assert.Equal("a\0b", listed.Name.ToString());
        // For a server written in C it would be "a".
        ArgumentException refusal = await connection.DeleteMailboxAsync(listed.Name).FailsAsync<ArgumentException>();
        Assert.Contains("NUL at position 1", refusal.Message, StringComparison.Ordinal);
        await connection.SurvivesAsync();
        Assert.DoesNotContain("DELETE", server.SaidInTheClear, StringComparison.Ordinal);
    }
}
