namespace ImapAsync.Tests;

/// <summary>ACL, MYRIGHTS and LISTRIGHTS.</summary>
public sealed class RightsQuirks
{
    [Theory]
    [InlineData("ACL a bob (x) eve lr", "bob eve=lr")]
    [InlineData("ACL a (x) lr eve lr", "eve=lr")]
    [InlineData("ACL a eve lr bob \"x", "eve=lr")]
    public Task Rights_around_the_damage_are_read(string line, string expected) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Acl> result = await session.AskAsync(new GetAclCommand("a"), "GETACL a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(expected, string.Join(' ', result.Value.Entries.Select(static entry => entry.Rights.IsEmpty ? entry.Identifier : $"{entry.Identifier}={entry.Rights}")));
        session.Reports(Assert.Single(result.Malformed), line);
    });

    [Theory]
    [InlineData("MYRIGHTS a")]
    [InlineData("MYRIGHTS \"a\"")]
    [InlineData("MYRIGHTS a ")]
    [InlineData("MYRIGHTS \"a\" (lrs)")]
    public Task Missing_rights_are_reported(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Rights> result = await session.AskAsync(new MyRightsCommand("a"), "MYRIGHTS a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        QuirkSession.IsReported(line, result.Malformed);
        ImapResult<IReadOnlyList<MailboxInfo>> listed = await session.AskAsync(
            new ListCommand("", "*") { Return = ListReturnOptions.MyRights }, "LIST \"\" * RETURN (MYRIGHTS)\r\n", $"* LIST () \"/\" a\r\n* {line}\r\n{{tag}} OK done\r\n");
        Assert.Null(Assert.Single(listed.Value).MyRights);
        QuirkSession.IsReported(line, listed.Malformed);
        await FailsAsync(session, session.Connection.MyRightsAsync("a"), "MYRIGHTS a\r\n", $"* {line}\r\n");
    });

    [Theory]
    [InlineData("MYRIGHTS \"a\" lrs more")]
    [InlineData("MYRIGHTS {1}\r\na lrs (x)")]
    [InlineData("MYRIGHTS \"a\" lrs)")]
    public Task So_is_what_follows_them(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Rights> result = await session.AskAsync(new MyRightsCommand("a"), "MYRIGHTS a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal("lrs", result.Value.ToString());
        QuirkSession.IsReported(line, result.Malformed);
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
    public Task An_identifier_without_rights_is_reported(string line, string expected) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Acl> result = await session.AskAsync(new GetAclCommand("a"), "GETACL a\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(expected, string.Join(',', result.Value.Entries.Select(static entry => $"{entry.Identifier} {entry.Rights}")));
        QuirkSession.IsReported(line, result.Malformed);
    });

    [Fact]
    public Task So_are_rights_missing_from_LISTRIGHTS() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<GrantableRights> result = await session.AskAsync(new ListRightsCommand("a", "joe"), "LISTRIGHTS a joe\r\n", "* LISTRIGHTS a joe\r\n{tag} OK\r\n");
        QuirkSession.IsReported("LISTRIGHTS a joe", result.Malformed);
        GrantableRights none = await session.AskForAsync(new ListRightsCommand("a", "joe"), "LISTRIGHTS a joe\r\n", "* LISTRIGHTS a joe \"\"\r\n");
        Assert.Equal("", none.Required.ToString());
        Acl acl = await session.AskForAsync(new GetAclCommand("a"), "GETACL a\r\n", "* ACL a ann \"\"\r\n");
        Assert.Equal("", Assert.Single(acl.Entries).Rights.ToString());
    });

    private static async Task FailsAsync(QuirkSession session, Task asking, string written, string lines = "")
    {
        await session.AnswerAsync(written, lines + "{tag} OK done\r\n");
        await asking.FailsAsync<ImapProtocolException>();
    }
}
