using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: delimiters, counters, quotas, capabilities and the codes of SELECT, written oddly.</summary>
public sealed class OddMailboxQuirks
{
    [Theory]
    [InlineData("* LIST () \"\\\" \"a\\b\"\r\n", '\\', "a\\b")] // nothing is escaped: it was a quote, and the name had one too
    [InlineData("* LIST () \"\\\\\" \"a\\\\b\"\r\n", '\\', "a\\b")]
    [InlineData("* LIST () \\ a\\b\r\n", '\\', "a\\b")]
    [InlineData("* LIST () \"/\" \"a\\b\"\r\n", '/', "a\\b")]
    [InlineData("* LIST () \"/\" \"a\\\"b\"\r\n", '/', "a\"b")]
    [InlineData("* LIST () \"//\" a\r\n", '/', "a")]
    [InlineData("* LIST NIL NIL NIL\r\n", null, "NIL")] // an atom, and so a name
    [InlineData("* LIST () {1}\r\n. ~{3}\r\na b\r\n", '.', "a b")]
    public Task Delimiters_and_names_may_have_backslashes(string line, char? delimiter, string name) => QuirkSession.RunAsync(async session =>
    {
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", line));
        Assert.Equal((delimiter, name), (mailbox.Delimiter, mailbox.Name.Value));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("LIST () \"/\" \"a\"b\"")]
    [InlineData("LIST () \"/\" \"a\"\"b\"")]
    public Task A_quote_in_a_name_that_is_not_escaped_is_told(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* {line}\r\n* LIST () \"/\" c\r\n{{tag}} OK done\r\n");
        Assert.Equal(["a", "c"], result.Value.Select(static mailbox => mailbox.Name.Value));
        Told(session, Assert.Single(result.Malformed), "LIST", line);
    });

    [Theory]
    [InlineData("* LIST () \"/\" a (\"CHILDINFO\" NIL)\r\n", "a", 0)] // was a part of the name
    [InlineData("* LIST () \"/\" a (\"CHILDINFO\" (\"SUBSCRIBED\"))\r\n", "a", 1)]
    [InlineData("* LIST () \"/\" a (CHILDINFO (SUBSCRIBED))\r\n", "a", 1)]
    [InlineData("* LIST () \"/\" a (old stuff)\r\n", "a (old stuff)", 0)]
    [InlineData("* LIST () \"/\" a b (c)\r\n", "a b (c)", 0)]
    public Task Data_behind_a_name_is_told_from_the_name(string line, string name, int children) => QuirkSession.RunAsync(async session =>
    {
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", line));
        Assert.Equal((name, children), (mailbox.Name.Value, mailbox.ChildInfo.Count));
    });

    [Theory]
    [InlineData("* STATUS a MESSAGES 3 UNSEEN 4\r\n")] // no parentheses: told nothing
    [InlineData("* STATUS a (MESSAGES 3)\r\n* STATUS a (UNSEEN 4)\r\n")] // in pieces: the first was lost
    [InlineData("* STATUS {1}\r\na(MESSAGES \"3\" UNSEEN 4)\r\n")]
    [InlineData("* STATUS a (UNSEEN 4 MESSAGES 3 X-NEW (1 (2)) MAILBOXID NIL APPENDLIMIT NIL)\r\n")]
    [InlineData("* STATUS a (UNSEEN 9 MESSAGES 3 UNSEEN 4)\r\n")]
    public Task Counters_are_read_whatever_is_around_them(string lines) => QuirkSession.RunAsync(async session =>
    {
        MailboxStatus status = await session.AskForAsync(new StatusCommand("a", StatusItems.Messages | StatusItems.Unseen), "STATUS a (MESSAGES UNSEEN)\r\n", lines);
        Assert.Equal((3L, 4L), (status.Messages, status.Unseen));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("STATUS a (X-NEW MESSAGES 3 UNSEEN 4)")] // UNSEEN was lost
    [InlineData("STATUS a (MAILBOXID MESSAGES 3 UNSEEN 4)")]
    [InlineData("STATUS a (MESSAGES 3 UIDNEXT 4294967296 UNSEEN 4)")] // was passed over without a word
    [InlineData("STATUS a (MESSAGES 3 UNSEEN 4 UIDVALIDITY 99999999999)")]
    [InlineData("STATUS a (MESSAGES 3 UNSEEN 4 RECENT 1.5)")]
    public Task A_counter_that_cannot_be_read_is_told_and_its_neighbours_are_fine(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.Messages | StatusItems.Unseen), "STATUS a (MESSAGES UNSEEN)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((3L, 4L, null, null), (result.Value.Messages, result.Value.Unseen, result.Value.UidNext, result.Value.UidValidity));
        Told(session, Assert.Single(result.Malformed), "STATUS", line);
    });

    [Theory]
    [InlineData("* QUOTA r STORAGE 10 512\r\n")] // no parentheses: told nothing
    [InlineData("* QUOTA \"r\"(storage \"10\" \"512\")\r\n")]
    [InlineData("* QUOTA {1}\r\nr (STORAGE {2}\r\n10 512)\r\n")]
    public Task A_quota_is_read_whatever_is_around_it(string line) => QuirkSession.RunAsync(async session =>
    {
        Quota quota = await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", line);
        Assert.Equal(new QuotaResource("STORAGE", 10, 512), Assert.Single(quota.Resources));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("* QUOTA r\r\n")]
    [InlineData("* QUOTA r NIL\r\n")]
    [InlineData("* QUOTA r ()\r\n")]
    public Task A_quota_without_resources_has_none(string line) => QuirkSession.RunAsync(async session =>
    {
        Assert.Empty((await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", line)).Resources);
        QuotaRoots roots = await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTAROOT a NIL\r\n" + line);
        Assert.Empty(roots.Roots);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1\tIDLE\tAUTH=PLAIN\r\n")] // was one capability
    [InlineData("* CAPABILITY (IMAP4rev1 IDLE AUTH=PLAIN)\r\n")]
    [InlineData("* CAPABILITY \"IMAP4rev1\" \"IDLE\" \"AUTH=PLAIN\"\r\n")]
    [InlineData("* CAPABILITY IMAP4rev1, IDLE, AUTH=PLAIN\r\n")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN] here they are\r\n")] // was no answer
    [InlineData("* CAPABILITY  IMAP4rev1 IDLE AUTH=PLAIN idle \r\n")]
    public Task Capabilities_come_in_many_shapes(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapCapabilities capabilities = await session.AskForAsync(new CapabilityCommand(), "CAPABILITY\r\n", line);
        Assert.Equal<ImapCapabilities>(["IMAP4rev1", "IDLE", "AUTH=PLAIN"], capabilities);
        Assert.Equal(capabilities, session.Connection.Capabilities);
        ImapCapabilities enabled = await session.AskForAsync(new EnableCommand("CONDSTORE"), "ENABLE CONDSTORE\r\n", "* ENABLED (\"CONDSTORE\")\r\n");
        Assert.Equal<ImapCapabilities>(["CONDSTORE"], enabled);
    });

    [Theory]
    [InlineData("* FLAGS \"(\\Seen $x)\"\r\n")] // only FETCH's could be in quotes
    [InlineData("* FLAGS \"\\Seen $x\"\r\n")]
    [InlineData("* FLAGS \\Seen $x\r\n")]
    [InlineData("* flags ( \\seen \"$x\" NIL )\r\n")]
    public Task The_flags_of_a_mailbox_come_in_many_shapes(string line) => QuirkSession.RunAsync(async session =>
    {
        SelectResult selected = await session.AskForAsync(new SelectCommand("INBOX"), "SELECT INBOX\r\n", "* 9 EXISTS\r\n" + line + line.Replace("* FLAGS", "* OK [PERMANENTFLAGS", StringComparison.OrdinalIgnoreCase).Replace("\r\n", "]\r\n", StringComparison.Ordinal));
        Assert.Equal<FlagSet>(Flag.Seen | Flag.FromServer("$x"), selected.Flags);
        Assert.Equal(selected.Flags, selected.PermanentFlags);
        await session.SelectInboxAsync();
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", line + "{tag} OK done\r\n");
        Assert.Equal(selected.Flags, session.Inbox.Flags);
        Assert.Empty(session.Warnings);
    });

    [Fact]
    public Task Numbers_in_the_codes_of_SELECT_may_have_parentheses() => QuirkSession.RunAsync(async session =>
    {
        SelectResult selected = await session.AskForAsync(
            new SelectCommand("INBOX"), "SELECT INBOX\r\n", "* 9 EXISTS\r\n* OK [UIDVALIDITY (5)]\r\n* OK [HIGHESTMODSEQ (9)] x\r\n* OK [UIDNEXT\t7] x\r\n* OK [UNSEEN NIL] none\r\n");
        Assert.Equal((5u, 9ul, 7u, null), (selected.UidValidity?.Value, selected.HighestModSeq?.Value, selected.UidNext?.Value, selected.FirstUnseen));
    });

    [Theory]
    [InlineData("[UIDVALIDITY 4294967296]")] // all of these were passed over without a word
    [InlineData("[UIDNEXT x]")]
    [InlineData("[HIGHESTMODSEQ 99999999999999999999]")]
    [InlineData("[PERMANENTFLAGS (\\Seen (x))]")]
    public Task A_code_of_SELECT_that_cannot_be_read_is_told(string code) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> result = await session.AskAsync(
            new SelectCommand("INBOX"), "SELECT INBOX\r\n", $"* OK {code} x\r\n* 5 EXISTS\r\n{{tag}} OK done\r\n");
        Assert.Equal((5L, null, null, null), (result.Value.Exists, result.Value.UidValidity, result.Value.UidNext, result.Value.HighestModSeq));
        Told(session, Assert.Single(result.Malformed), "OK", $"OK {code} x");

        ImapResult<SelectResult> tagged = await session.AskAsync(new ExamineCommand("INBOX"), "EXAMINE INBOX\r\n", $"* 5 EXISTS\r\n{{tag}} OK {code} x\r\n");
        Assert.Equal(code, Encoding.Latin1.GetString(Assert.Single(tagged.Malformed).Raw.Span));
        Assert.Equal(5, tagged.Value.Exists);
    });

    [Theory]
    [InlineData("[METADATA LONGENTRIES 2199]", 2199L)]
    [InlineData("[metadata longentries \"2199\"]", 2199L)]
    [InlineData("[METADATA LONGENTRIES x]", null)] // was passed over without a word
    [InlineData("[METADATA LONGENTRIES]", null)]
    public Task An_entry_that_was_left_out_is_told(string code, long? octets) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxMetadata> result = await session.AskAsync(
            new GetMetadataCommand("a", "/shared/b") { MaxSize = 9 }, "GETMETADATA (MAXSIZE 9) a /shared/b\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.Equal(octets, result.Value.LongestLeftOut);
        Assert.Equal(octets is null ? 1 : 0, result.Malformed.Count);
        Assert.Equal(octets is null ? 1 : 0, session.Warnings.Count);
    });

    [Theory]
    [InlineData("* ID (NIL NIL)\r\n")] // was a field without a name
    [InlineData("* ID ( )\r\n")]
    [InlineData("* ID nil nil\r\n")]
    public Task An_ID_of_nothing_has_no_fields(string line) => QuirkSession.RunAsync(async session =>
        Assert.Empty(await session.AskForAsync(new IdCommand(), "ID NIL\r\n", line)));

    private static void Told(QuirkSession session, MalformedResponse malformed, string name, string raw)
    {
        Assert.Equal((name, raw), (malformed.Name, Encoding.Latin1.GetString(malformed.Raw.Span)));
        Assert.Contains("expected", malformed.Reason, StringComparison.Ordinal);
        Assert.StartsWith("A response could not be read", Assert.Single(session.Warnings), StringComparison.Ordinal);
    }
}
