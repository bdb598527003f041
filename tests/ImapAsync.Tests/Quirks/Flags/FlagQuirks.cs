using System.Text;

namespace ImapAsync.Tests;

/// <summary>Lists of flags, of a message and of a mailbox.</summary>
public sealed class FlagQuirks
{
    [Theory]
    [InlineData("\"(\\Seen $Work)\"", "\\Seen $Work")]
    [InlineData("\"\\Seen $Work\"", "\\Seen $Work")]
    [InlineData("NIL", "")]
    [InlineData("(NIL \\Seen)", "\\Seen")]
    [InlineData("(\\Seen [Gmail]/Work])", "\\Seen [Gmail]/Work]")]
    [InlineData("(\\Junk \\\\Seen \\$Weird)", "\\Junk \\Seen \\$Weird")]
    [InlineData("( \"\\Seen\" \"two words\" )", "\\Seen|two words")]
    [Quirk(24)]
    public Task Flags_come_in_many_forms(string written, string flags) => QuirkSession.RunInInboxAsync(async session =>
    {
        FlagSet expected = FlagSet.Of([.. flags.Split(flags.Contains('|', StringComparison.Ordinal) ? '|' : ' ', StringSplitOptions.RemoveEmptyEntries).Select(Flag.FromServer)]);
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.Size, $"* 3 FETCH (UID 7 FLAGS {written} RFC822.SIZE 44)\r\n");

        Assert.Equal(expected, message.Flags);
        Assert.Equal(44, message.Size);
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("FLAGS (\\Seen ab\"cd)", "\\Seen")] // was not a message
    [InlineData("FLAGS (\\Seen (odd)", "\\Seen")]
    [InlineData("FLAGS (\\Seen \x04)", "\\Seen")] // all flags were lost
    [InlineData("FLAGS (\\Seen (odd))", "\\Seen")]
    [InlineData("FLAGS (\\Seen \x04 \\Flagged)", "\\Seen \\Flagged")]
    [InlineData("FLAGS (ab\"cd \\Seen x\"y)", "\\Seen")]
    [InlineData("FLAGS (\\Seen \"ab cd)", "cd \\Seen")]
    [InlineData("FLAGS (\\Seen a(b \\Flagged)", "\\Seen \\Flagged")]
    [InlineData("FLAGS (\\Seen (a b) \\Flagged)", "\\Seen \\Flagged|\\Seen")]
    [InlineData("FLAGS ((\\Seen) (\\Flagged)", "\\Seen|\\Seen \\Flagged|")]
    [InlineData("FLAGS (\\Seen a\x7F)", "\\Seen")]
    [InlineData("FLAGS (\")", "")]
    [InlineData("FLAGS (\\Seen \"\\Flagged\"\"x)", "\\Seen \\Flagged|\\Seen")]
    public Task Flags_that_can_be_read_are_read(string written, string flags) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (string items in (string[])[$"{written} UID 7 RFC822.SIZE 44", $"UID 7 {written} RFC822.SIZE 44", $"UID 7 RFC822.SIZE 44 {written}"])
        {
            FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.Size, $"* 3 FETCH ({items})\r\n");
            Assert.Equal((7u, 44L), (message.Uid.Value, message.Size));
            Assert.Contains(string.Join(' ', message.Flags.Select(static flag => flag.Name).OrderDescending(StringComparer.Ordinal)), flags.Split('|'));
            Assert.StartsWith("FLAGS (", Encoding.ASCII.GetString(Assert.Single(message.Malformed, static item => item.Name == "FLAGS").Raw.Span), StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("\\Answered ab\"cd")]
    [InlineData("\\Answered \x04")]
    [InlineData("\\Answered a\x7F")]
    public Task So_are_those_of_a_mailbox(string flags) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<SelectResult> result = await session.AskAsync(
            new SelectCommand("INBOX"), "SELECT INBOX\r\n", $"* FLAGS ({flags})\r\n* OK [PERMANENTFLAGS ({flags})] x\r\n* 9 EXISTS\r\n{{tag}} OK done\r\n");
        Assert.Equal<FlagSet>(Flag.Answered, result.Value.Flags);
        Assert.Equal<FlagSet>(Flag.Answered, result.Value.PermanentFlags);
        Assert.Equal(9, result.Value.Exists);
        Assert.Equal(2, result.Malformed.Count);
    });

    [Theory]
    [InlineData("* 3 FETCH (FLAGS (\\Seen ab\"cd) UID 7)\r\n")]
    [InlineData("* 3 FETCH (FLAGS (\\Seen (odd) UID 7)\r\n")]
    public Task So_are_those_of_an_answer_to_STORE(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<StoreResult<UidSet>> result = await session.AskAsync(
            new UidStoreCommand(new Uid(7), FlagOperation.Add, Flag.Seen), "UID STORE 7 +FLAGS (\\Seen)\r\n", line + "{tag} OK done\r\n");
        Assert.Equal("(\\Seen)", Assert.Single(result.Value.Changed).Flags?.ToString());
        Assert.Single(result.Malformed);
    });

    [Theory]
    [InlineData("* FLAGS \"(\\Seen $x)\"\r\n")] // only those of FETCH could be in quotes
    [InlineData("* FLAGS \"\\Seen $x\"\r\n")]
    [InlineData("* FLAGS \\Seen $x\r\n")]
    [InlineData("* flags ( \\seen \"$x\" NIL )\r\n")]
    public Task The_flags_of_a_mailbox_come_in_many_forms(string line) => QuirkSession.RunAsync(async session =>
    {
        SelectResult selected = await session.AskForAsync(new SelectCommand("INBOX"), "SELECT INBOX\r\n", "* 9 EXISTS\r\n" + line + line.Replace("* FLAGS", "* OK [PERMANENTFLAGS", StringComparison.OrdinalIgnoreCase).Replace("\r\n", "]\r\n", StringComparison.Ordinal));
        Assert.Equal<FlagSet>(Flag.Seen | Flag.FromServer("$x"), selected.Flags);
        Assert.Equal(selected.Flags, selected.PermanentFlags);
        await session.SelectInboxAsync();
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", line + "{tag} OK done\r\n");
        Assert.Equal(selected.Flags, session.Inbox.Flags);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n", "\\Seen \\*")]
    [InlineData("* OK [PERMANENTFLAGS \\Seen \\*] x\r\n", "\\Seen \\*")] // no parentheses
    [InlineData("* OK [PERMANENTFLAGS NIL] x\r\n", "")]
    [InlineData("* OK [PERMANENTFLAGS ()] x\r\n", "")]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen \"\\\\*\" [x])] x\r\n", "\\Seen \\* [x]")]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen (x))] x\r\n", "\\Seen")] // those that can be read
    [InlineData("* OK [PERMANENTFLAGS] x\r\n", "\\Answered")]
    public Task Permanent_flags_come_in_many_forms(string line, string flags) => QuirkSession.RunAsync(async session =>
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
}
