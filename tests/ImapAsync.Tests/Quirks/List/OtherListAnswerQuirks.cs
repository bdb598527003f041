using System.Text;

namespace ImapAsync.Tests;

/// <summary>LIST and LSUB answered under each other's name.</summary>
public sealed class OtherListAnswerQuirks
{
    [Theory]
    [InlineData("LIST", "LSUB")]
    [InlineData("LIST", "XLIST")]
    [InlineData("LSUB", "LIST")]
    [InlineData("LSUB", "XLIST")]
    [InlineData("RLIST", "LSUB")]
    [InlineData("RLSUB", "LIST")]
    public Task Mailboxes_under_another_name_are_taken(string asked, string told) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await AskAsync(session, asked, $"* {told} (\\HasChildren) \"/\" a\r\n* {told} () \"/\" \"a/b\"\r\n");
        Assert.Equal(["a", "a/b"], result.Value.Select(static mailbox => mailbox.Name.Value));
        Assert.Empty(result.Malformed);

        // Beside its own answer they do not count.
        string own = asked.TrimStart('R');
        result = await AskAsync(session, asked, $"* {told} () \"/\" x\r\n* {own} () \"/\" a\r\n* {told} () \"/\" y\r\n");
        Assert.Equal("a", Assert.Single(result.Value).Name.Value);
        Assert.Empty(result.Malformed);

        result = await AskAsync(session, asked, $"* {told} () \"/\" a\r\n* {told} (\\A \"/\" b\r\n");
        Assert.Equal("a", Assert.Single(result.Value).Name.Value);
        Assert.Equal($"{told} (\\A \"/\" b", Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
    });

    [Fact]
    public Task The_status_of_such_a_mailbox_is_on_it() => QuirkSession.RunAsync(async session =>
    {
        IReadOnlyList<MailboxInfo> listed = await session.AskForAsync(
            new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "* LSUB () \"/\" a\r\n* STATUS a (MESSAGES 1)\r\n");
        Assert.Equal(1, Assert.Single(listed).Status?.Messages);
        listed = await session.AskForAsync(
            new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "* LSUB () \"/\" a\r\n* STATUS a (MESSAGES 2)\r\n");
        Assert.Equal(2, Assert.Single(listed).Status?.Messages);
        // What also comes before it is reported by itself.
        ImapResult<IReadOnlyList<MailboxInfo>> early = await session.AskAsync(
            new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "* STATUS a (MESSAGES 1)\r\n* LSUB () \"/\" a\r\n{tag} OK\r\n");
        Assert.Equal("a", Assert.Single(early.Value).Name.Value);
        Assert.Equal("STATUS a (MESSAGES 1)", Encoding.ASCII.GetString(Assert.Single(early.Malformed).Raw.Span));
    });

    [Fact]
    public Task What_cannot_match_is_reported() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "Work"), "LIST \"\" Work\r\n", "* LSUB () \"/\" Other\r\n{tag} OK\r\n");
        Assert.Empty(result.Value);
        Assert.Equal("LSUB () \"/\" Other", Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
    });

    [Fact]
    public Task Of_two_at_once_each_has_its_own() => QuirkSession.RunAsync(async session =>
    {
        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync();
        Task<IReadOnlyList<MailboxInfo>> subscribed = session.Connection.LsubAsync();
        await session.Server.ExpectAsync("A1 LIST \"\" *\r\nA2 LSUB \"\" *\r\n");
        session.SkipTags(2);
        await session.Server.SendAsync("* LSUB () \"/\" s\r\n* LIST () \"/\" l\r\nA1 OK\r\nA2 OK\r\n");
        Assert.Equal("l", Assert.Single(await listing.InTime()).Name.Value);
        Assert.Equal("s", Assert.Single(await subscribed.InTime()).Name.Value);
    });

    [Fact]
    public Task An_empty_answer_is_empty() => QuirkSession.RunAsync(async session =>
    {
        Assert.Empty(await session.AskForAsync(new LsubCommand("", "*"), "LSUB \"\" *\r\n", ""));
        Assert.Empty(await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", ""));
    });

    [Fact]
    public Task A_possible_answer_to_another_command_is_not_lost() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<ImapResult<SortResult<Uid>>> sorting = session.Inbox.SendAsync(new UidSortCommand([SortKey.Date], SearchQuery.Seen)).AsTask();
        Task<ImapResult<ThreadResult<Uid>>> threading = session.Inbox.SendAsync(new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Seen)).AsTask();
        await session.Server.ExpectAsync("A2 UID SORT (DATE) US-ASCII SEEN\r\nA3 UID THREAD REFERENCES US-ASCII SEEN\r\n");
        session.SkipTags(2);
        // The SORT had kept it and dropped it.
        await session.Server.SendAsync("* SORT 2 1\r\n* SEARCH 1 2\r\nA2 OK\r\nA3 OK\r\n");
        Assert.Equal([2u, 1u], (await sorting.InTime()).Value.Select(static uid => uid.Value));
        Assert.Equal("SEARCH 1 2", Encoding.ASCII.GetString(Assert.Single((await threading.InTime()).Malformed).Raw.Span));
    });

    private static Task<ImapResult<IReadOnlyList<MailboxInfo>>> AskAsync(QuirkSession session, string command, string lines) => session.AskAsync(
        command switch
        {
            "LIST" => new ListCommand("", "*"),
            "LSUB" => new LsubCommand("", "*"),
            "RLIST" => new RlistCommand("", "*"),
            _ => (ImapCommand<IReadOnlyList<MailboxInfo>>)new RlsubCommand("", "*"),
        },
        $"{command} \"\" *\r\n",
        lines + "{tag} OK done\r\n");
}
