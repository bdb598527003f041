using System.Text;

namespace ImapAsync.Tests;

/// <summary>SELECT and EXAMINE that do not say how many messages there are, or only unreadably, and unreadable codes.</summary>
public sealed class MissingExistsQuirks
{
    [Theory]
    [InlineData("", null)]
    [InlineData("* FLAGS (k)\r\n", null)]
    [InlineData("* x EXISTS\r\n", "x EXISTS")]
    [InlineData("* -6 EXISTS\r\n", "-6 EXISTS")]
    [InlineData("* 99999999999 EXISTS\r\n", "99999999999 EXISTS")]
    [InlineData("* EXISTS\r\n", "EXISTS")]
    [InlineData("* EXISTS 6 7\r\n", "EXISTS 6 7")]
    [InlineData("* EXISTS 99999999999\r\n", "EXISTS 99999999999")]
    public Task SELECT_without_EXISTS_is_reported(string lines, string? raw) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> examined = await session.AskAsync(new ExamineCommand("a"), "EXAMINE a\r\n", lines + "{tag} OK done\r\n");
        MalformedResponse told = Assert.Single(examined.Value.Malformed);
        Assert.Equal(raw ?? "", Encoding.Latin1.GetString(told.Raw.Span));
        if (raw is null)
            Assert.Equal("The server answered OK without the number of messages: expected EXISTS, none came.", told.Reason);

        await session.SelectInboxAsync(lines);
        Assert.Equal(raw ?? "", Encoding.Latin1.GetString(Assert.Single(session.Inbox.Selection.Malformed).Raw.Span));
    });

    [Fact]
    public Task It_is_reported_beside_what_else_cannot_be_read() => QuirkSession.RunAsync(async session =>
    {
        await session.SelectInboxAsync("* OK [UIDNEXT x] next\r\n");
        Assert.Equal(["OK [UIDNEXT x] next", ""], session.Inbox.Selection.Malformed.Select(static told => Encoding.Latin1.GetString(told.Raw.Span)));
    });

    [Theory]
    [InlineData("* EXISTS 6")]
    [InlineData("* exists 6 ")]
    [InlineData("* 6 EXISTS")]
    public Task A_number_after_EXISTS_is_read(string line) => QuirkSession.RunAsync(async session =>
    {
        await session.SelectInboxAsync($"{line}\r\n");
        Assert.Equal((6, 6, 0), (session.Inbox.Exists, session.Inbox.Selection.Exists, session.Inbox.Selection.Malformed.Count));
        await session.AskForAsync(new NoopCommand(), "NOOP\r\n", "* EXISTS 7\r\n* RECENT 2\r\n");
        Assert.Equal((7, 2), (session.Inbox.Exists, session.Inbox.Recent));
    });

    [Theory]
    [InlineData("UIDNEXT -1")]
    [InlineData("UIDVALIDITY 0")]
    [InlineData("UIDVALIDITY -1")]
    [InlineData("HIGHESTMODSEQ -1")]
    [InlineData("UNSEEN -1")]
    [InlineData("UNSEEN x")]
    [InlineData("UIDNEXT (-1)")]
    [InlineData("UIDVALIDITY \"0\"")]
    public Task A_code_without_a_usable_value_is_reported(string code) => QuirkSession.RunAsync(async session =>
    {
        await session.SelectInboxAsync($"* 6 EXISTS\r\n* OK [{code}] x\r\n");
        Assert.Equal($"OK [{code}] x", Encoding.Latin1.GetString(Assert.Single(session.Inbox.Selection.Malformed).Raw.Span));
    });

    [Theory]
    [InlineData("HIGHESTMODSEQ 0")]
    [InlineData("NOMODSEQ")]
    [InlineData("UNSEEN 0")]
    [InlineData("UIDNEXT NIL")]
    [InlineData("UIDVALIDITY 7")]
    public Task One_that_means_no_value_is_not(string code) => QuirkSession.RunAsync(async session =>
    {
        await session.SelectInboxAsync($"* 6 EXISTS\r\n* OK [{code}] x\r\n");
        Assert.Empty(session.Inbox.Selection.Malformed);
    });
}
