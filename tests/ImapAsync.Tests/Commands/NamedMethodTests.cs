namespace ImapAsync.Tests;

/// <summary>Named methods that other tests do not call: exact octets out, exact octets in.</summary>
public sealed class NamedMethodTests
{
    [Fact]
    public async Task Examine()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<SelectedMailbox> examining = server.Connection.ExamineAsync("Größe");
        await server.AnswerAsync("A1 EXAMINE Gr&APYA3w-e\r\n", "* 17 EXISTS\r\n* 2 RECENT\r\n{tag} OK [READ-ONLY] done\r\n");
        SelectedMailbox mailbox = await examining.InTime();
        Assert.True(mailbox.IsReadOnly);
        Assert.Equal((17L, 2L), (mailbox.Exists, mailbox.Recent));
    }

    [Fact]
    public async Task Rlist_and_rlsub()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<IReadOnlyList<MailboxInfo>> listed = server.Connection.RlistAsync("%");
        await server.AnswerAsync("A1 RLIST \"\" %\r\n", "* LIST () \"/\" INBOX\r\n* LIST (\\Noselect) \"/\" elsewhere\r\n{tag} OK\r\n");
        Assert.Equal([true, false], (await listed.InTime()).Select(mailbox => mailbox.IsSelectable));
        Task<IReadOnlyList<MailboxInfo>> subscribed = server.Connection.RlsubAsync();
        await server.AnswerAsync("A2 RLSUB \"\" *\r\n", "* LSUB () \"/\" elsewhere\r\n{tag} OK\r\n");
        Assert.Equal("elsewhere", Assert.Single(await subscribed.InTime()).Name.Value);
    }

    [Fact]
    public async Task Store_by_number()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<StoreResult<SequenceSet>> stored = inbox.StoreAsync(SequenceSet.Parse("1:3"), FlagOperation.Remove, Flag.Seen, new(99));
        await server.AnswerAsync("A2 STORE 1:3 (UNCHANGEDSINCE 99) -FLAGS (\\Seen)\r\n", "* 1 FETCH (FLAGS (\\Deleted) MODSEQ (101))\r\n{tag} OK [MODIFIED 2:3] some\r\n");
        StoreResult<SequenceSet> result = await stored.InTime();
        Assert.Equal("2:3", result.Modified.ToString());
        FlagUpdate update = Assert.Single(result.Changed);
        Assert.Equal((1u, 101ul), (update.Number.Value, update.ModSequence!.Value.Value));
        Assert.Equal(Flag.Deleted, update.Flags!);
    }

    [Fact]
    public async Task Search_and_sort_by_number()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<SequenceSearchResult> found = inbox.SearchNumbersAsync(SearchQuery.Seen, SearchReturnOptions.Min | SearchReturnOptions.Count);
        await server.AnswerAsync("A2 SEARCH RETURN (MIN COUNT) SEEN\r\n", "* ESEARCH (TAG \"A2\") MIN 2 COUNT 9\r\n{tag} OK\r\n");
        Assert.Equal((2u, 9L), ((await found.InTime()).Min!.Value.Value, (await found).Count!.Value));
        Task<SortResult<SequenceNumber>> sorted = inbox.SortNumbersAsync([SortKey.Size], SearchQuery.All, SearchReturnOptions.Max);
        await server.AnswerAsync("A3 SORT RETURN (MAX) (SIZE) US-ASCII ALL\r\n", "* ESEARCH (TAG \"A3\") MAX 5\r\n{tag} OK\r\n");
        Assert.Equal(5u, (await sorted.InTime()).Last!.Value.Value);
    }

    [Fact]
    public async Task Metadata_of_several_entries()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task set = server.Connection.SetMetadataAsync("INBOX", [new("/private/comment", "mine"), new("/shared/comment", null)]);
        await server.AnswerAsync("A1 SETMETADATA INBOX (/private/comment \"mine\" /shared/comment NIL)\r\n", "{tag} OK\r\n");
        await set.InTime();
        Task<MailboxMetadata> got = server.Connection.GetMetadataAsync("INBOX", ["/private"], MetadataDepth.One, maxSize: 1024);
        await server.AnswerAsync(
            "A2 GETMETADATA (MAXSIZE 1024 DEPTH 1) INBOX /private\r\n", "* METADATA INBOX (/private/comment {4}\r\nmine)\r\n{tag} OK [METADATA LONGENTRIES 2199]\r\n");
        MailboxMetadata metadata = await got.InTime();
        Assert.Equal(("mine", 2199L), (metadata["/private/comment"]!.Value.Text, metadata.LongestLeftOut!.Value));
    }
}
