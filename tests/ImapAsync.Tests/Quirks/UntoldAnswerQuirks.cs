using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: OK without the answer, where there must be one; values that are missing in it; the identifier of a mailbox that cannot be read.</summary>
public sealed class UntoldAnswerQuirks
{
    private const string Greeting = "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE QRESYNC NAMESPACE QUOTA METADATA LANGUAGE I18NLEVEL=2] ready\r\n";

    [Fact]
    public Task OK_alone_is_no_answer() => QuirkSession.RunAsync(
        async session =>
        {
            await IsMissingAsync(session, new NamespaceCommand(), "NAMESPACE\r\n", "NAMESPACE");
            await IsMissingAsync(session, new CapabilityCommand(), "CAPABILITY\r\n", "CAPABILITY");
            await IsMissingAsync(session, new LanguageCommand(), "LANGUAGE\r\n", "LANGUAGE");
            await IsMissingAsync(session, new ComparatorCommand(), "COMPARATOR\r\n", "COMPARATOR");
            await FailsAsync(session, session.Connection.NamespaceAsync(), "NAMESPACE\r\n");
            await FailsAsync(session, session.Connection.CapabilityAsync(), "CAPABILITY\r\n");
        },
        Greeting);

    [Fact]
    public Task OK_alone_is_an_answer_where_the_RFC_says_so() => QuirkSession.RunAsync(
        async session =>
        {
            await session.AskForAsync(new IdCommand(), "ID NIL\r\n", "");
            await session.AskForAsync(new EnableCommand("QRESYNC"), "ENABLE QRESYNC\r\n", "");
            await session.AskForAsync(new LanguageCommand("de"), "LANGUAGE de\r\n", "");
            await session.AskForAsync(new ComparatorCommand("i;octet"), "COMPARATOR i;octet\r\n", "");
            await session.AskForAsync(new SetQuotaCommand("r"), "SETQUOTA r ()\r\n", "");
            await session.AskForAsync(new GetMetadataCommand("a", "/private/comment"), "GETMETADATA a /private/comment\r\n", "");
        },
        Greeting);

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1 IDLE\r\n{tag} OK done\r\n")]
    [InlineData("{tag} OK [CAPABILITY IMAP4rev1 IDLE] done\r\n")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 IDLE] x\r\n{tag} OK done\r\n")]
    public Task Capabilities_may_be_told_in_a_code(string answer) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapCapabilities> result = await session.AskAsync(new CapabilityCommand(), "CAPABILITY\r\n", answer);
        Assert.True(result.Value.Has("IDLE"));
        Assert.Empty(result.Malformed);
    });

    [Theory]
    [InlineData("MYRIGHTS a")]
    [InlineData("MYRIGHTS \"a\"")]
    [InlineData("MYRIGHTS a ")]
    [InlineData("MYRIGHTS \"a\" (lrs)")]
    public Task Rights_that_are_missing_are_told(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Rights> result = await session.AskAsync(new MyRightsCommand("a"), "MYRIGHTS a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Told(line, result.Malformed);
        ImapResult<IReadOnlyList<MailboxInfo>> listed = await session.AskAsync(
            new ListCommand("", "*") { Return = ListReturn.MyRights }, "LIST \"\" * RETURN (MYRIGHTS)\r\n", $"* LIST () \"/\" a\r\n* {line}\r\n{{tag}} OK done\r\n");
        Assert.Null(Assert.Single(listed.Value).MyRights);
        Told(line, listed.Malformed);
        await FailsAsync(session, session.Connection.MyRightsAsync("a"), "MYRIGHTS a\r\n", $"* {line}\r\n");
    });

    [Theory]
    [InlineData("MYRIGHTS \"a\" lrs more")]
    [InlineData("MYRIGHTS {1}\r\na lrs (x)")]
    [InlineData("MYRIGHTS \"a\" lrs)")]
    public Task So_is_what_stands_behind_them(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Rights> result = await session.AskAsync(new MyRightsCommand("a"), "MYRIGHTS a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal("lrs", result.Value.ToString());
        Told(line, result.Malformed);
    });

    [Theory]
    [InlineData("MYRIGHTS a \"\"", "")]
    [InlineData("MYRIGHTS a NIL", "")]
    [InlineData("MYRIGHTS a lrs", "lrs")]
    public Task No_rights_are_rights(string line, string rights) => QuirkSession.RunAsync(async session =>
        Assert.Equal(rights, (await session.AskForAsync(new MyRightsCommand("a"), "MYRIGHTS a\r\n", $"* {line}\r\n")).ToString()));

    [Theory]
    [InlineData("ACL a ann lrs bob", "ann lrs,bob ")]
    [InlineData("ACL \"a\" ann lrs \"bob\"", "ann lrs,bob ")]
    [InlineData("ACL a bob", "bob ")]
    [InlineData("ACL a ann (lrs) bob lr", "ann ,bob lr")]
    public Task An_identifier_without_rights_is_told(string line, string expected) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Acl> result = await session.AskAsync(new GetAclCommand("a"), "GETACL a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(expected, string.Join(',', result.Value.Entries.Select(static entry => $"{entry.Identifier} {entry.Rights}")));
        Told(line, result.Malformed);
    });

    [Fact]
    public Task So_are_rights_that_LISTRIGHTS_does_not_tell() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<GrantableRights> result = await session.AskAsync(new ListRightsCommand("a", "joe"), "LISTRIGHTS a joe\r\n", "* LISTRIGHTS a joe\r\n{tag} OK\r\n");
        Told("LISTRIGHTS a joe", result.Malformed);
        GrantableRights none = await session.AskForAsync(new ListRightsCommand("a", "joe"), "LISTRIGHTS a joe\r\n", "* LISTRIGHTS a joe \"\"\r\n");
        Assert.Equal("", none.Required.ToString());
        Acl acl = await session.AskForAsync(new GetAclCommand("a"), "GETACL a\r\n", "* ACL a ann \"\"\r\n");
        Assert.Equal("", Assert.Single(acl.Entries).Rights.ToString());
    });

    [Theory]
    [InlineData("(", null)] // was dropped
    [InlineData("()", null)]
    [InlineData("((F1))", null)]
    [InlineData("(F1", "F1")]
    [InlineData("(F1 F2)", "F1")]
    [InlineData("(F1) x", "F1")]
    [InlineData("\"F1", "F1")]
    public Task A_MAILBOXID_that_cannot_be_read_is_told(string id, string? expected) => QuirkSession.RunAsync(async session =>
    {
        Task<CreateResult> creating = session.Connection.CreateAsync("a");
        await session.AnswerAsync("CREATE a\r\n", $"{{tag}} OK [MAILBOXID {id}] done\r\n");
        CreateResult created = await creating.InTime();
        Assert.Equal(("a", expected), (created.Name.Value, created.MailboxId));
        Told($"[MAILBOXID {id}]", created.Malformed);

        ImapResult<SelectResult> selected = await session.AskAsync(new SelectCommand("a"), "SELECT a\r\n", $"* 9 EXISTS\r\n* OK [MAILBOXID {id}] x\r\n{{tag}} OK done\r\n");
        Assert.Equal(expected, selected.Value.MailboxId);
        Told($"OK [MAILBOXID {id}] x", selected.Malformed);
    });

    [Theory]
    [InlineData("[MAILBOXID (F1)] ", "F1")]
    [InlineData("[MAILBOXID F1] ", "F1")]
    [InlineData("[MAILBOXID NIL] ", null)]
    [InlineData("[MAILBOXID (NIL)] ", null)]
    [InlineData("", null)]
    public Task One_that_can_is_not(string code, string? expected) => QuirkSession.RunAsync(async session =>
    {
        Task<CreateResult> creating = session.Connection.CreateAsync("a");
        await session.AnswerAsync("CREATE a\r\n", $"{{tag}} OK {code}done\r\n");
        CreateResult created = await creating.InTime();
        Assert.Equal((expected, 0), (created.MailboxId, created.Malformed.Count));
    });

    [Theory]
    [InlineData("MAILBOXID ((F1))")]
    [InlineData("MAILBOXID ()")]
    [InlineData("MAILBOXID (F1 F2)")]
    public Task So_it_is_in_STATUS(string item) => QuirkSession.RunAsync(async session =>
    {
        string line = $"STATUS a ({item} MESSAGES 5)";
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.MailboxId | StatusItems.Messages), "STATUS a (MESSAGES MAILBOXID)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(5, result.Value.Messages);
        Told(line, result.Malformed);
    });

    [Fact]
    public Task A_name_that_CREATE_is_told_and_cannot_be_read_to_its_end_is_told() => QuirkSession.RunAsync(async session =>
    {
        const string Line = "LIST () \"/\" \"A\" (\"OLDNAME\" (\"a\")) junk";
        Task<CreateResult> creating = session.Connection.CreateAsync("a");
        await session.AnswerAsync("CREATE a\r\n", $"* {Line}\r\n{{tag}} OK done\r\n");
        CreateResult created = await creating.InTime();
        Assert.Equal("A", created.Name.Value);
        Told(Line, created.Malformed);
    });

    private static async Task IsMissingAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string name)
    {
        MalformedResponse told = Assert.Single((await session.AskAsync(command, written, "{tag} OK done\r\n")).Malformed);
        Assert.Equal((name, $"The server said OK without the answer: expected {name}, none came."), (told.Name, told.Reason));
    }

    private static async Task FailsAsync(QuirkSession session, Task asking, string written, string lines = "")
    {
        await session.AnswerAsync(written, lines + "{tag} OK done\r\n");
        await asking.FailsAsync<ImapProtocolException>();
    }

    private static void Told(string raw, IReadOnlyList<MalformedResponse> malformed) =>
        Assert.Equal(raw.TrimEnd(), Encoding.Latin1.GetString(Assert.Single(malformed).Raw.Span).TrimEnd());
}
