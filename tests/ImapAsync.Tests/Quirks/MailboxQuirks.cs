namespace ImapAsync.Tests;

/// <summary>Quirks 29 to 33: LIST, NAMESPACE, STATUS and names.</summary>
public sealed class MailboxQuirks
{
    [Theory]
    [InlineData("Public Folders\tall of them (old)", "Public Folders\tall of them (old)")] // Exchange
    [InlineData("[Gmail]/All Mail", "[Gmail]/All Mail")]
    [InlineData("[Gmail]", "[Gmail]")]
    [InlineData("a[b]c", "a[b]c")]
    [Quirk(29)]
    public Task A_name_without_quotes_goes_on_to_the_end_of_the_line(string written, string name) => QuirkSession.RunAsync(async session =>
    {
        IReadOnlyList<MailboxInfo> mailboxes = await session.AskForAsync(
            new ListCommand("", "*"), "LIST \"\" *\r\n", $"* LIST (\\Marked) \"/\" {written}\r\n* LIST () \"/\" next\r\n");

        Assert.Equal([name, "next"], mailboxes.Select(static mailbox => mailbox.Name.Value));
        Assert.True(mailboxes[0].Attributes.Contains(MailboxAttribute.Marked));
        MailboxStatus status = await session.AskForAsync(
            new StatusCommand(mailboxes[0].Name, StatusItems.Messages), $"STATUS \"{name}\" (MESSAGES)\r\n", $"* STATUS {written} (MESSAGES 3)\r\n");
        Assert.Equal(3, status.Messages);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("Inbox")] // Yahoo
    [InlineData("inbox")]
    [InlineData("\"INBOX\"")]
    [Quirk(30)]
    public Task INBOX_is_INBOX_in_any_case_and_no_other_name_is(string written) => QuirkSession.RunAsync(async session =>
    {
        IReadOnlyList<MailboxInfo> mailboxes = await session.AskForAsync(
            new ListCommand("", "*"), "LIST \"\" *\r\n", $"* LIST () \"/\" {written}\r\n* LIST () \"/\" Sent\r\n* LIST () \"/\" sent\r\n");

        Assert.Equal(MailboxName.Inbox, mailboxes[0].Name);
        Assert.NotEqual(mailboxes[1].Name, mailboxes[2].Name);
        MailboxStatus status = await session.AskForAsync(
            new StatusCommand("INBOX", StatusItems.Messages), "STATUS INBOX (MESSAGES)\r\n", $"* STATUS {written} (MESSAGES 3)\r\n");
        Assert.Equal(3, status.Messages);
    });

    [Theory]
    [InlineData("NIL")]
    [InlineData("\"\"")]
    [InlineData("nil")]
    [Quirk(30)]
    public Task A_delimiter_of_NIL_or_nothing_is_none(string written) => QuirkSession.RunAsync(async session =>
    {
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* LIST () {written} flat\r\n"));
        Assert.Null(mailbox.Delimiter);
        Assert.Equal("flat", mailbox.Name.Value);
    });

    [Fact]
    [Quirk(31)]
    public Task A_LIST_with_RETURN_that_yields_nothing_is_put_together_from_plain_ones() => QuirkSession.RunAsync(async session =>
    {
        // strato
        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync("*", StatusItems.Messages);
        await session.AnswerAsync("LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "{tag} OK done\r\n");
        await session.AnswerAsync("LIST \"\" *\r\n", "* LIST () \"/\" a\r\n{tag} OK done\r\n");
        await session.AnswerAsync("STATUS a (MESSAGES)\r\n", "* STATUS a (MESSAGES 5)\r\n{tag} OK done\r\n");

        Assert.Equal(5, Assert.Single(await listing.InTime()).Status?.Messages);
    });

    [Fact]
    [Quirk(31)]
    public Task A_LIST_by_special_use_that_is_BAD_is_put_together_from_a_plain_one() => QuirkSession.RunAsync(async session =>
    {
        // Proton Bridge
        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync(new ListCommand("", "*") { Selection = ListSelection.SpecialUse });
        await session.AnswerAsync("LIST (SPECIAL-USE) \"\" *\r\n", "{tag} BAD expected mailbox\r\n");
        await session.AnswerAsync("LIST \"\" *\r\n", "* LIST (\\Sent) \"/\" out\r\n* LIST () \"/\" other\r\n{tag} OK done\r\n");

        Assert.Equal("out", Assert.Single(await listing.InTime()).Name.Value);
    });

    [Fact]
    [Quirk(32)]
    public async Task A_connection_that_NAMESPACE_ends_tells_which_command_it_was()
    {
        // Exchange 2003
        await using QuirkSession session = await QuirkSession.StartAsync();
        Task<Namespaces> asking = session.Connection.NamespaceAsync();
        await session.Server.ExpectAsync("A1 NAMESPACE\r\n");
        await session.Server.CloseAsync();

        ImapConnectionException lost = await asking.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.Unknown, lost.Outcome);
        Assert.Contains("NAMESPACE", lost.Message, StringComparison.Ordinal);
        Assert.Contains("safe to repeat", lost.Message, StringComparison.Ordinal);
        Assert.Single(session.Warnings);
    }

    [Theory]
    [InlineData("* STATUS INBOX ()\r\n")] // 163
    [InlineData("* STATUS INBOX\r\n")]
    [InlineData("* STATUS INBOX NIL\r\n")]
    [Quirk(32)]
    public Task An_empty_STATUS_tells_nothing(string response) => QuirkSession.RunAsync(async session =>
    {
        MailboxStatus status = await session.AskForAsync(
            new StatusCommand("INBOX", StatusItems.Basic), "STATUS INBOX (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)\r\n", response);
        Assert.Equal((null, null, null, null), (status.Messages, status.UidNext, status.UidValidity, status.Unseen));
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("a&b", "a&b", "a&b")] // no modified UTF-7 at all
    [InlineData("&AGE-", "a", "&AGE-")] // ASCII that must not be encoded
    [InlineData("Gr\u00C3\u00BC\u00C3\u009Fe", "Grüße", "{7+}\r\nGr\u00C3\u00BC\u00C3\u009Fe")] // raw UTF-8
    [InlineData("Gr\u00FC\u00DFe", "Grüße", "{5+}\r\nGr\u00FC\u00DFe")] // raw Latin-1
    [Quirk(33)]
    public Task A_name_in_no_proper_encoding_goes_back_as_it_came(string written, string text, string sent) => QuirkSession.RunAsync(async session =>
    {
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* LIST () \"/\" \"{written}\"\r\n"));
        Assert.Equal(text, mailbox.Name.Value);

        SelectResult selected = await session.AskForAsync(new SelectCommand(mailbox.Name), $"SELECT {sent}\r\n", "* 4 EXISTS\r\n");
        Assert.Equal(4, selected.Exists);
    });
}
