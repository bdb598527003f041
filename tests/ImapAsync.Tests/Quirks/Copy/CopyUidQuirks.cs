using System.Text;

namespace ImapAsync.Tests;

/// <summary>COPYUID: empty, quoted, of different lengths, or damaged.</summary>
public sealed class CopyUidQuirks
{
    [Theory]
    [InlineData("{tag} OK [COPYUID 1  ] done\r\n")] // Outlook
    [InlineData("{tag} OK [COPYUID 1 ] done\r\n")]
    [InlineData("{tag} OK [COPYUID 1] done\r\n")]
    [InlineData("{tag} OK [COPYUID 1 \"\" \"\"] done\r\n")]
    [Quirk(2)]
    public Task A_COPYUID_with_empty_sets_is_an_empty_mapping(string tagged) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> result = await session.AskAsync(new UidCopyCommand(new Uid(999), "Archive"), "UID COPY 999 Archive\r\n", tagged);

        Assert.True(result.IsOk);
        Assert.Equal(1u, result.Value.UidValidity?.Value);
        Assert.Empty(result.Value.Source);
        Assert.Empty(result.Value.Pairs);
    });

    [Theory]
    [InlineData("[COPYUID 1 \"7:8\" \"3:4\"]")]
    [InlineData("[COPYUID \"1\" 7:8 3:4]")]
    [InlineData("[COPYUID  1   8:7   4:3  ]")]
    [InlineData("[copyuid\t1\t7,8\t3,4]")]
    [InlineData("[COPYUID 1 7:8 3:4 extra (a)]")]
    public Task A_mapping_is_read_in_quotes(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> result = await session.AskAsync(new UidCopyCommand(UidSet.Parse("7:8"), "a"), "UID COPY 7:8 a\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.Equal((1u, "7:8", "3:4"), (result.Value.UidValidity?.Value, result.Value.Source.ToString(), result.Value.Destination.ToString()));
        Assert.Equal(new Uid(4), result.Value.DestinationOf(new Uid(8)));
        Assert.Empty(result.Malformed);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("[COPYUID 1 (7:8) (3:4)]")]
    [InlineData("[COPYUID 1,7:8,3:4]")]
    [InlineData("[COPYUID 1 7:* 3:*]")]
    [InlineData("[COPYUID 99999999999 7 3]")]
    [InlineData("[COPYUID x 7 3]")]
    public Task A_mapping_that_cannot_be_read_is_reported(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> result = await session.AskAsync(new UidCopyCommand(UidSet.Parse("7:8"), "a"), "UID COPY 7:8 a\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.True(result.IsOk);
        Assert.Empty(result.Value.Source);
        session.Reports(Assert.Single(result.Malformed), "COPYUID", code);

        // The same before the tagged response, as with MOVE.
        ImapResult<CopyResult> moved = await session.AskAsync(new UidMoveCommand(UidSet.Parse("7:8"), "a"), "UID MOVE 7:8 a\r\n", $"* OK {code} moved\r\n{{tag}} OK done\r\n");
        Assert.Equal($"OK {code} moved", Encoding.Latin1.GetString(Assert.Single(moved.Malformed).Raw.Span));
    });

    [Theory]
    [InlineData("[COPYUID 7 3:5 10]", "3:5", "10")] // Pairs was empty
    [InlineData("[COPYUID 7 3 10:11]", "3", "10:11")]
    public Task Sets_of_different_lengths_are_reported(string code, string source, string destination) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> copied = await session.AskAsync(new UidCopyCommand(UidSet.Parse("3:5"), "a"), "UID COPY 3:5 a\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.Equal((source, destination), (copied.Value.Source.ToString(), copied.Value.Destination.ToString()));
        Assert.Empty(copied.Value.Pairs);
        QuirkSession.IsReported(code, copied.Malformed);

        ImapResult<CopyResult> moved = await session.AskAsync(
            new UidMoveCommand(UidSet.Parse("3:5"), "a"), "UID MOVE 3:5 a\r\n", $"* OK {code} moved\r\n{{tag}} OK done\r\n");
        Assert.Equal((source, destination), (moved.Value.Source.ToString(), moved.Value.Destination.ToString()));
        QuirkSession.IsReported($"OK {code} moved", moved.Malformed);
    });

    [Theory]
    [InlineData("* OK [COPYUID 7 3 10] x\r\n", "* OK [COPYUID 8 4 11] x\r\n", "")]
    [InlineData("* OK [COPYUID 7 3 10] x\r\n", "", "[COPYUID 8 4 11] ")]
    public Task Copies_in_two_mailboxes_at_once_are_reported(string first, string second, string last) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<CopyResult> moved = await session.AskAsync(
            new UidMoveCommand(UidSet.Parse("3:4"), "a"), "UID MOVE 3:4 a\r\n", $"{first}{second}{{tag}} OK {last}done\r\n");
        Assert.Equal((7u, "3", "10"), (moved.Value.UidValidity?.Value, moved.Value.Source.ToString(), moved.Value.Destination.ToString()));
        Assert.Contains("COPYUID 8 4 11", Encoding.ASCII.GetString(Assert.Single(moved.Malformed).Raw.Span), StringComparison.Ordinal);
    });
}
