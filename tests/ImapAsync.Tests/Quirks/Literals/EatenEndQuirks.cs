namespace ImapAsync.Tests;

/// <summary>
/// A literal that is longer than its text, and the last thing in its response, has swallowed the
/// closing parenthesis, the line end, or both. What it has is passed on, the message says that something is missing,
/// and what follows is read as if nothing had happened.
/// </summary>
public sealed class EatenEndQuirks
{
    private static readonly FetchItems Asked = FetchItem.Body(BodySection.Text)
        | FetchItem.Body(BodySection.Header) | FetchItem.Preview | FetchItem.Envelope | FetchItem.Flags;

    [Theory]
    [InlineData("UID 7 BODY[TEXT] {12}\r\nhello world)\r\n")]
    [InlineData("UID 7 BODY[TEXT] {13}\r\nhello world)\r\n")] // the CR too
    // the line end too: the next response was mistaken for its rest
    [InlineData("UID 7 BODY[TEXT] {14}\r\nhello world)\r\n")]
    [InlineData("UID 7 BODY[TEXT] {11}\r\nhello world\r\n")] // it never came
    [InlineData("UID 7 BODY[TEXT] {12}\r\nhello world)")] // neither did the line end
    [InlineData("UID 7 BODY[TEXT] {11}\r\nhello world FLAGS (\\Seen)\r\n")] // an item after it
    // a closing one was swallowed: that of the list or the last one
    [InlineData("UID 7 ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL {5}\r\nsubj))\r\n")]
    [InlineData("UID 7 BODY[HEADER] {12}\r\nhello world)\r\n")]
    [InlineData("UID 7 BODY[HEADER] {14}\r\nhello world)\r\n")]
    [InlineData("UID 7 PREVIEW {12}\r\nhello world)\r\n")]
    [InlineData("UID 7 PREVIEW {14}\r\nhello world)\r\n")]
    [InlineData("UID 7 BODY[HEADER] {3}\r\nabc BODY[TEXT] {12}\r\nhello world)\r\n")]
    [InlineData("UID 7 BODY[HEADER] {3}\r\nabc BODY[TEXT] {14}\r\nhello world)\r\n")]
    [InlineData("UID 7 BODY[TEXT] {3}\r\nabc BODY[HEADER] {12}\r\nhello world)\r\n")]
    [InlineData("UID 7 BODY[TEXT] {3}\r\nabc BODY[HEADER] {14}\r\nhello world)\r\n")]
    [InlineData("UID 7 FLAGS (\\Seen) BODY[TEXT] ~{12}\r\nhello world)\r\n")]
    [InlineData("BODY[TEXT] {3}\r\nabc UID 7 PREVIEW {13}\r\nhello world)\r\n")]
    [InlineData("BODY[TEXT] {3}\r\nabc UID 7 PREVIEW {14}\r\nhello world)\r\n")]
    [InlineData("UID 7 ENVELOPE (NIL {4}\r\nsubj NIL NIL NIL NIL NIL NIL NIL NIL) BODY[TEXT] {12}\r\nhello world)\r\n")]
    public Task The_message_says_that_its_end_is_missing(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(Asked, $"* 3 FETCH ({items}");
        MalformedResponse told = Assert.Single(message.Malformed);
        Assert.Equal("FETCH", told.Name);
        Assert.Contains("a closing parenthesis after the literal", told.Reason, StringComparison.Ordinal);
        Assert.Equal(7u, message.Uid.Value);
        Assert.Equal(2, session.Warnings.Count);
    });

    // For a message with another after it, gathered and streamed: both arrive, and what follows continues neither.
    [Theory]
    [InlineData("{12}\r\nhello world)\r\n")]
    [InlineData("{13}\r\nhello world)\r\n")]
    [InlineData("{14}\r\nhello world)\r\n")]
    [InlineData("{12}\r\nhello world)")]
    public Task Other_responses_follow(string body) => QuirkSession.RunInInboxAsync(async session =>
    {
        string answer = $"* 3 FETCH (UID 7 BODY[TEXT] {body}* 10 EXISTS\r\n* 4 FETCH (UID 8 BODY[TEXT] {body}"
            + "* 5 FETCH (UID 9 BODY[TEXT] {3}\r\nabc)\r\n{tag} OK done\r\n";
        UidFetchCommand fetch = new(UidSet.Parse("7:9"), FetchItem.Body(BodySection.Text));
        ImapResult<IReadOnlyList<FetchedMessage>> result = await session.AskAsync(fetch,
            "UID FETCH 7:9 (UID BODY.PEEK[TEXT])\r\n", answer);
        Assert.Equal([(7u, 1), (8u, 1), (9u, 0)],
            result.Value.Select(static message => (message.Uid.Value, message.Malformed.Count)));
        Assert.Empty(result.Malformed);
        Assert.Equal(10, session.Inbox.Exists);

        List<(uint, int)> streamed = [];
        Task streaming = StreamAsync();
        await session.AnswerAsync("UID FETCH 7:9 (UID BODY.PEEK[TEXT])\r\n", answer);
        await streaming.InTime();
        Assert.Equal([(7u, 1), (8u, 1), (9u, 0)], streamed);

        async Task StreamAsync()
        {
            await foreach (FetchedMessage message in session.Inbox.StreamAsync(fetch))
            {
                foreach (MessageBody section in message.Sections)
                    await section.ReadAllAsync();
                streamed.Add((message.Uid.Value, message.Malformed.Count));
            }
        }
    });

    [Theory]
    [InlineData("* LIST () \"/\" {3}\r\na\r\n* LIST () \"/\" b\r\n", 2)]
    [InlineData("* LIST () \"/\" {3}\r\na\r\n* LIST () \"/\" {1}\r\nb\r\n", 2)]
    [InlineData("* LIST () \"/\" {3}\r\na\r\n", 1)]
    public Task What_follows_a_swallowed_line_end_is_a_response(
        string lines, int count) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await session.AskAsync(new ListCommand("", "*"),
            "LIST \"\" *\r\n", lines + "{tag} OK done\r\n");
        Assert.Equal(count, result.Value.Count + result.Malformed.Count);
    });

    [Theory]
    [InlineData("UID 7 BODY[TEXT] {11}\r\nhello world)\r\n")]
    [InlineData("UID 7 BODY[TEXT] {11}\r\nhello world )\r\n")]
    [InlineData("UID 7 BODY[TEXT] {11}\r\nhello world FLAGS (\\Seen))\r\n")]
    [InlineData("(UID 7 BODY[TEXT] {11}\r\nhello world))\r\n")]
    [InlineData("UID 7 BODY[HEADER] {11}\r\nhello world)\r\n")]
    [InlineData("UID 7 ENVELOPE (NIL {4}\r\nsubj NIL NIL NIL NIL NIL NIL NIL NIL))\r\n")]
    public Task One_that_has_its_end_is_not_reported(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        Assert.Empty((await session.FetchOneAsync(Asked, $"* 3 FETCH ({items}")).Malformed);
        Assert.Empty(session.Warnings);
    });

    [Fact]
    public Task Nor_is_one_that_has_no_parentheses() => QuirkSession.RunInInboxAsync(async session =>
    {
        Assert.Empty((await session.FetchOneAsync(Asked,
            "* 3 FETCH UID 7 BODY[TEXT] {11}\r\nhello world\r\n")).Malformed);
        Assert.Empty((await session.FetchOneAsync(Asked,
            "* 3 FETCH UID 7 BODY[HEADER] {11}\r\nhello world\r\n")).Malformed);
        Assert.Empty(session.Warnings);
    });
}
