using System.Text;

namespace ImapAsync.Tests;

/// <summary>The codes of SELECT and EXAMINE.</summary>
public sealed class SelectCodeQuirks
{
    [Fact]
    public Task Numbers_in_the_codes_of_SELECT_may_have_parentheses() => QuirkSession.RunAsync(async session =>
    {
        SelectResult selected = await session.AskForAsync(
            new SelectCommand("INBOX"), "SELECT INBOX\r\n", "* 9 EXISTS\r\n* OK [UIDVALIDITY (5)]\r\n* OK [HIGHESTMODSEQ (9)] x\r\n* OK [UIDNEXT\t7] x\r\n* OK [UNSEEN NIL] none\r\n");
        Assert.Equal((5u, 9ul, 7u, null), (selected.UidValidity?.Value, selected.HighestModSequence?.Value, selected.UidNext?.Value, selected.FirstUnseen));
    });

    [Theory]
    [InlineData("[UIDVALIDITY 4294967296]")] // all of these were skipped silently
    [InlineData("[UIDNEXT x]")]
    [InlineData("[HIGHESTMODSEQ 99999999999999999999]")]
    [InlineData("[PERMANENTFLAGS (\\Seen (x))]")]
    public Task A_code_of_SELECT_that_cannot_be_read_is_reported(string code) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> result = await session.AskAsync(
            new SelectCommand("INBOX"), "SELECT INBOX\r\n", $"* OK {code} x\r\n* 5 EXISTS\r\n{{tag}} OK done\r\n");
        Assert.Equal((5L, null, null, null), (result.Value.Exists, result.Value.UidValidity, result.Value.UidNext, result.Value.HighestModSequence));
        session.Reports(Assert.Single(result.Malformed), "OK", $"OK {code} x");

        ImapResult<SelectResult> tagged = await session.AskAsync(new ExamineCommand("INBOX"), "EXAMINE INBOX\r\n", $"* 5 EXISTS\r\n{{tag}} OK {code} x\r\n");
        Assert.Equal(code, Encoding.Latin1.GetString(Assert.Single(tagged.Malformed).Raw.Span));
        Assert.Equal(5, tagged.Value.Exists);
    });

    [Fact]
    public Task EXAMINE_is_read_only_whatever_the_server_calls_it() => QuirkSession.RunAsync(async session =>
    {
        Assert.True((await ExamineAsync("", "[READ-WRITE]")).IsReadOnly);
        Assert.True((await ExamineAsync("* OK [READ-WRITE] x\r\n", "[READ-ONLY]")).IsReadOnly);
        Assert.True((await ExamineAsync("", "")).IsReadOnly);
        ImapResult<SelectResult> selected = await session.AskAsync(new SelectCommand("a"), "SELECT a\r\n", "* OK [READ-ONLY] x\r\n{tag} OK [READ-WRITE] done\r\n");
        Assert.False(selected.Value.IsReadOnly);

        async Task<SelectResult> ExamineAsync(string untagged, string code) =>
            (await session.AskAsync(new ExamineCommand("a"), "EXAMINE a\r\n", $"{untagged}{{tag}} OK {code} done\r\n")).Value;
    });
}
