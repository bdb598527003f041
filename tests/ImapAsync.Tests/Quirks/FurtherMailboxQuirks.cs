using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: LIST, STATUS, SELECT and what is told of mailboxes.</summary>
public sealed class FurtherMailboxQuirks
{
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
    public Task A_mailbox_with_damaged_data_behind_its_name_is_listed(string data) => QuirkSession.RunAsync(async session =>
    {
        string line = $"LIST () \"/\" \"a\" {data}";
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"* {line}\r\n* LIST () \"/\" b\r\n{{tag}} OK done\r\n");

        Assert.Equal(["a", "b"], result.Value.Select(static mailbox => mailbox.Name.Value));
        Assert.Equal(["SUBSCRIBED"], result.Value[0].ChildInfo);
        Told(session, Assert.Single(result.Malformed), "LIST", line);
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
        Told(session, Assert.Single(result.Malformed), "LIST", damaged);
    });

    [Theory]
    [InlineData("STATUS a (MESSAGES many UNSEEN 3)")]
    [InlineData("STATUS a (MESSAGES UNSEEN 3)")] // a number is missing
    [InlineData("STATUS a ((1 2) UNSEEN 3 MESSAGES)")]
    [InlineData("STATUS a (MESSAGES 99999999999999999999 UNSEEN 3)")]
    [InlineData("STATUS a (UNSEEN 3")]
    public Task A_damaged_counter_does_not_reach_its_neighbours(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxStatus> result = await session.AskAsync(
            new StatusCommand("a", StatusItems.Messages | StatusItems.Unseen), "STATUS a (MESSAGES UNSEEN)\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((null, 3L), (result.Value.Messages, result.Value.Unseen));
        Told(session, Assert.Single(result.Malformed), "STATUS", line);
    });

    [Theory]
    [InlineData("* STATUS Public Folders (MESSAGES 3)\r\n")]
    [InlineData("* STATUS \"Public Folders\"(MESSAGES 3)\r\n")]
    [InlineData("* STATUS {14}\r\nPublic Folders (MESSAGES \"3\" X-A NIL)\r\n")]
    public Task A_STATUS_may_name_its_mailbox_in_other_ways(string line) => QuirkSession.RunAsync(async session =>
    {
        MailboxStatus status = await session.AskForAsync(new StatusCommand("Public Folders", StatusItems.Messages), "STATUS \"Public Folders\" (MESSAGES)\r\n", line);
        Assert.Equal(3, status.Messages);
    });

    [Theory]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n", "\\Seen \\*")]
    [InlineData("* OK [PERMANENTFLAGS \\Seen \\*] x\r\n", "\\Seen \\*")] // no parentheses
    [InlineData("* OK [PERMANENTFLAGS NIL] x\r\n", "")]
    [InlineData("* OK [PERMANENTFLAGS ()] x\r\n", "")]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen \"\\\\*\" [x])] x\r\n", "\\Seen \\* [x]")]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen (x))] x\r\n", "\\Seen")] // those that can be read
    [InlineData("* OK [PERMANENTFLAGS] x\r\n", "\\Answered")]
    public Task Permanent_flags_come_in_many_shapes(string line, string flags) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> result = await session.AskAsync(
            new SelectCommand("INBOX"), "SELECT INBOX\r\n", "* 9 EXISTS\r\n* FLAGS (\\Answered)\r\n" + line + "* OK [UIDNEXT \"9\"] x\r\n* OK [UIDVALIDITY x] x\r\n{tag} OK done\r\n");
        SelectResult selected = result.Value;
        string[] damaged = line.Contains("(x)", StringComparison.Ordinal) ? [line[2..^2], "OK [UIDVALIDITY x] x"] : ["OK [UIDVALIDITY x] x"];
        Assert.Equal(damaged, result.Malformed.Select(static malformed => Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal(damaged.Length, session.Warnings.Count);
        Assert.Equal(FlagSet.Of([.. flags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Flag.FromServer)]), selected.PermanentFlags);
        Assert.Equal((9u, null), (selected.UidNext?.Value, selected.UidValidity));
    });

    [Theory]
    [InlineData("NAMESPACE ((\"\" \"/\")) (x) ((\"s/\" \"/\"))")]
    [InlineData("NAMESPACE ((\"\" \"/\")(NIL)) NIL ((\"s/\" \"/\"))")]
    [InlineData("NAMESPACE ((\"\" \"/\")((x))) \"y\" ((\"s/\" \"/\"))")]
    [InlineData("NAMESPACE ((\"\" \"/\")) NIL ((\"s/\" \"/\")")]
    public Task A_damaged_namespace_does_not_reach_its_neighbours(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<Namespaces> result = await session.AskAsync(new NamespaceCommand(), "NAMESPACE\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(new MailboxNamespace("", '/'), Assert.Single(result.Value.Personal));
        Assert.Equal(new MailboxNamespace("s/", '/'), Assert.Single(result.Value.Shared));
        Assert.Empty(result.Value.OtherUsers);
        Told(session, Assert.Single(result.Malformed), "NAMESPACE", line);
    });

    [Theory]
    [InlineData("* NAMESPACE ((\"\" \"/\"))\r\n")]
    [InlineData("* NAMESPACE ((\"\" \"/\" X-A (1) X-B NIL X-C)) nil ()\r\n")]
    [InlineData("* NAMESPACE (NIL (\"\" \"/\")) NIL\r\n")]
    [InlineData("* NAMESPACE (( {0}\r\n \"/\" ))\r\n")]
    public Task Namespaces_may_be_left_out(string line) => QuirkSession.RunAsync(async session =>
    {
        Namespaces namespaces = await session.AskForAsync(new NamespaceCommand(), "NAMESPACE\r\n", line);
        Assert.Equal(("", '/'), (Assert.Single(namespaces.Personal).Prefix.Value, namespaces.Personal[0].Delimiter));
        Assert.Empty(namespaces.OtherUsers);
        Assert.Empty(namespaces.Shared);
    });

    private static void Told(QuirkSession session, MalformedResponse malformed, string name, string raw)
    {
        Assert.Equal((name, raw), (malformed.Name, Encoding.Latin1.GetString(malformed.Raw.Span)));
        Assert.Contains("expected", malformed.Reason, StringComparison.Ordinal);
        Assert.StartsWith("A response could not be read", Assert.Single(session.Warnings), StringComparison.Ordinal);
    }
}
