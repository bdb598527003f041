namespace ImapAsync.Tests;

/// <summary>Responses that have lost their star, as the first of an answer, so that they do not continue another.</summary>
public sealed class StarlessQuirks
{
    [Theory]
    [InlineData("LIST () \"/\" a")]
    [InlineData("list (\\Marked) NIL \"a\"")]
    [InlineData("OK hello\r\nLIST () \"/\" a")]
    public Task L_I_s_t(string lines) => QuirkSession.RunInInboxAsync(async session =>
    {
        IReadOnlyList<MailboxInfo> found = await session.AskForAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"{lines}\r\n");
        Assert.Equal("a", Assert.Single(found).Name.ToString());
    });

    [Theory]
    [InlineData("SEARCH 1 2")]
    [InlineData("SORT 1 2")]
    public Task S_e_a_r_c_h(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        SequenceSearchResult found = await session.AskForAsync(new SearchCommand(SearchQuery.All), "SEARCH ALL\r\n", $"{line}\r\n");
        Assert.Equal("1:2", found.Numbers.ToString());
    });

    [Theory]
    [InlineData("3 EXPUNGE", 1)]
    [InlineData("3 EXPUNGED\r\n3 EXPUNGE", 1, 1)]
    [InlineData("VANISHED 3:4", 2)]
    public Task E_x_p_u_n_g_e(string lines, int count, int malformed = 0) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<ExpungeResult> result = await session.AskAsync(new ExpungeCommand(), "EXPUNGE\r\n", $"{lines}\r\n{{tag}} OK done\r\n");
        Assert.Equal((count, malformed), (result.Value.Count, result.Malformed.Count));
        Assert.Equal(9 - count, session.Inbox.Exists);
    });

    [Theory]
    [InlineData("1 FETCH (UID 5 FLAGS (\\Seen))")]
    [InlineData("1 FETCH (FLAGS (\\Seen) UID 5)")]
    [InlineData("* 9 EXISTS\r\n1 FETCH (UID 5 FLAGS (\\Seen))")]
    public Task F_e_t_c_h(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        UidFetchCommand command = new(new Uid(5), FetchItems.Flags);
        FetchedMessage message = Assert.Single(await session.AskForAsync(command, "UID FETCH 5 (FLAGS)\r\n", $"{line}\r\n"));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);

        List<FetchedMessage> streamed = [];
        Task streaming = Task.Run(async () => streamed.AddRange(await session.Inbox.StreamAsync(command).ToListAsync()));
        await session.AnswerAsync("UID FETCH 5 (FLAGS)\r\n", $"{line}\r\n{{tag}} OK done\r\n");
        await streaming.InTime();
        Assert.Equal(new Uid(5), Assert.Single(streamed).Uid);
    });

    [Theory]
    [InlineData("SEARCH completed")]
    [InlineData("LIST of mailboxes follows")]
    [InlineData("welcome")]
    public Task Chatter_of_a_server_is_not_an_answer(string line) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> listed = await session.AskAsync(new ListCommand("", "*"), "LIST \"\" *\r\n", $"{line}\r\n{{tag}} OK done\r\n");
        Assert.Equal((0, 0), (listed.Value.Count, listed.Malformed.Count));
    });
}
