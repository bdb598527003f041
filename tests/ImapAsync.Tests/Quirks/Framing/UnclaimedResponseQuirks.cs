using System.Text;

namespace ImapAsync.Tests;

/// <summary>Responses that no command takes.</summary>
public sealed class UnclaimedResponseQuirks
{
    [Fact]
    public Task An_unknown_response_is_kept_with_its_literals() => QuirkSession.RunAsync(async session =>
    {
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", "* XPUSH (a {3+}\r\nb)\" ~{2}\r\n\0\0 \"\\\\\")  NIL \r\n{tag} OK done\r\n");
        UntypedResponse response = Assert.Single(session.Connection.TakeResponses("XPUSH"));
        Assert.Equal("XPUSH (a {3+}\r\nb)\" ~{2}\r\n\0\0 \"\\\\\")  NIL ", Encoding.Latin1.GetString(response.Raw.Span));
        IReadOnlyList<ImapValue> values = response.ReadValues();
        Assert.Equal(["b)\"", "\0\0", "\\"], values[0].Items.Skip(1).Select(static value => value.Text));
        Assert.True(values[1].IsNil);
    });

    [Theory]
    [InlineData("* 3 STORE (FLAGS (\\Seen))\r\n")]
    [InlineData("* STATUS other (MESSAGES 3)\r\n")]
    [InlineData("* 5 EXISTS.\r\n")]
    [InlineData("* UIDNEXT 5\r\n")]
    [InlineData("* 3,4 EXPUNGE\r\n")]
    public Task An_answer_that_belongs_to_no_command_is_logged(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        Assert.Empty(await session.AskForAsync(new FetchCommand(SequenceSet.Parse("3"), FetchItems.Flags), "FETCH 3 (FLAGS)\r\n", line));
        Assert.Equal(9, session.Inbox.Exists);
        string shown = line[2..^2];
        Assert.Contains($"No command in progress accepts this response: \"{shown}\"", session.Log);
        Assert.Empty(session.Warnings);
    });
}
