using System.Text;

namespace ImapAsync.Tests;

/// <summary>Literals that are announced oddly or have a wrong count.</summary>
public sealed class LiteralQuirks
{
    // Domino does not count the last line end of a message, or counts one octet of it.
    [Theory]
    [InlineData("* 3 FETCH (UID 7 BODY[] {10}\r\n0123456789\r\n)\r\n", "0123456789")]
    [InlineData("* 3 FETCH (UID 7 BODY[] {11}\r\n0123456789\r\n)\r\n", "0123456789\r")]
    [InlineData("* 3 FETCH (UID 7 BODY[] {14}\r\n0123456789\r\n)\r\n", "0123456789\r\n)\r")]
    [Quirk(6)]
    public Task A_literal_with_a_wrong_count_affects_nothing_after_the_line_end(string response, string body) => QuirkSession.RunInInboxAsync(async session =>
    {
        string next = "* 4 FETCH (UID 8 BODY[] {1}\r\nx)\r\n";
        ImapResult<IReadOnlyList<FetchedMessage>> result = await session.AskAsync(
            new UidFetchCommand(UidSet.Parse("7:8"), FetchItem.Body()), "UID FETCH 7:8 (UID BODY.PEEK[])\r\n", response + next + "{tag} OK done\r\n");

        Assert.Equal([body, "x"], result.Value.Select(static message => System.Text.Encoding.ASCII.GetString(((BufferedBody)message.Section(BodySection.Full)!).Octets.Span)));
        if (body.Length < 14)
            Assert.Equal("A line that is not a response was skipped: \")\"", Assert.Single(session.Warnings.Skip(1)));
    });

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1 LITERAL + IDLE\r\n")]
    [InlineData("* CAPABILITY  IMAP4rev1  LITERAL+  IDLE \r\n")]
    [Quirk(10)]
    public Task LITERAL_and_its_plus_may_be_separated(string response) => QuirkSession.RunAsync(async session =>
    {
        ImapCapabilities capabilities = await session.AskForAsync(new CapabilityCommand(), "CAPABILITY\r\n", response);

        Assert.Equal<ImapCapabilities>(["IMAP4rev1", "LITERAL+", "IDLE"], capabilities);
        Assert.Equal(capabilities, session.Connection.Capabilities);
        // The plus counts: the literal is sent without a wait.
        await session.AskAsync(new LoginCommand("a\nb", "c"), "LOGIN {3+}\r\na\nb \"c\"\r\n", "{tag} NO not you\r\n");
    }, "* PREAUTH hello\r\n");

    [Fact]
    public Task A_literal_at_the_end_of_a_response_keeps_its_own_line_end() => QuirkSession.RunAsync(async session =>
    {
        // The root's name ends with CR LF, and so does the response, right after it.
        QuotaRoots roots = await session.AskForAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTAROOT a {4}\r\nx\n\r\n\r\n");
        Assert.Equal(["x\n\r\n"], roots.Roots);
        Assert.Empty(session.Warnings);
    });

    [Theory]
    [InlineData("{9} \r\n")] // spaces after the header: the literal was read as responses, and the server's mail could have spoken for it
    [InlineData("{9}  \r\n")]
    [InlineData("{9}\r\r\n")]
    [InlineData("{9}\t\r\n")]
    [InlineData("{9} \n")]
    [InlineData(" {9+}\r\n")]
    public Task A_literal_is_recognised_whatever_follows_its_header(string header) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.Body(), $"* 3 FETCH (UID 7 BODY[] {header}A2 OK x\r\n FLAGS (\\Seen))\r\n");
        Assert.Equal("A2 OK x\r\n", Encoding.ASCII.GetString(await message.Section(BodySection.Full)!.ReadAllAsync()));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Empty(session.Warnings);
    });
}
