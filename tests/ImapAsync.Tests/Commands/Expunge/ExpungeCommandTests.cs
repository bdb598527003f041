using ImapAsync.Extensibility;
using NSubstitute;

namespace ImapAsync.Tests;

public sealed class ExpungeCommandTests
{
    [Fact]
    public void Commands_are_written_as_the_rfcs_define_them()
    {
        Assert.Equal("EXPUNGE", Encoded.Of(new ExpungeCommand()));
        Assert.Equal("UID EXPUNGE 3000:3002", Encoded.Of(new UidExpungeCommand(UidSet.Parse("3000:3002"))));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidExpungeCommand(UidSet.Empty)));
    }

    [Fact]
    public void The_numbers_come_in_the_order_in_which_they_count()
    {
        ExpungeResult result = new ExpungeCommand().Collect(
            "[HIGHESTMODSEQ 20010715194045319]", out List<string> passedOn, "3 EXPUNGE", "3 EXPUNGE", "5 expunge", "8 EXPUNGE", "7 EXISTS", "9 EXPUNGED");

        Assert.Equal([new SequenceNumber(3), new(3), new(5), new(8), new(9)], result.Numbers);
        Assert.Equal(5, result.Count);
        Assert.True(result.Uids.IsEmpty);
        Assert.Equal(["7 EXISTS"], passedOn);
    }

    [Fact]
    public void With_qresync_the_uids_come()
    {
        ExpungeResult result = new UidExpungeCommand(UidSet.All).Collect("", out List<string> passedOn, "VANISHED 505,507", "vanished 510:512", "VANISHED (EARLIER) 1:3");

        Assert.Equal("505,507,510:512", result.Uids.ToString());
        Assert.Equal(5, result.Count);
        Assert.Equal(["VANISHED (EARLIER) 1:3"], passedOn);
    }

    [Theory]
    [InlineData("VANISHED")]
    [InlineData("VANISHED x")]
    [InlineData("VANISHED 1:*")]
    public void What_cannot_be_read_is_reported(string response) => Assert.Throws<ImapProtocolException>(() => new ExpungeCommand().Collect(response));

    [Fact]
    public void Overlap_and_retry_safety_are_stated()
    {
        Assert.Equal(CommandTraits.NeedsSelection, new ExpungeCommand().Traits);
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.Idempotent, new UidExpungeCommand(UidSet.All).Traits);
        Assert.Equal("UID EXPUNGE", new UidExpungeCommand(UidSet.All).ToString());
    }

    [Fact]
    public async Task Named_methods_remove_what_is_named_and_cut_long_sets()
    {
        IImapMailbox mailbox = Substitute.For<IImapMailbox>();
        List<string> sent = [];
        mailbox.SendAsync(Arg.Any<ImapCommand<ExpungeResult>>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            sent.Add(Encoded.Of(call.Arg<ImapCommand<ExpungeResult>>()));
            return new ImapResult<ExpungeResult>(new ExpungeResult { Numbers = [new SequenceNumber(1)], Uids = new Uid((uint)sent.Count) });
        });

        Assert.Equal(2, (await mailbox.ExpungeAsync()).Count);
        await mailbox.ExpungeAsync(new Uid(7));
        Assert.Equal(["EXPUNGE", "UID EXPUNGE 7"], sent);

        sent.Clear();
        ExpungeResult result = await mailbox.ExpungeAsync(UidSet.Of(Enumerable.Range(0, 1000).Select(static i => new Uid(1_000_000_000 + ((uint)i * 2)))));
        Assert.Equal(2, sent.Count);
        Assert.Equal(4, result.Count);
        Assert.Equal("1:2", result.Uids.ToString());
    }
}
