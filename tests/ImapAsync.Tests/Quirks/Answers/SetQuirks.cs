namespace ImapAsync.Tests;

/// <summary>Sets of messages as they are sent.</summary>
public sealed class SetQuirks
{
    [Fact]
    [Quirk(36)]
    public Task Sets_are_written_ascending_and_merged() => QuirkSession.RunInInboxAsync(async session =>
    {
        UidSet uids = UidSet.Of(new Uid(9), new Uid(3), new Uid(8), new Uid(4), new Uid(3)) | UidSet.Parse("20:15");
        await session.AskForAsync(new UidFetchCommand(uids, FetchItems.Flags), "UID FETCH 3:4,8:9,15:20 (FLAGS)\r\n", "");
    });

    [Fact]
    [Quirk(42)]
    public Task Long_sets_are_cut_into_several_commands() => QuirkSession.RunInInboxAsync(async session =>
    {
        UidSet uids = UidSet.Of([.. Enumerable.Range(1, 3000).Select(static i => new Uid((uint)(1_000_000 + (i * 2))))]);
        Task<CopyResult> copying = session.Inbox.CopyAsync(uids, "Archive");
        UidSet sent = UidSet.Empty;
        int tag = 2;
        for (; sent.Count < uids.Count; tag++)
        {
            string line = await session.Server.ReceiveUntilAsync("\r\n");
            Assert.InRange(line.Length, 1, 8_000);
            string[] words = line.TrimEnd().Split(' ');
            Assert.Equal([$"A{tag}", "UID", "COPY", "Archive"], [words[0], words[1], words[2], words[4]]);
            sent |= UidSet.Parse(words[3]);
            await session.Server.SendAsync($"A{tag} OK done\r\n");
        }

        await copying.InTime();
        Assert.Equal(uids, sent);
        session.SkipTags(tag - 2);
    });
}
