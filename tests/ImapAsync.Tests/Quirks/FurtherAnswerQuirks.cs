using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: searches, rights, quotas, metadata and other answers.</summary>
public sealed class FurtherAnswerQuirks
{
    [Theory]
    [InlineData("* SEARCH  2  4 5 \r\n")]
    [InlineData("* search 5 4 2 2\r\n")]
    [InlineData("* SEARCH 2 4:5\r\n")] // a set
    [InlineData("* SEARCH 2,4:5\r\n")]
    [InlineData("* SEARCH\t2\t4\t5\r\n")]
    [InlineData("* SEARCH 2\r\n* SEARCH 4 5\r\n")] // in pieces
    [InlineData("* SEARCH 0 2 4 5 ()\r\n")]
    [InlineData("* SEARCH 2 4 5 (MODSEQ 0)\r\n")]
    [InlineData("* ESEARCH (TAG \"A2\") (X) UID ALL 4:5,2\r\n", true)]
    [InlineData("* ESEARCH (tag A2) uid all 5:4,2\r\n")]
    [InlineData("* ESEARCH (TAG {2}\r\nA2) UID X-NEW (1 2) ALL \"2,4:5\"\r\n")]
    public Task Hits_come_in_many_shapes(string line, bool malformed = false) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", line + "{tag} OK done\r\n");
        Assert.Equal("2,4:5", result.Value.Uids.ToString());
        Assert.Equal(malformed ? 1 : 0, result.Malformed.Count);
    });

    [Theory]
    [InlineData("SEARCH 2 x 4 5")]
    [InlineData("SEARCH 2 4 99999999999 5")]
    [InlineData("SEARCH (MODSEQ x) 2 4 5")]
    [InlineData("SEARCH 2 NIL 4 5")]
    [InlineData("SEARCH 2 \"3\" 4 5")]
    [InlineData("ESEARCH (TAG \"A2\") UID MIN many ALL 2,4:5")]
    [InlineData("ESEARCH (TAG \"A2\") UID MIN ALL 2,4:5")] // a number is missing
    [InlineData("ESEARCH (TAG \"A2\") UID COUNT (3) MODSEQ () ALL 2,4:5 )")]
    public Task Hits_around_the_damage_are_found_and_an_incomplete_answer_is_told(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SearchResult> result = await session.AskAsync(new UidSearchCommand(SearchQuery.Seen), "UID SEARCH SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal("2,4:5", result.Value.Uids.ToString());
        Told(session, Assert.Single(result.Malformed), line);

        // Whoever asks for the hits alone must not take some for all.
        Task<SearchResult> searching = session.Inbox.SearchAsync(SearchQuery.Seen);
        await session.AnswerAsync("UID SEARCH SEEN\r\n", $"* {line.Replace("A2", "A3", StringComparison.Ordinal)}\r\n{{tag}} OK done\r\n");
        Assert.Contains("is not complete", (await searching.FailsAsync<ImapProtocolException>()).Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("SORT 5 x 2 99999999999 4")]
    [InlineData("SORT 5 2 (MODSEQ x) 4")]
    public Task A_sorted_list_keeps_its_order_around_the_damage(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<SortResult<Uid>> result = await session.AskAsync(
            new UidSortCommand([SortKey.Date], SearchQuery.Seen), "UID SORT (DATE) US-ASCII SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal([5u, 2u, 4u], result.Value.Select(static uid => uid.Value));
        Told(session, Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("THREAD (1 2)(x)(3 (4)(5))", "(1 2)(3 (4)(5))")]
    [InlineData("THREAD (1 2)7(3 (4)(5))", "(1 2)(3 (4)(5))")]
    [InlineData("THREAD (1 2)(99999999999)(3 (4 NIL)(5))", "(1 2)(3 (4)(5))")]
    [InlineData("THREAD (1 2))(3 (4)(5))", "(1 2)(3 (4)(5))")]
    [InlineData("THREAD (1 2)(3 (4)(5)", "(1 2)(3 (4)(5))")]
    public Task Threads_around_the_damage_are_read(string line, string threads) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ThreadResult<Uid>> result = await session.AskAsync(
            new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Seen), "UID THREAD REFERENCES US-ASCII SEEN\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(threads, result.Value.ToString());
        Told(session, Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("ACL a bob (x) eve lr", "bob eve=lr")]
    [InlineData("ACL a (x) lr eve lr", "eve=lr")]
    [InlineData("ACL a eve lr bob \"x", "eve=lr")]
    public Task Rights_around_the_damage_are_read(string line, string expected) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Acl> result = await session.AskAsync(new GetAclCommand("a"), "GETACL a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(expected, string.Join(' ', result.Value.Entries.Select(static entry => entry.Rights.IsEmpty ? entry.Identifier : $"{entry.Identifier}={entry.Rights}")));
        Told(session, Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("QUOTA \"\" (STORAGE many 9 MESSAGE 3 4)")]
    [InlineData("QUOTA \"\" (STORAGE (1) 9 MESSAGE 3 4)")]
    [InlineData("QUOTA \"\" (MESSAGE 3 4 STORAGE 1)")]
    [InlineData("QUOTA \"\" ((STORAGE 1 9) MESSAGE 3 4")]
    public Task Quotas_around_the_damage_are_read(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Quota> result = await session.AskAsync(new GetQuotaCommand(""), "GETQUOTA \"\"\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(new QuotaResource("MESSAGE", 3, 4), Assert.Single(result.Value.Resources));
        Told(session, Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("METADATA a (/shared/a (x) /shared/b \"y\")")]
    [InlineData("METADATA a ((x) /shared/b y)")]
    [InlineData("METADATA a (/shared/b {1}\r\ny")]
    public Task Metadata_around_the_damage_are_read(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxMetadata> result = await session.AskAsync(new GetMetadataCommand("a", "/shared/b"), "GETMETADATA a /shared/b\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal("y", result.Value["/shared/b"]?.Text);
        Assert.Single(result.Value.Entries);
        Told(session, Assert.Single(result.Malformed), line);
    });

    [Fact]
    public Task Annotations_around_the_damage_are_read() => QuirkSession.RunAsync(async session =>
    {
        const string Line = "ANNOTATION a \"/comment\" (\"value.priv\" (x) \"value.shared\" \"y\") (z) \"/other\" (\"size\" \"1\")";
        ImapResult<IReadOnlyList<Annotation>> result = await session.AskAsync(
            new GetAnnotationCommand("a", ["/comment"], ["value"]), "GETANNOTATION a \"/comment\" \"value\"\r\n", $"* {Line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(["/comment", "/other"], result.Value.Select(static annotation => annotation.Entry));
        Assert.Equal(("y", "1"), (result.Value[0]["value.shared"]?.Text, result.Value[1]["size"]?.Text));
        Told(session, Assert.Single(result.Malformed), Line);
    });

    [Theory]
    [InlineData("ID (\"name\" (x) \"version\" \"1\")")]
    [InlineData("ID ((x) \"version\" {1}\r\n1)")]
    [InlineData("ID (version 1")]
    public Task Fields_of_ID_around_the_damage_are_read(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyDictionary<string, string?>> result = await session.AskAsync(new IdCommand(), "ID NIL\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal("1", Assert.Single(result.Value).Value);
        Told(session, Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("* ID (\"name\" \"x\" \"vendor\")\r\n")]
    [InlineData("* ID (\"name\" \"x\" \"vendor\" NIL)\r\n")]
    [InlineData("* id ( name  x vendor nil )\r\n")]
    public Task The_last_field_of_ID_may_lack_its_value(string line) => QuirkSession.RunAsync(async session =>
    {
        IReadOnlyDictionary<string, string?> fields = await session.AskForAsync(new IdCommand(), "ID NIL\r\n", line);
        Assert.Equal(("x", null), (fields["NAME"], fields["vendor"]));
    });

    [Theory]
    [InlineData("* VANISHED 3:1,9\r\n", "1:3,9")]
    [InlineData("* vanished  1,2,3,9 \r\n", "1:3,9")]
    [InlineData("* VANISHED 1:3,9 (extra)\r\n", "1:3,9")]
    public Task UIDs_that_vanished_may_stand_in_any_order(string line, string uids) => QuirkSession.RunInInboxAsync(async session =>
    {
        ExpungeResult result = await session.AskForAsync(new UidExpungeCommand(UidSet.Parse("1:9")), "UID EXPUNGE 1:9\r\n", line);
        Assert.Equal(uids, result.Uids.ToString());
        Assert.Equal(9 - 4, session.Inbox.Exists);
    });

    [Theory]
    [InlineData("[APPENDUID 0 7]", null, "7", false)]
    [InlineData("[APPENDUID 5 NIL]", null, "")]
    [InlineData("[APPENDUID 5 ]", null, "")]
    [InlineData("[APPENDUID x 7]", null, "")]
    [InlineData("[appenduid 5  7:6]", 5, "6:7", false)]
    [InlineData("[APPENDUID 5 *]", null, "")]
    public Task An_APPENDUID_that_cannot_be_read_tells_nothing(string code, int? validity, string uids, bool isMalformed = true) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<AppendResult> result = await session.AskAsync(
            new AppendCommand("a", new AppendMessage("x"u8.ToArray())), "APPEND a {1+}\r\nx\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.True(result.IsOk);
        Assert.Equal(((uint?)validity, uids), (result.Value.UidValidity?.Value, result.Value.Uids.ToString()));
        // The message is there; that its UID is not known must be told.
        Assert.Equal(isMalformed ? [code.Replace(" ]", "]", StringComparison.Ordinal)] : [], result.Malformed.Select(static malformed => Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal(isMalformed ? 1 : 0, session.Warnings.Count);
    });

    [Theory]
    [InlineData("* 3 FETCH (UID 7 FLAGS (\\Seen) MODSEQ 12)\r\n")]
    [InlineData("* 3 FETCH UID 7 FLAGS \"\\Seen\" MODSEQ (12)\r\n")]
    [InlineData("* 3 fetch ( flags ( \\seen ) modseq ( 12 ) uid 7 )\r\n")]
    public Task The_answer_to_STORE_comes_in_many_shapes(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        StoreResult result = await session.AskForAsync(new UidStoreCommand(new Uid(7), FlagOperation.Add, Flag.Seen), "UID STORE 7 +FLAGS (\\Seen)\r\n", line);
        Assert.Equal(new FlagUpdate(new SequenceNumber(3), new Uid(7), Flag.Seen, new ModSequence(12)), Assert.Single(result.Changed));
    });

    [Theory]
    [InlineData("* LANGUAGE (EN)\r\n")]
    [InlineData("* LANGUAGE EN\r\n")]
    [InlineData("* language ( \"EN\" NIL )\r\n")]
    public Task A_language_needs_no_parentheses(string line) => QuirkSession.RunAsync(async session =>
        Assert.Equal(["EN"], await session.AskForAsync(new LanguageCommand(), "LANGUAGE\r\n", line)));

    private static void Told(QuirkSession session, MalformedResponse malformed, string raw)
    {
        Assert.Equal((raw[..raw.IndexOf(' ', StringComparison.Ordinal)], raw), (malformed.Name, Encoding.Latin1.GetString(malformed.Raw.Span)));
        Assert.Contains("expected", malformed.Reason, StringComparison.Ordinal);
        Assert.StartsWith("A response could not be read", Assert.Single(session.Warnings), StringComparison.Ordinal);
    }
}
