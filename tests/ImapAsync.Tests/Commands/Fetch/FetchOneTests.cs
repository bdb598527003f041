namespace ImapAsync.Tests;

public sealed class FetchOneTests
{
    [Fact]
    public Task One_message_is_fetched_with_its_body_in_memory() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedMessage?> fetching = session.Inbox.FetchOneAsync(new(7), [FetchItem.Flags, FetchItem.Body()]);
        await session.AnswerAsync(
            "UID FETCH 7 (UID FLAGS BODY.PEEK[])\r\n", "* 3 FETCH (UID 7 FLAGS (\\Seen) BODY[] {5}\r\nhello)\r\n{tag} OK done\r\n");

        FetchedMessage message = Assert.IsType<FetchedMessage>(await fetching.InTime());
        Assert.Equal((new Uid(7), new SequenceNumber(3)), (message.Uid, message.SequenceNumber));
        Assert.True(message.Flags.Contains(Flag.Seen));
        Assert.Equal("hello"u8.ToArray(), await message.Section(BodySection.Full)!.ReadAllAsync());
        Assert.Equal("hello"u8.ToArray(), await message.Section(BodySection.Full)!.ReadAllAsync());
    });

    [Fact]
    public Task Several_responses_about_it_are_one_message() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedMessage?> fetching = session.Inbox.FetchOneAsync(new(7), [FetchItem.Size, FetchItem.Body()]);
        await session.AnswerAsync(
            "UID FETCH 7 (UID RFC822.SIZE BODY.PEEK[])\r\n",
            "* 3 FETCH (UID 7 RFC822.SIZE 5)\r\n* 3 FETCH (UID 7 BODY[] {5}\r\nhello)\r\n{tag} OK done\r\n");

        FetchedMessage message = Assert.IsType<FetchedMessage>(await fetching.InTime());
        Assert.Equal(5, message.Size);
        Assert.Equal("hello"u8.ToArray(), await message.Section(BodySection.Full)!.ReadAllAsync());
    });

    [Fact]
    public Task A_message_that_is_not_there_is_null() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedMessage?> fetching = session.Inbox.FetchOneAsync(new(7), FetchItems.Envelope);
        await session.AnswerAsync("UID FETCH 7 (ENVELOPE)\r\n", "* 3 FETCH (UID 8 FLAGS (\\Seen))\r\n{tag} OK done\r\n");
        Assert.Null(await fetching.InTime());
    });

    [Fact]
    public Task A_message_that_is_damaged_is_not_taken_for_missing() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedMessage?> fetching = session.Inbox.FetchOneAsync(new(7), FetchItems.Flags);
        await session.AnswerAsync("UID FETCH 7 (FLAGS)\r\n", "* 3 FETCH (UID 7 FLAGS (a (b) c))\r\n{tag} OK done\r\n");
        Assert.Equal("FLAGS", Assert.Single((await fetching.InTime())!.Malformed).Name);
    });

    [Fact]
    public Task A_refusal_is_not_taken_for_missing() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<FetchedMessage?> fetching = session.Inbox.FetchOneAsync(new(7), FetchItems.Flags);
        await session.AnswerAsync("UID FETCH 7 (FLAGS)\r\n", "{tag} NO [SERVERBUG] no\r\n");
        await fetching.FailsAsync<ImapCommandException>();
    });
}
