namespace ImapAsync.Tests;

/// <summary>What a server tells of the messages that a STORE changes, in its own way.</summary>
public sealed class SplitStoreTests
{
    [Theory]
    // Flags and mod-sequence apart.
    [InlineData("7", "* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n* 1 FETCH (UID 7 MODSEQ (9))\r\n", "1/7/(\\Seen)/9")]
    [InlineData("7", "* 1 FETCH (UID 7 MODSEQ (9))\r\n* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n", "1/7/(\\Seen)/9")]
    [InlineData("7:8", "* 1 FETCH (UID 7 MODSEQ (9))\r\n* 2 FETCH (UID 8 MODSEQ (9))\r\n* 2 FETCH (UID 8 FLAGS ())\r\n* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n", "1/7/(\\Seen)/9 2/8/()/9")]
    // Without UID.
    [InlineData("7", "* 1 FETCH (FLAGS (\\Seen))\r\n", "1/7/(\\Seen)/")]
    [InlineData("7:8", "* 1 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS (\\Seen))\r\n", "1//(\\Seen)/ 2//(\\Seen)/")]
    // With more than was asked for.
    [InlineData("7", "* 1 FETCH (UID 7 FLAGS (\\Seen) RFC822.SIZE 3)\r\n", "1/7/(\\Seen)/")]
    // News.
    [InlineData("7", "* 1 FETCH (UID 7 FLAGS ())\r\n* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS ())\r\n* 3 FETCH (UID 9 FLAGS ())\r\n", "1/7/()/")]
    public async Task What_is_told_of_the_messages_is_told_to_the_caller(string uids, string answer, string changed)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<StoreResult>> storing = inbox.SendAsync(new UidStoreCommand(UidSet.Parse(uids), FlagOperation.Add, Flag.Seen)).AsTask();
        await server.AnswerAsync($"A2 UID STORE {uids} +FLAGS (\\Seen)\r\n", answer + "{tag} OK done\r\n");
        IEnumerable<string> told = (await storing.InTime()).Value.Changed.Select(static update => $"{update.Number}/{update.Uid}/{update.Flags}/{update.ModSeq}");
        Assert.Equal(changed, string.Join(' ', told));
    }
}
