namespace ImapAsync.Tests;

/// <summary>Tags with odd things around them, and tags that no command has.</summary>
public sealed class TagQuirks
{
    [Theory]
    [InlineData("a1 OK done\r\n")] // the tag in lower case
    [InlineData("A1  OK  done  \r\n")]
    [InlineData("A1\tOK\tdone\r\n")]
    [InlineData("  A1 OK done\r\n")]
    [InlineData("A1 OK done\r\r\n")]
    [InlineData("A1 ok done\n")]
    public Task Odd_spaces_around_a_tag_do_no_harm(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> result = await session.AskAsync(new NoopCommand(), "NOOP\r\n", line);
        Assert.Equal("OK done", result.ToString());
        Assert.Empty(session.Warnings);
    });

    [Fact]
    public Task A_tag_that_is_answered_twice_or_was_never_sent_is_ignored_and_logged() => QuirkSession.RunAsync(async session =>
    {
        Assert.True((await session.AskAsync(new NoopCommand(), "NOOP\r\n", "A1 OK done\r\nA1 NO not at all\r\nA99 OK what\r\n")).IsOk);
        Assert.True((await session.AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK done\r\n")).IsOk);
        Assert.Equal(
            ["The server answered the tag A1, which is not in progress; the answer is ignored", "The server answered the tag A99, which is not in progress; the answer is ignored"],
            session.Warnings);
    });

    [Theory]
    [InlineData("A1OK done\r\n")] // no space after the tag: was skipped, and the command waited
    [InlineData("a1ok[ALERT]done\r\n")]
    [InlineData("\0 A1\t OK\tdone\r\r\n")]
    public Task A_tag_needs_no_space_after_it(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapNothing> result = await session.AskAsync(new NoopCommand(), "NOOP\r\n", line);
        Assert.Equal((ImapStatus.Ok, "done"), (result.Status, result.Text));
    });
}
