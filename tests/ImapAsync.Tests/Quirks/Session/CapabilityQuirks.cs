namespace ImapAsync.Tests;

/// <summary>CAPABILITY and ENABLE.</summary>
public sealed class CapabilityQuirks
{
    [Fact]
    public Task Capabilities_may_be_sent_in_any_place_and_case() => QuirkSession.RunAsync(async session =>
    {
        Assert.True(session.Connection.Capabilities.Contains("idle"));
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", "{tag} OK [capability IMAP4rev1 SORT=x SORT] done\r\n");
        Assert.Equal<ImapCapabilities>(["IMAP4rev1", "SORT", "SORT=x"], session.Connection.Capabilities);
        await session.AskAsync(new NoopCommand(), "NOOP\r\n", "* OK [CAPABILITY] none\r\n{tag} OK done\r\n");
        Assert.Empty(session.Connection.Capabilities);
    }, "* preauth [capability imap4rev1 IDLE] hello\r\n");

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1\tIDLE\tAUTH=PLAIN\r\n")] // was one capability
    [InlineData("* CAPABILITY (IMAP4rev1 IDLE AUTH=PLAIN)\r\n")]
    [InlineData("* CAPABILITY \"IMAP4rev1\" \"IDLE\" \"AUTH=PLAIN\"\r\n")]
    [InlineData("* CAPABILITY IMAP4rev1, IDLE, AUTH=PLAIN\r\n")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN] here they are\r\n")] // was not an answer
    [InlineData("* CAPABILITY  IMAP4rev1 IDLE AUTH=PLAIN idle \r\n")]
    public Task Capabilities_come_in_many_forms(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapCapabilities capabilities = await session.AskForAsync(new CapabilityCommand(), "CAPABILITY\r\n", line);
        Assert.Equal<ImapCapabilities>(["IMAP4rev1", "IDLE", "AUTH=PLAIN"], capabilities);
        Assert.Equal(capabilities, session.Connection.Capabilities);
        ImapCapabilities enabled = await session.AskForAsync(new EnableCommand("CONDSTORE"), "ENABLE CONDSTORE\r\n", "* ENABLED (\"CONDSTORE\")\r\n");
        Assert.Equal<ImapCapabilities>(["CONDSTORE"], enabled);
    });

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1 IDLE\r\n{tag} OK done\r\n")]
    [InlineData("{tag} OK [CAPABILITY IMAP4rev1 IDLE] done\r\n")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 IDLE] x\r\n{tag} OK done\r\n")]
    public Task Capabilities_may_be_sent_in_a_code(string answer) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<ImapCapabilities> result = await session.AskAsync(new CapabilityCommand(), "CAPABILITY\r\n", answer);
        Assert.True(result.Value.Contains("IDLE"));
        Assert.Empty(result.Malformed);
    });

    [Fact]
    [Quirk(37)]
    public Task ENABLE_counts_without_an_ENABLED_response() => QuirkSession.RunAsync(async session =>
    {
        // iCloud
        ImapCapabilities enabled = await session.AskForAsync(new EnableCommand("CONDSTORE", "QRESYNC"), "ENABLE CONDSTORE QRESYNC\r\n", "");
        Assert.Equal<ImapCapabilities>(["CONDSTORE", "QRESYNC"], enabled);
    });
}
