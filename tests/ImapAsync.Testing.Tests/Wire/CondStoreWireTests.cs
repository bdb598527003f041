using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>CONDSTORE and QRESYNC (RFC 7162), octet by octet.</summary>
public sealed class CondStoreWireTests
{
    [Fact]
    public async Task StoresOnlyWhatNobodyChanged()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        server.User("alice").Inbox.SetFlags(UidSet.Parse("2"), Flag.Flagged);
        Assert.Equal(
            "* 1 FETCH (UID 1 MODSEQ (6))\r\n* 3 FETCH (UID 3 MODSEQ (7))\r\n* 2 FETCH (UID 2 FLAGS (\\Flagged \\Recent) MODSEQ (5))\r\nA1 OK [MODIFIED 2] Stored\r\n",
            await client.CommandAsync("A1 UID STORE 1:3 (UNCHANGEDSINCE 4) +FLAGS.SILENT (\\Seen)"));
        Assert.Equal("* 1 FETCH (FLAGS (\\Seen \\Recent) MODSEQ (6))\r\n* 3 FETCH (FLAGS (\\Seen \\Recent) MODSEQ (7))\r\nA2 OK Fetched\r\n", await client.CommandAsync("A2 FETCH 1:* (FLAGS) (CHANGEDSINCE 5)"));
    }

    [Fact]
    public async Task TellsAClientThatComesBackWhatItMissed()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        ImapTestMailbox inbox = server.User("alice").Inbox;
        inbox.Remove(UidSet.Parse("1"));
        inbox.SetFlags(UidSet.Parse("3"), Flag.Seen);
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.StartsWith("A0 BAD", await client.CommandAsync("A0 SELECT INBOX (QRESYNC (1000000001 4))"), StringComparison.Ordinal);
        await client.CommandAsync("E ENABLE QRESYNC");
        Assert.EndsWith(
            "* VANISHED (EARLIER) 1\r\n* 2 FETCH (UID 3 FLAGS (\\Seen \\Recent) MODSEQ (6))\r\nA1 OK [READ-WRITE] For reading and writing\r\n",
            await client.CommandAsync("A1 SELECT INBOX (QRESYNC (1000000001 4 1:3))"), StringComparison.Ordinal);
        Assert.Equal("* VANISHED (EARLIER) 1\r\n* 2 FETCH (UID 3 FLAGS (\\Seen \\Recent) MODSEQ (6))\r\nA2 OK Fetched\r\n", await client.CommandAsync("A2 UID FETCH 1:* (FLAGS) (CHANGEDSINCE 4 VANISHED)"));
        Assert.DoesNotContain("VANISHED", await client.CommandAsync("A3 SELECT INBOX (QRESYNC (7 4))"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsOfTheVanishedInsteadOfExpunging()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server, before: "E ENABLE QRESYNC");
        server.User("alice").Inbox.Remove(UidSet.Parse("1:2"));
        Assert.Equal("* VANISHED 1:2\r\nA1 OK Done\r\n", await client.CommandAsync("A1 NOOP"));
        await client.CommandAsync("A2 STORE 1 +FLAGS.SILENT (\\Deleted)");
        Assert.Equal("* VANISHED 3\r\nA3 OK [HIGHESTMODSEQ 7] Expunged\r\n", await client.CommandAsync("A3 EXPUNGE"));
    }
}
