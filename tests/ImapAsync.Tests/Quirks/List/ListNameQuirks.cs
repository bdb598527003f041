namespace ImapAsync.Tests;

/// <summary>The names, delimiters and data of LIST, whatever surrounds them.</summary>
public sealed class ListNameQuirks
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
    public Task A_delimiter_of_NIL_or_nothing_is_no_delimiter(string written) => QuirkSession.RunAsync(async session =>
    {
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* LIST () {written} flat\r\n"));
        Assert.Null(mailbox.Delimiter);
        Assert.Equal("flat", mailbox.Name.Value);
    });

    [Theory]
    [InlineData("a&b", "a&b", "a&b")] // no modified UTF-7 at all
    [InlineData("&AGE-", "a", "&AGE-")] // ASCII that must not be encoded
    [InlineData("Gr\u00C3\u00BC\u00C3\u009Fe", "Grüße", "{7+}\r\nGr\u00C3\u00BC\u00C3\u009Fe")] // raw UTF-8
    [InlineData("Gr\u00FC\u00DFe", "Grüße", "{5+}\r\nGr\u00FC\u00DFe")] // raw Latin-1
    [Quirk(33)]
    public Task A_name_in_no_valid_encoding_is_sent_back_unchanged(string written, string text, string sent) => QuirkSession.RunAsync(async session =>
    {
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* LIST () \"/\" \"{written}\"\r\n"));
        Assert.Equal(text, mailbox.Name.Value);

        SelectResult selected = await session.AskForAsync(new SelectCommand(mailbox.Name), $"SELECT {sent}\r\n", "* 4 EXISTS\r\n");
        Assert.Equal(4, selected.Exists);
    });

    [Theory]
    [InlineData("* LIST (\\Marked) / a\r\n")] // the delimiter without quotes
    [InlineData("* LIST (\\Marked) {1}\r\n/ {1}\r\na\r\n")] // literals
    [InlineData("* LIST(\\Marked)\"/\"\"a\"\r\n")] // no spaces
    [InlineData("* LIST\t(\\Marked)\t\"/\"\t\"a\"\r\n")] // tabs
    [InlineData("* LIST (\"\\\\Marked\" NIL) \"/\" a\r\n")] // quoted attributes
    [InlineData("* list ( \\marked  ) \"/\"  a  \r\n")]
    [InlineData("* LIST (\\Marked) \"/\" \"a\" ()\r\n")]
    public Task A_mailbox_is_read_whatever_is_around_its_name(string line) => QuirkSession.RunAsync(async session =>
    {
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", line));
        Assert.Equal(("a", '/'), (mailbox.Name.Value, mailbox.Delimiter));
        Assert.Equal<MailboxAttributes>(MailboxAttributes.Of(MailboxAttribute.Marked), mailbox.Attributes);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("(\"CHILDINFO\" (\"SUBSCRIBED\") X-A (1 (2) X-B 3)")]
    [InlineData("((1 2) \"CHILDINFO\" (\"SUBSCRIBED\") X-B 3)")]
    [InlineData("(\"CHILDINFO\" (\"SUBSCRIBED\") X-B")]
    [InlineData("(\"CHILDINFO\" (\"SUBSCRIBED\") X-B \"3)")]
    public Task A_mailbox_with_damaged_data_after_its_name_is_listed(string data) => QuirkSession.RunAsync(async session =>
    {
        string line = $"LIST () \"/\" \"a\" {data}";
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* {line}\r\n* LIST () \"/\" b\r\n{{tag}} OK done\r\n");

        Assert.Equal(["a", "b"], result.Value.Select(static mailbox => mailbox.Name.Value));
        Assert.Equal(["SUBSCRIBED"], result.Value[0].ChildInfo);
        session.Reports(Assert.Single(result.Malformed), "LIST", line);
    });

    [Theory]
    [InlineData("LIST (\\HasNoChildren \"/\" a")]
    [InlineData("LIST () \"/\" \"a")]
    [InlineData("LIST () \"/\"")]
    [InlineData("LIST \\Marked \"/\" a")]
    [InlineData("LIST")]
    public Task A_LIST_without_a_name_is_malformed_and_the_others_are_fine(string damaged) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(
            new ListCommand("", "*"), "LIST \"\" *\r\n", $"* LIST () \"/\" b\r\n* {damaged}\r\n* LIST () \"/\" c\r\n{{tag}} OK done\r\n");
        Assert.Equal(["b", "c"], result.Value.Select(static mailbox => mailbox.Name.Value));
        session.Reports(Assert.Single(result.Malformed), "LIST", damaged);
    });

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
    public Task An_unescaped_quote_in_a_name_is_reported(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* {line}\r\n* LIST () \"/\" c\r\n{{tag}} OK done\r\n");
        Assert.Equal(["a", "c"], result.Value.Select(static mailbox => mailbox.Name.Value));
        session.Reports(Assert.Single(result.Malformed), "LIST", line);
    });

    [Theory]
    [InlineData("* LIST () \"/\" a (\"CHILDINFO\" NIL)\r\n", "a", 0)] // was a part of the name
    [InlineData("* LIST () \"/\" a (\"CHILDINFO\" (\"SUBSCRIBED\"))\r\n", "a", 1)]
    [InlineData("* LIST () \"/\" a (CHILDINFO (SUBSCRIBED))\r\n", "a", 1)]
    [InlineData("* LIST () \"/\" a (old stuff)\r\n", "a (old stuff)", 0)]
    [InlineData("* LIST () \"/\" a b (c)\r\n", "a b (c)", 0)]
    public Task Data_after_a_name_is_distinguished_from_the_name(string line, string name, int children) => QuirkSession.RunAsync(async session =>
    {
        MailboxInfo mailbox = Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", line));
        Assert.Equal((name, children), (mailbox.Name.Value, mailbox.ChildInfo.Count));
    });

    [Theory]
    [InlineData("LIST () \"/\" a (\"X-Y\" 3", "a")] // was the name as a whole
    [InlineData("LIST () \"/\" a (\"CHILDINFO\" (\"SUBSCRIBED\")", "a")]
    [InlineData("LIST () \"/\" a (\"X-Y\" 3) junk", "a")]
    [InlineData("LIST () \"/\" \"c\" junk", "c")]
    [InlineData("LIST () \"/\" \"d\" (\"CHILDINFO\" (\"SUBSCRIBED\")) junk", "d")]
    [InlineData("LIST () \"/\" {1}\r\na extra", "a")]
    [InlineData("LIST () \"/\" {1}\r\naextra", "a")]
    [InlineData("LIST () \"ab\" a", "a")]
    public Task A_tail_of_a_LIST_is_reported(string line, string name) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(
            new ListCommand("", "*"), "LIST \"\" *\r\n", $"* {line}\r\n* LIST () \"/\" b\r\n{{tag}} OK done\r\n");
        Assert.Equal([name, "b"], result.Value.Select(static mailbox => mailbox.Name.Value));
        QuirkSession.IsReported(line, result.Malformed);
    });

    [Theory]
    [InlineData("LIST () \"/\" a junk", "a junk")] // an unquoted name extends to the end of the line
    [InlineData("LIST () \"/\" a (b", "a (b")]
    [InlineData("LIST () \"/\" \"c\"  ", "c")]
    [InlineData("LIST () \"/\" \"c\" ()", "c")]
    [InlineData("LIST () \"/\" {1}\r\na (\"X-Y\" 3)", "a")]
    public Task A_name_that_is_whole_is_not(string line, string name) => QuirkSession.RunAsync(async session =>
        Assert.Equal(name, Assert.Single(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* {line}\r\n")).Name.Value));
}
