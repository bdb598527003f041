using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>FETCH responses carry no tag: which of them answer a command, and which report that another client changed something?</summary>
public sealed class FetchFilterTests
{
    [Theory]
    // What was requested.
    [InlineData("5:9", "FLAGS", @"2 FETCH (UID 7 FLAGS (\Seen))", true)]
    [InlineData("5:9", "FLAGS", @"2 FETCH (UID 4 FLAGS (\Seen))", false)]
    [InlineData("5:9", "ENVELOPE", @"2 FETCH (UID 7 ENVELOPE NIL)", true)]
    [InlineData("5:9", "ENVELOPE", @"2 FETCH (UID 4 ENVELOPE NIL)", false)]
    [InlineData("5:9", "UID", "2 FETCH (UID 7)", true)]
    [InlineData("5:9", "MODSEQ", "2 FETCH (UID 7 MODSEQ (8))", true)]
    [InlineData("5:9", "BODY.PEEK[HEADER]", "2 FETCH (UID 7 RFC822.HEADER {1}\r\nx)", true)]
    [InlineData("5:9", "BODYSTRUCTURE", "2 FETCH (UID 7 BODY ())", true)]
    [InlineData("5:9", "X-GM-LABELS", "2 FETCH (UID 7 X-GM-LABELS ())", true)]
    [InlineData("5:9", "ENVELOPE", "2 FETCH (UID 7)", true)]
    // Flags that another client changed meanwhile.
    [InlineData("5:9", "ENVELOPE", @"2 FETCH (UID 7 FLAGS (\Seen))", false)]
    [InlineData("5:9", "ENVELOPE", @"2 FETCH (UID 7 FLAGS (\Seen) MODSEQ (9))", false)]
    [InlineData("5:9", "ENVELOPE", @"2 FETCH (FLAGS (\Seen))", false)]
    [InlineData("5:9", "FLAGS", "2 FETCH (UID 7 MODSEQ (9))", false)]
    [InlineData("5:9", "FLAGS", @"2 FETCH (FLAGS (\Seen))", false)]
    // The answer to another command.
    [InlineData("5:9", "ENVELOPE", "2 FETCH (UID 7 BODY[1] NIL FLAGS ())", false)]
    [InlineData("5:9", "FLAGS", "2 FETCH (UID 7 BODY[1] NIL)", false)]
    // A server that omits the UID.
    [InlineData("5:9", "ENVELOPE", "2 FETCH (ENVELOPE NIL)", true)]
    [InlineData("5:9", "FLAGS BODY.PEEK[]", "2 FETCH (FLAGS () BODY[] {1}\r\nx)", true)]
    // Courier.
    [InlineData("5:9", "ENVELOPE", "0 FETCH (UID 7 ENVELOPE NIL)", true)]
    // Sets that only the server knows.
    [InlineData("$", "FLAGS", "2 FETCH (UID 4 FLAGS ())", true)]
    [InlineData("*", "FLAGS", "2 FETCH (UID 4 FLAGS ())", true)]
    [InlineData("5:*", "FLAGS", "2 FETCH (UID 7 FLAGS ())", true)]
    [InlineData("5:*", "FLAGS", "2 FETCH (UID 4 FLAGS ())", true)]
    [InlineData("1:*", "FLAGS", "2 FETCH (UID 4 FLAGS ())", true)]
    // Its number is missing, its UID is present.
    [InlineData("5:9", "FLAGS", "FETCH (UID 7 FLAGS ())", true)]
    // Not a FETCH response.
    [InlineData("5:9", "FLAGS", "2 EXPUNGE", false)]
    [InlineData("5:9", "FLAGS", "VANISHED (EARLIER) 7", false)]
    public void UID_FETCH_takes_what_answers_it(string uids, string items, string response, bool taken)
    {
        FetchedMessage? message = new UidFetchCommand(UidSet.Parse(uids), Items(items)).ReadAs(response);
        Assert.Equal(taken, message is not null);
    }

    [Theory]
    [InlineData("5:9", "FLAGS", "7 FETCH (FLAGS ())", true)]
    [InlineData("5:9", "FLAGS", "4 FETCH (FLAGS ())", false)]
    [InlineData("5:9", "ENVELOPE", "7 FETCH (FLAGS ())", false)]
    [InlineData("5:9", "ENVELOPE", "7 FETCH (UID 1 ENVELOPE NIL)", true)]
    [InlineData("5:9", "FLAGS", "0 FETCH (FLAGS ())", false)]
    [InlineData("*", "FLAGS", "4 FETCH (FLAGS ())", true)]
    [InlineData("$", "FLAGS", "4 FETCH (FLAGS ())", true)]
    [InlineData("5:*", "FLAGS", "4 FETCH (FLAGS ())", true)]
    public void FETCH_takes_what_answers_it(string numbers, string items, string response, bool taken)
    {
        FetchedMessage? message = new FetchCommand(SequenceSet.Parse(numbers), Items(items)).ReadAs(response);
        Assert.Equal(taken, message is not null);
    }

    [Fact]
    public void Below_an_open_range_is_only_the_last_message_when_none_is_in_the_range()
    {
        ItemCollector<FetchedMessage> collector = new UidFetchCommand(UidSet.Parse("5:*"), FetchItems.Flags).CreateItemCollector();
        Assert.NotNull(collector.ReadWith("2 FETCH (UID 7 FLAGS ())"));
        Assert.Null(collector.ReadWith("1 FETCH (UID 4 FLAGS ())"));
        Assert.NotNull(collector.ReadWith("3 FETCH (UID 8 FLAGS ())"));
    }

    // The message arrived after the server had begun to answer: then the last one, which n:* names as well, was below n.
    [Theory]
    [InlineData("4:*", @"4 FETCH (FLAGS (\Seen))", "3 FETCH (BODY[1] {1}\r\nx FLAGS ())")]
    [InlineData("4:*", "4 FETCH (UID 9 FLAGS ())", "3 FETCH (UID 8 BODY[1] {1}\r\nx FLAGS ())")]
    [InlineData("4:*", "4 FETCH (MODSEQ (9))", "3 FETCH (BODY[1] {1}\r\nx)")]
    public void Updates_about_a_message_in_an_open_range_do_not_mean_that_it_was_requested(string numbers, string news, string response)
    {
        ItemCollector<FetchedMessage> collector = new FetchCommand(SequenceSet.Parse(numbers), Items("FLAGS BODY.PEEK[1]")).CreateItemCollector();
        Assert.Null(collector.ReadWith(news));
        Assert.NotNull(collector.ReadWith(response));
    }

    [Fact]
    public void Updates_about_a_UID_in_an_open_range_do_not_mean_that_it_was_requested()
    {
        ItemCollector<FetchedMessage> collector = new UidFetchCommand(UidSet.Parse("9:*"), Items("FLAGS BODY.PEEK[1]")).CreateItemCollector();
        Assert.Null(collector.ReadWith("4 FETCH (UID 9 FLAGS ())"));
        Assert.NotNull(collector.ReadWith("3 FETCH (UID 8 BODY[1] {1}\r\nx FLAGS ())"));
    }

    private static FetchItems Items(string items) => FetchItems.Of([.. items.Split(' ').Select(FetchItem.Raw)]);
}
