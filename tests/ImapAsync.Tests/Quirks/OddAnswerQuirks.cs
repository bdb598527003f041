using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: an answer that goes on behind its list, that comes in two responses, or in a form of its own.</summary>
public sealed class OddAnswerQuirks
{
    private const string Greeting =
        "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE QRESYNC NAMESPACE QUOTA METADATA LANGUAGE I18NLEVEL=2 ACL QUOTASET] ready\r\n";

    [Theory]
    [InlineData("STATUS a (MESSAGES 515) (UIDNEXT 616)")]
    [InlineData("STATUS a (MESSAGES 515) UIDNEXT 616")]
    [InlineData("STATUS a (MESSAGES 515)(UIDNEXT 616)")]
    [InlineData("STATUS a (MESSAGES 515))")]
    public Task What_stands_behind_the_list_of_STATUS_is_told(string line) => RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await AskAsync(session, new StatusCommand("a", StatusItems.Messages), "STATUS a (MESSAGES)", line);
        Assert.Equal(515, result.Value.Messages);
        Told(line, result.Malformed);
        ImapResult<IReadOnlyList<MailboxInfo>> listed = await AskAsync(
            session, new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))", $"LIST () \"/\" a\r\n* {line}");
        Assert.Equal(515, Assert.Single(listed.Value).Status?.Messages);
        Told(line, listed.Malformed);
    });

    [Fact]
    public Task So_it_is_with_others() => RunAsync(async session =>
    {
        await IsToldAsync(session, new GetQuotaCommand("r"), "GETQUOTA r", "QUOTA r (STORAGE 515 600) (MESSAGE 616 700)");
        await IsToldAsync(session, new SetQuotaCommand("r"), "SETQUOTA r ()", "QUOTA r (STORAGE 515 600) MESSAGE 616 700");
        await IsToldAsync(session, new GetMetadataCommand("a", "/private/comment"), "GETMETADATA a /private/comment", "METADATA a (/private/comment x) (/shared/comment y)");
        await IsToldAsync(session, new IdCommand(), "ID NIL", "ID (\"name\" \"x\") (\"version\" \"1\")");
        await IsToldAsync(session, new IdCommand(), "ID NIL", "ID (\"Name\" \"a\" \"name\" \"b\")");
        await IsToldAsync(session, new IdCommand(), "ID NIL", "ID NIL (\"version\" \"1\")");
        await IsToldAsync(session, new NamespaceCommand(), "NAMESPACE", "NAMESPACE NIL NIL NIL ((\"x\" \"/\"))");
        await IsToldAsync(session, new NamespaceCommand(), "NAMESPACE", "NAMESPACE NIL NIL NIL)");
        await IsToldAsync(session, new LanguageCommand(), "LANGUAGE", "LANGUAGE (de) (en)");
        await IsToldAsync(session, new ComparatorCommand(), "COMPARATOR", "COMPARATOR i;octet (i;octet) (x)");
        await IsToldAsync(session, new ComparatorCommand(), "COMPARATOR", "COMPARATOR i;octet x");
    });

    [Fact]
    public Task The_resources_of_a_root_are_joined() => RunAsync(async session =>
    {
        const string Lines = "QUOTA r (STORAGE 515 600)\r\n* QUOTA r (MESSAGE 616 700)\r\n";
        Both(await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", $"* {Lines}"));
        Both(await session.AskForAsync(new SetQuotaCommand("r"), "SETQUOTA r ()\r\n", $"* {Lines}"));
        Both(Assert.Single((await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", $"* QUOTAROOT a r\r\n* {Lines}")).Quotas));
        Both(Assert.Single((await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", $"* {Lines}* QUOTAROOT a r\r\n")).Quotas));

        Quota again = await session.AskForAsync(new GetQuotaCommand("r"), "GETQUOTA r\r\n", "* QUOTA r (STORAGE 515 600)\r\n* QUOTA r (STORAGE 516 600)\r\n");
        Assert.Equal((516, "515,516"), (again.Storage?.Usage, string.Join(',', again.Resources.Select(static resource => resource.Usage))));
        QuotaRoots roots = await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTAROOT a r\r\n* QUOTAROOT a s\r\n* QUOTA r ()\r\n* QUOTA s ()\r\n");
        Assert.Equal(["r", "s"], roots.Roots);
    });

    [Fact]
    public Task A_second_answer_that_differs_is_told() => RunAsync(async session =>
    {
        await IsToldAsync(session, new NamespaceCommand(), "NAMESPACE", "NAMESPACE ((\"x\" \"/\")) NIL NIL", "NAMESPACE ((\"y\" \"/\")) NIL NIL");
        await IsToldAsync(session, new ListRightsCommand("a", "joe"), "LISTRIGHTS a joe", "LISTRIGHTS a joe lr s", "LISTRIGHTS a joe lr w");
        await IsToldAsync(session, new MyRightsCommand("a"), "MYRIGHTS a", "MYRIGHTS a lr", "MYRIGHTS a s");
        await IsToldAsync(session, new ComparatorCommand(), "COMPARATOR", "COMPARATOR i;octet", "COMPARATOR i;x");
        await IsToldAsync(session, new IdCommand(), "ID NIL", "ID (\"name\" \"x\")", "ID (\"name\" \"y\")");
    });

    [Fact]
    public Task One_that_does_not_is_not() => RunAsync(async session =>
    {
        GrantableRights rights = await session.AskForAsync(new ListRightsCommand("a", "joe"), "LISTRIGHTS a joe\r\n", "* LISTRIGHTS a joe lr s\r\n* LISTRIGHTS a joe lr s\r\n");
        Assert.Equal("s", Assert.Single(rights.Optional).ToString());
        await session.AskForAsync(new MyRightsCommand("a"), "MYRIGHTS a\r\n", "* MYRIGHTS a lr\r\n* MYRIGHTS a lr\r\n");
        IReadOnlyDictionary<string, string?> id = await session.AskForAsync(new IdCommand(), "ID NIL\r\n", "* ID (\"name\" \"x\")\r\n* ID (\"version\" \"1\")\r\n");
        Assert.Equal(2, id.Count);
    });

    [Fact]
    public Task Of_a_metadata_entry_the_last_value_holds() => RunAsync(async session =>
    {
        MailboxMetadata metadata = await session.AskForAsync(
            new GetMetadataCommand("a", "/private/comment"), "GETMETADATA a /private/comment\r\n",
            "* METADATA a (/private/comment x)\r\n* METADATA a (/private/comment y)\r\n");
        Assert.Equal(("y", 2), (metadata["/private/comment"]?.Text, metadata.Entries.Count));
    });

    [Theory]
    [InlineData("METADATA a /private/comment \"x\"", "x")]
    [InlineData("METADATA a /private/comment {1}\r\nx", "x")]
    [InlineData("METADATA \"a\" \"/private/comment\" x", "x")]
    [InlineData("METADATA a /private/comment \"/x\"", "/x")]
    [InlineData("METADATA a /shared/comment NIL /private/comment x", "x")]
    public Task METADATA_without_parentheses_is_read(string line, string value) => RunAsync(async session =>
    {
        GetMetadataCommand command = new("a", "/private/comment");
        MailboxMetadata metadata = await session.AskForAsync(command, "GETMETADATA a /private/comment\r\n", $"* {line}\r\n");
        Assert.Equal(value, metadata["/private/comment"]?.Text);
    });

    [Theory]
    [InlineData("METADATA a /private/comment")]
    [InlineData("METADATA a /private/comment /shared/comment")]
    public Task That_of_a_change_is_not(string line) => RunAsync(async session =>
        Assert.Empty((await session.AskForAsync(new GetMetadataCommand("a", "/private/comment"), "GETMETADATA a /private/comment\r\n", $"* {line}\r\n")).Entries));

    [Theory]
    [InlineData("UID SEARCH 3 7")]
    [InlineData("uid search 3 7")]
    [InlineData("UID SORT 3 7")]
    [InlineData("UID ESEARCH (TAG \"A2\") UID ALL 3,7")]
    public Task UID_SEARCH_is_SEARCH(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        SearchResult found = await session.AskForAsync(new UidSearchCommand(SearchQuery.All), "UID SEARCH ALL\r\n", $"* {line}\r\n");
        Assert.Equal("3,7", found.Uids.ToString());
    });

    [Fact]
    public Task An_annotation_in_parentheses_is_read() => RunAsync(async session =>
    {
        IReadOnlyList<Annotation> annotations = await session.AskForAsync(
            new GetAnnotationCommand("a", ["/comment"], ["value"]), "GETANNOTATION a \"/comment\" \"value\"\r\n", "* ANNOTATION a (/comment (value.priv \"x\"))\r\n");
        Assert.Equal(("/comment", "x"), (Assert.Single(annotations).Entry, Assert.Single(annotations[0].Attributes).Value?.Text));
    });

    [Theory]
    [InlineData("ANNOTATION a (value.priv \"x\")")]
    [InlineData("ANNOTATION a ((/comment (value.priv \"x\")))")]
    [InlineData("ANNOTATION a (/comment (value.priv \"x\")) (y)")]
    public Task One_that_is_not_read_is_told(string line) => RunAsync(
        session => IsToldAsync(session, new GetAnnotationCommand("a", ["/comment"], ["value"]), "GETANNOTATION a \"/comment\" \"value\"", line));

    private static Task RunAsync(Func<QuirkSession, Task> conversation) => QuirkSession.RunAsync(conversation, Greeting);

    private static void Both(Quota? quota) => Assert.Equal((515, 616), (quota?.Storage?.Usage, quota?.Messages?.Usage));

    private static Task<ImapResult<T>> AskAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string line) =>
        session.AskAsync(command, $"{written}\r\n", $"* {line}\r\n{{tag}} OK done\r\n");

    private static async Task IsToldAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string line) =>
        Told(line, (await AskAsync(session, command, written, line)).Malformed);

    private static async Task IsToldAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string first, string second) =>
        Told(second, (await AskAsync(session, command, written, $"{first}\r\n* {second}")).Malformed);

    private static void Told(string raw, IReadOnlyList<MalformedResponse> malformed) =>
        Assert.Equal(raw, Encoding.Latin1.GetString(Assert.Single(malformed).Raw.Span));
}
