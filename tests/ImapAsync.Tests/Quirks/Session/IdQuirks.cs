namespace ImapAsync.Tests;

/// <summary>ID and LANGUAGE.</summary>
public sealed class IdQuirks
{
    [Fact]
    [Quirk(38)]
    public Task A_server_that_requires_ID_first_refuses_and_can_be_asked_again() => QuirkSession.RunAsync(async session =>
    {
        // 163, 126
        Task<SelectedMailbox> selecting = session.Connection.SelectAsync("INBOX");
        await session.AnswerAsync("SELECT INBOX\r\n", "{tag} NO SELECT Unsafe Login. Please contact kefu@188.com for help\r\n");
        ImapCommandException refused = await selecting.FailsAsync<ImapCommandException>();
        Assert.Contains("Unsafe Login", refused.ServerText, StringComparison.Ordinal);
        Assert.Contains("(send ID first", refused.Message, StringComparison.Ordinal);

        await session.AskForAsync(
            new IdCommand(new Dictionary<string, string?> { ["name"] = "x" }), "ID (\"name\" \"x\")\r\n", "* ID NIL\r\n");
        await session.SelectInboxAsync();
        Assert.Equal(9, session.Inbox.Exists);
    });

    [Fact]
    [Quirk(38)]
    public Task ID_without_fields_is_NIL() => QuirkSession.RunAsync(async session =>
    {
        // Exchange answers BAD to ID ().
        Assert.Empty(await session.AskForAsync(new IdCommand(), "ID NIL\r\n", "* ID NIL\r\n"));
        Assert.Empty(await session.AskForAsync(new IdCommand(new Dictionary<string, string?>()), "ID NIL\r\n", "* ID ()\r\n"));
    });

    [Theory]
    [InlineData("ID (\"name\" (x) \"version\" \"1\")")]
    [InlineData("ID ((x) \"version\" {1}\r\n1)")]
    [InlineData("ID (version 1")]
    public Task Fields_of_ID_around_the_damage_are_read(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyDictionary<string, string?>> result = await session.AskAsync(new IdCommand(), "ID NIL\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal("1", Assert.Single(result.Value).Value);
        session.Reports(Assert.Single(result.Malformed), line);
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
    [InlineData("* LANGUAGE (EN)\r\n")]
    [InlineData("* LANGUAGE EN\r\n")]
    [InlineData("* language ( \"EN\" NIL )\r\n")]
    public Task A_language_needs_no_parentheses(string line) => QuirkSession.RunAsync(async session =>
        Assert.Equal(["EN"], await session.AskForAsync(new LanguageCommand(), "LANGUAGE\r\n", line)));

    [Theory]
    [InlineData("* ID (NIL NIL)\r\n")] // was a field without a name
    [InlineData("* ID ( )\r\n")]
    [InlineData("* ID nil nil\r\n")]
    public Task An_ID_of_nothing_has_no_fields(string line) => QuirkSession.RunAsync(async session =>
        Assert.Empty(await session.AskForAsync(new IdCommand(), "ID NIL\r\n", line)));
}
