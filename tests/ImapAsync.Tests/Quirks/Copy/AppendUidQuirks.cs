using System.Text;

namespace ImapAsync.Tests;

/// <summary>APPENDUID, and what APPEND sends.</summary>
public sealed class AppendUidQuirks
{
    [Theory]
    [InlineData("[APPENDUID 0 7]", null, "7", false)]
    [InlineData("[APPENDUID 5 NIL]", null, "")]
    [InlineData("[APPENDUID 5 ]", null, "")]
    [InlineData("[APPENDUID x 7]", null, "")]
    [InlineData("[appenduid 5  7:6]", 5, "6:7", false)]
    [InlineData("[APPENDUID 5 *]", null, "")]
    public Task An_APPENDUID_that_cannot_be_read_reports_nothing(string code, int? validity, string uids, bool isMalformed = true) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<AppendResult> result = await session.AskAsync(
            new AppendCommand("a", new AppendMessage("x"u8.ToArray())), "APPEND a {1+}\r\nx\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.True(result.IsOk);
        Assert.Equal(((uint?)validity, uids), (result.Value.UidValidity?.Value, result.Value.Uids.ToString()));
        // The message was stored; that its UID is unknown must be reported.
        Assert.Equal(isMalformed ? [code.Replace(" ]", "]", StringComparison.Ordinal)] : [], result.Malformed.Select(static malformed => Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal(isMalformed ? 1 : 0, session.Warnings.Count);
    });

    [Theory]
    [InlineData("[APPENDUID \"5\" \"7\"]", "7")]
    [InlineData("[APPENDUID 5 (7)]", "7")]
    [InlineData("[APPENDUID 5 7 8]", "7:8")]
    [InlineData("[APPENDUID\t5\t7]", "7")]
    public Task The_UID_of_a_new_message_is_read_in_any_form(string code, string uids) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<AppendResult> result = await session.AskAsync(
            new AppendCommand("a", new AppendMessage("x"u8.ToArray())), "APPEND a {1+}\r\nx\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.Equal((5u, uids), (result.Value.UidValidity?.Value, result.Value.Uids.ToString()));
        Assert.Empty(session.Warnings);
    });

    [Fact]
    [Quirk(40)]
    public Task APPEND_adds_nothing_to_the_message_and_ends_its_own_line() => QuirkSession.RunAsync(async session =>
    {
        await session.AskForAsync(
            new AppendCommand("INBOX", new AppendMessage("Subject: x\r\n\r\nno line end"u8.ToArray())), "APPEND INBOX {25+}\r\nSubject: x\r\n\r\nno line end\r\n", "");
    });
}
