namespace ImapAsync.Tests;

/// <summary>UID FETCH … (CHANGEDSINCE … VANISHED), gathered (RFC 7162 §3.2.6).</summary>
public sealed class FetchChangesTests
{
    [Fact]
    public async Task What_changed_and_what_vanished()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync(exists: 5);
        Task<FetchedChanges> asked = inbox.FetchChangesAsync(UidSet.Parse("300:500"), FetchItems.Flags, new(12345));

        await server.AnswerAsync(
            "A2 UID FETCH 300:500 (FLAGS) (CHANGEDSINCE 12345 VANISHED)\r\n",
            "* VANISHED (EARLIER) 300:310,405,411\r\n* VANISHED 450\r\n* vanished (earlier) 412\r\n* 1 FETCH (UID 404 MODSEQ (65402) FLAGS (\\Seen))\r\n"
            + "* 2 FETCH (UID 406 MODSEQ (75403) FLAGS (\\Deleted))\r\n{tag} OK done\r\n");

        FetchedChanges changes = await asked.InTime();
        Assert.Equal([404u, 406u], changes.Changed.Select(message => message.Uid.Value));
        Assert.Equal(75403ul, changes.Changed[1].ModSequence!.Value.Value);
        // What vanishes while the command runs is a mailbox update, as always, and also reported as gone to the caller.
        Assert.Equal("300:310,405,411:412,450", changes.Vanished.ToString());
        Assert.Equal(4, inbox.Exists);
    }

    [Fact]
    public async Task A_refusal_is_thrown_and_an_empty_set_is_not_sent()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        FetchedChanges none = await inbox.FetchChangesAsync(UidSet.Empty, FetchItems.Flags, new(1));
        Assert.Empty(none.Changed);
        Assert.Empty(none.Vanished);

        Task<FetchedChanges> refused = inbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, new(1));
        await server.AnswerAsync("A2 UID FETCH 1:4294967295 (FLAGS) (CHANGEDSINCE 1 VANISHED)\r\n", "{tag} BAD QRESYNC is not enabled\r\n");
        Assert.Equal(ImapStatus.Bad, (await refused.FailsAsync<ImapCommandException>()).Status);
    }

    [Fact]
    public async Task A_long_set_is_requested_in_pieces()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        UidSet scattered = UidSet.Of(Enumerable.Range(0, 1000).Select(i => new Uid(1_000_000_000 + ((uint)i * 2))));
        Task<FetchedChanges> asked = inbox.FetchChangesAsync(scattered, FetchItems.Flags, new(1));

        UidSet all = UidSet.Empty;
        for (int tag = 2; all != scattered; tag++)
        {
            string line = await server.ReceiveLineAsync().InTime();
            Assert.InRange(line.Length, 1, 8100);
            UidSet piece = UidSet.Parse(line.Split(' ')[3]);
            all |= piece;
            await server.SendAsync($"* VANISHED (EARLIER) {piece.Min}\r\n* {tag} FETCH (UID {piece.Max} FLAGS () MODSEQ (5))\r\nA{tag} OK\r\n");
        }

        FetchedChanges changes = await asked.InTime();
        Assert.Equal((2, 2L), (changes.Changed.Count, changes.Vanished.Count));
    }

    // A hole in the answer would be mistaken for "nothing changed".
    [Fact]
    public async Task An_answer_with_a_hole_is_not_an_answer()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<FetchedChanges> asked = inbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, new(1));
        await server.AnswerAsync("A2 UID FETCH 1:4294967295 (FLAGS) (CHANGEDSINCE 1 VANISHED)\r\n", "* VANISHED (EARLIER) some\r\n{tag} OK\r\n");
        await asked.FailsAsync<ImapProtocolException>();
    }

    // For 1:* Cyrus 3.6.1 reports no expunge above the last remaining message.
    [Theory]
    [InlineData("1:*", "1:4294967295")]
    [InlineData("7:*", "7:4294967295")]
    [InlineData("*:7", "7:4294967295")]
    [InlineData("1:3,5,9:*", "1:3,5,9:4294967295")]
    [InlineData("4294967295:*", "4294967295")]
    [InlineData("1:7", "1:7")]
    [InlineData("$", "$")]
    public async Task No_star_is_sent_when_vanished_messages_are_requested(string asked, string written)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<FetchedChanges> changes = inbox.FetchChangesAsync(UidSet.Parse(asked), FetchItems.Flags, new(9));
        await server.AnswerAsync($"A2 UID FETCH {written} (FLAGS) (CHANGEDSINCE 9 VANISHED)\r\n", "* VANISHED (EARLIER) 4:5\r\n{tag} OK\r\n");
        Assert.Equal("4:5", (await changes.InTime()).Vanished.ToString());

        UidFetchCommand command = new(UidSet.Parse(asked), FetchItems.Flags) { ChangedSince = new(9), Vanished = true };
        Assert.Equal($"UID FETCH {written} (FLAGS) (CHANGEDSINCE 9 VANISHED)", command.Written());
    }

    [Theory]
    [InlineData("*")]
    [InlineData("1:3,*")]
    public async Task The_last_message_alone_does_not_ask_for_vanished_messages(string asked)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        await inbox.FetchChangesAsync(UidSet.Parse(asked), FetchItems.Flags, new(9)).FailsAsync<InvalidOperationException>();
    }

    // 0 is outside the grammar of CHANGEDSINCE, and 1 would omit what never changed.
    [Fact]
    public async Task Since_zero_is_since_the_beginning()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<FetchedChanges> asked = inbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, new(0));
        await server.AnswerAsync("A2 UID FETCH 1:4294967295 (UID) (CHANGEDSINCE 1 VANISHED)\r\n", "* VANISHED (EARLIER) 4:5\r\n* 2 FETCH (UID 2 MODSEQ (7))\r\n{tag} OK\r\n");
        await server.AnswerAsync("A3 UID FETCH 1:* (FLAGS MODSEQ)\r\n", "* 1 FETCH (UID 1 FLAGS () MODSEQ (1))\r\n* 2 FETCH (UID 2 FLAGS () MODSEQ (7))\r\n{tag} OK\r\n");

        FetchedChanges changes = await asked.InTime();
        Assert.Equal("4:5", changes.Vanished.ToString());
        Assert.Equal([(1u, 1ul), (2u, 7ul)], changes.Changed.Select(message => (message.Uid.Value, message.ModSequence!.Value.Value)));

        Assert.Equal("UID FETCH 1:* (FLAGS MODSEQ)", new UidFetchCommand(UidSet.All, FetchItems.Flags) { ChangedSince = new(0) }.Written());
        Assert.Equal("FETCH 1:* (MODSEQ)", new FetchCommand(SequenceSet.All, FetchItems.ModSequence) { ChangedSince = new(0) }.Written());
        Assert.Equal("UID FETCH 1:* (UID MODSEQ BODY.PEEK[]) (PARTIAL 1:9)", new UidFetchCommand(UidSet.All, FetchItem.Body()) { ChangedSince = new(0), Partial = new(1, 9) }.Written());
        Assert.Throws<InvalidOperationException>(() => new UidFetchCommand(UidSet.All, FetchItems.Flags) { ChangedSince = new(0), Vanished = true }.Written());
        Assert.Throws<InvalidOperationException>(() => new UidFetchCommand(UidSet.All, []) { ChangedSince = new(0) }.Written());
    }
}
