namespace ImapAsync.Tests;

/// <summary>UID FETCH … (CHANGEDSINCE … VANISHED), gathered (RFC 7162 §3.2.6).</summary>
public sealed class FetchChangesTests
{
    [Fact]
    public async Task WhatChangedAndWhatIsGone()
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
        // What goes while the command runs is news of the mailbox, as ever.
        Assert.Equal("300:310,405,411:412", changes.Vanished.ToString());
        Assert.Equal(4, inbox.Exists);
    }

    [Fact]
    public async Task ARefusalIsThrownAndAnEmptySetIsNotSent()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        FetchedChanges none = await inbox.FetchChangesAsync(UidSet.Empty, FetchItems.Flags, new(1));
        Assert.Empty(none.Changed);
        Assert.Empty(none.Vanished);

        Task<FetchedChanges> refused = inbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, new(1));
        await server.AnswerAsync("A2 UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1 VANISHED)\r\n", "{tag} BAD QRESYNC is not enabled\r\n");
        Assert.Equal(ImapStatus.Bad, (await refused.FailsAsync<ImapCommandException>()).Status);
    }

    [Fact]
    public async Task ALongSetIsAskedForInPieces()
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

    // A hole in the answer would be taken for "nothing changed".
    [Fact]
    public async Task AnAnswerWithAHoleIsNoAnswer()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<FetchedChanges> asked = inbox.FetchChangesAsync(UidSet.All, FetchItems.Flags, new(1));
        await server.AnswerAsync("A2 UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1 VANISHED)\r\n", "* VANISHED (EARLIER) some\r\n{tag} OK\r\n");
        await asked.FailsAsync<ImapProtocolException>();
    }
}
