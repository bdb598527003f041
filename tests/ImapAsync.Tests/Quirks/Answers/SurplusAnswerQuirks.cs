namespace ImapAsync.Tests;

/// <summary>An answer that goes on after its list, or comes in two responses.</summary>
public sealed class SurplusAnswerQuirks
{
    private const string Greeting =
        "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE QRESYNC NAMESPACE QUOTA METADATA LANGUAGE I18NLEVEL=2 ACL QUOTASET] ready\r\n";

    [Theory]
    [InlineData("STATUS a (MESSAGES 515) (UIDNEXT 616)")]
    [InlineData("STATUS a (MESSAGES 515) UIDNEXT 616")]
    [InlineData("STATUS a (MESSAGES 515)(UIDNEXT 616)")]
    [InlineData("STATUS a (MESSAGES 515))")]
    public Task What_follows_the_list_of_STATUS_is_reported(string line) => RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await AskAsync(session, new StatusCommand("a", StatusItems.Messages), "STATUS a (MESSAGES)", line);
        Assert.Equal(515, result.Value.Messages);
        QuirkSession.IsReported(line, result.Malformed);
        ImapResult<IReadOnlyList<MailboxInfo>> listed = await AskAsync(
            session, new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))", $"LIST () \"/\" a\r\n* {line}");
        Assert.Equal(515, Assert.Single(listed.Value).Status?.Messages);
        QuirkSession.IsReported(line, listed.Malformed);
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
    public Task A_second_answer_that_differs_is_reported() => RunAsync(async session =>
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

    private static Task RunAsync(Func<QuirkSession, Task> conversation) => QuirkSession.RunAsync(conversation, Greeting);

    private static Task<ImapResult<T>> AskAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string line) =>
        session.AskAsync(command, $"{written}\r\n", $"* {line}\r\n{{tag}} OK done\r\n");

    private static async Task IsToldAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string line) =>
        QuirkSession.IsReported(line, (await AskAsync(session, command, written, line)).Malformed);

    private static async Task IsToldAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string first, string second) =>
        QuirkSession.IsReported(second, (await AskAsync(session, command, written, $"{first}\r\n* {second}")).Malformed);
}
