namespace ImapAsync.Tests;

/// <summary>What a server reports about the messages that a STORE changes, in various forms.</summary>
public sealed class SplitStoreTests
{
    [Theory]
    // Flags and mod-sequence apart.
    [InlineData("7", "* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n* 1 FETCH (UID 7 MODSEQ (9))\r\n", "1/7/(\\Seen)/9")]
    [InlineData("7", "* 1 FETCH (UID 7 MODSEQ (9))\r\n* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n", "1/7/(\\Seen)/9")]
    [InlineData("7:8", "* 1 FETCH (UID 7 MODSEQ (9))\r\n* 2 FETCH (UID 8 MODSEQ (9))\r\n* 2 FETCH (UID 8 FLAGS ())\r\n* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n", "1/7/(\\Seen)/9 2/8/()/9")]
    // Both again, with new values.
    [InlineData("7", "* 1 FETCH (UID 7 FLAGS ())\r\n* 1 FETCH (UID 7 FLAGS (\\Seen) MODSEQ (9))\r\n", "1/7/(\\Seen)/9")]
    // Without UID.
    [InlineData("7", "* 1 FETCH (FLAGS (\\Seen))\r\n", "1//(\\Seen)/")]
    [InlineData("7:8", "* 1 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS (\\Seen))\r\n", "1//(\\Seen)/ 2//(\\Seen)/")]
    // With more than was requested.
    [InlineData("7", "* 1 FETCH (UID 7 FLAGS (\\Seen) RFC822.SIZE 3)\r\n", "1/7/(\\Seen)/")]
    // An update.
    [InlineData("7", "* 1 FETCH (UID 7 FLAGS ())\r\n* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS ())\r\n* 3 FETCH (UID 9 FLAGS ())\r\n", "1/7/()/")]
    public async Task What_is_reported_about_the_messages_reaches_the_caller(string uids, string answer, string changed)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<StoreResult<UidSet>>> storing = inbox.SendAsync(new UidStoreCommand(UidSet.Parse(uids), FlagOperation.Add, Flag.Seen)).AsTask();
        await server.AnswerAsync($"A2 UID STORE {uids} +FLAGS (\\Seen)\r\n", answer + "{tag} OK done\r\n");
        IEnumerable<string> told = (await storing.InTime()).Value.Changed.Select(static update => $"{update.Number}/{update.Uid}/{update.Flags}/{update.ModSequence}");
        Assert.Equal(changed, string.Join(' ', told));
    }

    [Fact]
    public async Task By_number_too()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<StoreResult<SequenceSet>>> storing = inbox.SendAsync(new StoreCommand(SequenceSet.Parse("1:2"), FlagOperation.Add, Flag.Seen)).AsTask();
        await server.AnswerAsync(
            "A2 STORE 1:2 +FLAGS (\\Seen)\r\n",
            "* 1 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS () BODY[1] \"x\")\r\n* 1 FETCH (MODSEQ (9))\r\n* 3 FETCH (FLAGS ())\r\n{tag} OK done\r\n");
        Assert.Equal(
            ["1 (\\Seen) 9", "2 () "], (await storing.InTime()).Value.Changed.Select(static update => $"{update.Number} {update.Flags} {update.ModSequence}"));
    }
}
