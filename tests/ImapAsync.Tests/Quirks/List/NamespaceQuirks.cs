namespace ImapAsync.Tests;

/// <summary>NAMESPACE.</summary>
public sealed class NamespaceQuirks
{
    [Fact]
    [Quirk(32)]
    public async Task A_connection_that_NAMESPACE_ends_names_the_command()
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
        session.Reports(Assert.Single(result.Malformed), "NAMESPACE", line);
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
}
