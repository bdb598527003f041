namespace ImapAsync.Tests;

/// <summary>NO or BAD after the answer. What was answered is in the exception.</summary>
public sealed class RefusedAnswerQuirks
{
    private const string Greeting =
        "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE QRESYNC NAMESPACE QUOTA METADATA LANGUAGE I18NLEVEL=2 ACL QUOTASET THREAD=REFERENCES] ready\r\n";

    [Theory]
    [InlineData("NO x")]
    [InlineData("BAD x")]
    public Task The_part_that_was_reported_is_kept(string status) => QuirkSession.RunAsync(
        async session =>
        {
            async Task<T> PartAsync<T>(ImapCommand<T> command, string written, string answer)
            {
                ImapResult<T> result = await session.AskAsync(command, $"{written}\r\n", $"* {answer}\r\n{{tag}} {status}\r\n");
                ImapCommandException refusal = Assert.Throws<ImapCommandException>(() => result.Value);
                Assert.Equal(CommandOutcome.Partial, refusal.Outcome);
                return Assert.IsAssignableFrom<T>(refusal.PartialValue);
            }

            Assert.Equal(515, (await PartAsync(new StatusCommand("a", StatusItems.Messages), "STATUS a (MESSAGES)", "STATUS a (MESSAGES 515)")).Messages);
            Assert.Equal(515, (await PartAsync(new GetQuotaCommand("r"), "GETQUOTA r", "QUOTA r (STORAGE 515 600)")).Storage?.Usage);
            Assert.Equal(515, (await PartAsync(new SetQuotaCommand("r"), "SETQUOTA r ()", "QUOTA r (STORAGE 515 600)"))?.Storage?.Usage);
            Assert.Equal(["r"], (await PartAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a", "QUOTAROOT a r")).Roots);
            Assert.Equal(
                515,
                Assert.Single((await PartAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a", "QUOTAROOT a r\r\n* QUOTA r (STORAGE 515 600)")).Quotas).Storage?.Usage);
            Assert.Equal("r", Assert.Single((await PartAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a", "QUOTA r (STORAGE 515 600)")).Quotas).Root);
            Assert.Equal("ann", Assert.Single((await PartAsync(new GetAclCommand("a"), "GETACL a", "ACL a ann lrs")).Entries).Identifier);
            Assert.Equal("lrs", (await PartAsync(new MyRightsCommand("a"), "MYRIGHTS a", "MYRIGHTS a lrs")).ToString());
            Assert.Equal("lr", (await PartAsync(new ListRightsCommand("a", "joe"), "LISTRIGHTS a joe", "LISTRIGHTS a joe lr s")).Required.ToString());
            Assert.Equal(
                "x",
                (await PartAsync(new GetMetadataCommand("a", "/private/comment"), "GETMETADATA a /private/comment", "METADATA a (/private/comment \"x\")"))["/private/comment"]?.Text);
            Assert.Equal(
                "/comment",
                Assert.Single(await PartAsync(
                    new GetAnnotationCommand("a", ["/comment"], ["value"]), "GETANNOTATION a \"/comment\" \"value\"", "ANNOTATION a /comment (value.priv \"x\")")).Entry);
            Assert.Single((await PartAsync(new NamespaceCommand(), "NAMESPACE", "NAMESPACE ((\"\" \"/\")) NIL NIL")).Personal);
            Assert.Equal("x", (await PartAsync(new IdCommand(), "ID NIL", "ID (\"name\" \"x\")"))["name"]);
            Assert.Equal(["de"], await PartAsync(new LanguageCommand(), "LANGUAGE", "LANGUAGE (de)"));
            Assert.Equal("i;octet", (await PartAsync(new ComparatorCommand(), "COMPARATOR", "COMPARATOR i;octet")).Active);
            Assert.True((await PartAsync(new CapabilityCommand(), "CAPABILITY", "CAPABILITY IMAP4rev1 IDLE NAMESPACE")).Contains("IDLE"));
        },
        Greeting);

    [Fact]
    public Task So_are_threads() => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ThreadResult<Uid>> result = await session.AskAsync(
            new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Seen), "UID THREAD REFERENCES US-ASCII SEEN\r\n", "* THREAD (3 4)\r\n{tag} NO x\r\n");
        Assert.NotNull(result.PartialValue);
    });

    [Theory]
    [InlineData("* VANISHED (EARLIER) 33\r\n", "33", 0)]
    [InlineData("* 1 FETCH (UID 5 FLAGS (k) MODSEQ (7))\r\n", "", 1)]
    [InlineData("* 6 EXISTS\r\n* VANISHED (EARLIER) 33\r\n* 1 FETCH (UID 5 FLAGS (k) MODSEQ (7))\r\n", "33", 1)]
    public Task So_is_what_QRESYNC_reports(string lines, string vanished, int changed) => QuirkSession.RunAsync(
        async session =>
        {
            SelectCommand select = new("a") { QResync = new QResyncParameters(new UidValidity(1), new ModSequence(2)) };
            ImapResult<SelectResult> result = await session.AskAsync(select, "SELECT a (QRESYNC (1 2))\r\n", $"{lines}{{tag}} NO x\r\n");
            Assert.Equal((vanished, changed), (result.PartialValue?.Vanished.ToString(), result.PartialValue?.Changed.Count));
            Assert.Equal(ImapConnectionState.Authenticated, session.Connection.State);
        },
        Greeting);

    [Fact]
    public Task SelectAsync_has_it_too() => QuirkSession.RunAsync(
        async session =>
        {
            QResyncParameters known = new(new UidValidity(1), new ModSequence(2));
            Task<SelectedMailbox> selecting = session.Connection.SelectAsync(new SelectCommand("a") { QResync = known });
            await session.AnswerAsync("SELECT a (QRESYNC (1 2))\r\n", "* 6 EXISTS\r\n* VANISHED (EARLIER) 33\r\n{tag} NO x\r\n");
            ImapCommandException refusal = await selecting.FailsAsync<ImapCommandException>();
            Assert.Equal("33", Assert.IsType<SelectResult>(refusal.PartialValue).Vanished.ToString());
            Assert.Equal(ImapConnectionState.Authenticated, session.Connection.State);
        },
        Greeting);

    [Fact]
    public Task Without_an_answer_there_is_no_part() => QuirkSession.RunAsync(
        async session =>
        {
            Assert.Null((await session.AskAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", "{tag} NO x\r\n")).PartialValue);
            Assert.Null((await session.AskAsync(new IdCommand(), "ID NIL\r\n", "{tag} NO x\r\n")).PartialValue);
            Assert.Null((await session.AskAsync(new SelectCommand("a"), "SELECT a\r\n", "* 6 EXISTS\r\n{tag} NO x\r\n")).PartialValue);
        },
        Greeting);
}
