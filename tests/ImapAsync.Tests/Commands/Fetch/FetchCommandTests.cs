using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class FetchCommandTests
{
    [Fact]
    public void UID_FETCH_is_written()
    {
        Assert.Equal("UID FETCH 1:* (UID FLAGS)", new UidFetchCommand(UidSet.All, FetchItems.Uid | FetchItems.Flags).Written());
        Assert.Equal("UID FETCH 3,7:9 (FLAGS)", new UidFetchCommand([new Uid(9), new Uid(3), new Uid(8), new Uid(7)], FetchItems.Flags).Written());
        Assert.Equal("UID FETCH $ (FLAGS)", new UidFetchCommand(UidSet.Saved, FetchItems.Flags).Written());
        Assert.Equal("UID FETCH * (FLAGS)", new UidFetchCommand(UidSet.Last, FetchItems.Flags).Written());
    }

    [Fact]
    public void FETCH_is_written()
    {
        Assert.Equal("FETCH 2:4 (FLAGS ENVELOPE)", new FetchCommand(SequenceSet.Range(new(2), new(4)), FetchItems.Flags | FetchItems.Envelope).Written());
        Assert.Equal("FETCH 1:* (MODSEQ) (CHANGEDSINCE 12345)", new FetchCommand(SequenceSet.All, FetchItems.ModSequence) { ChangedSince = new(12345) }.Written());
    }

    // RFC 7162 §3.2.6, RFC 9394 §3.3 and §3.4.
    [Fact]
    public void Modifiers_are_written()
    {
        UidFetchCommand command = new(UidSet.All, FetchItems.Flags) { ChangedSince = new(9223372036854775807) };
        Assert.Equal("UID FETCH 1:* (FLAGS) (CHANGEDSINCE 9223372036854775807)", command.Written());
        Assert.Equal("UID FETCH 1:4294967295 (FLAGS) (CHANGEDSINCE 5 VANISHED)", (command with { ChangedSince = new(5), Vanished = true }).Written());
        Assert.Equal("UID FETCH 1:* (FLAGS) (PARTIAL -1:-30)", (command with { ChangedSince = null, Partial = new(-1, -30) }).Written());
        Assert.Equal("UID FETCH 1:4294967295 (FLAGS) (PARTIAL 1:30 CHANGEDSINCE 5 VANISHED)", (command with { ChangedSince = new(5), Vanished = true, Partial = new(1, 30) }).Written());
    }

    [Fact]
    public void A_body_comes_after_the_UID()
    {
        Assert.Equal("UID FETCH 5 (UID FLAGS BODY.PEEK[])", new UidFetchCommand(new Uid(5), [FetchItem.Flags, FetchItem.Body()]).Written());
        Assert.Equal("FETCH 5 (UID RFC822)", new FetchCommand(new SequenceNumber(5), FetchItem.Rfc822MarkingSeen).Written());
        Assert.Equal("UID FETCH 5 (FLAGS BODY.PEEK[HEADER])", new UidFetchCommand(new Uid(5), [FetchItem.Flags, FetchItem.Body(BodySection.Header)]).Written());
    }

    // RFC 1730 §6.4.6.
    [Fact]
    public void PARTIAL_is_written()
    {
        Assert.Equal("PARTIAL 4 RFC822.TEXT 1 1024", new PartialCommand(new(4), FetchItem.Rfc822TextMarkingSeen, 1, 1024).Written());
        Assert.Equal("PARTIAL 4 BODY.PEEK[1] 1025 1024", new PartialCommand(new(4), FetchItem.Body(BodySection.Part(1)), 1025, 1024).Written());
        Assert.Throws<InvalidOperationException>(() => new PartialCommand(new(4), FetchItem.Rfc822MarkingSeen, 0, 1).Written());
        Assert.NotNull(new PartialCommand(new(4), FetchItem.Rfc822TextMarkingSeen, 1, 4).ReadAs("4 FETCH (RFC822.TEXT {4}\r\nabcd)"));
    }

    [Fact]
    public void What_cannot_be_sent_is_refused()
    {
        Assert.Contains("ChangedSince", Assert.Throws<InvalidOperationException>(() => new UidFetchCommand(UidSet.All, FetchItems.Flags) { Vanished = true }.Written()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new UidFetchCommand(UidSet.All, []).Written());
        Assert.Throws<InvalidOperationException>(() => new UidFetchCommand(UidSet.Empty, FetchItems.Flags).Written());
    }

    [Fact]
    public void Commands_state_what_they_may_overlap_with()
    {
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.Idempotent, new UidFetchCommand(UidSet.All, FetchItems.Flags).Traits);
        Assert.Equal(
            CommandTraits.NeedsSelection | CommandTraits.Idempotent | CommandTraits.UsesSequenceNumbers | CommandTraits.ForbidsExpunge,
            new FetchCommand(SequenceSet.All, FetchItems.Flags).Traits);
        Assert.Null(new UidFetchCommand(UidSet.All, FetchItems.Flags).OwnedResponse);
        Assert.Equal("UID FETCH (FLAGS BODY.PEEK[])", new UidFetchCommand(UidSet.All, [FetchItem.Flags, FetchItem.Body()]).ToString());
    }
}
