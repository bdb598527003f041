using NSubstitute;

namespace ImapAsync.Tests;

public sealed class StoreExtensionsTests
{
    private readonly IImapMailbox _mailbox = Substitute.For<IImapMailbox>();
    private readonly List<string> _sent = [];

    public StoreExtensionsTests()
    {
        _mailbox.SendAsync(Arg.Any<UidStoreCommand>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            UidStoreCommand command = call.Arg<UidStoreCommand>();
            _sent.Add(Encoded.Of(command));
            return new ImapResult<StoreResult<UidSet>>(new StoreResult<UidSet>
            {
                Changed = [new FlagUpdate(new((uint)_sent.Count), command.Messages.Min, null, null)],
                Modified = command.Messages.Max!.Value,
            });
        });
        _mailbox.SendAsync(Arg.Any<StoreCommand>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _sent.Add(Encoded.Of(call.Arg<StoreCommand>()));
            return new ImapResult<StoreResult<SequenceSet>>(new StoreResult<SequenceSet>());
        });
    }

    [Fact]
    public async Task Flags_are_changed_silently_by_uid_or_number()
    {
        Uid uid = new(7);
        SequenceNumber number = new(3);
        await _mailbox.AddFlagsAsync(uid, Flag.Seen);
        await _mailbox.RemoveFlagsAsync([uid, new Uid(8)], [Flag.Seen, "$Junk"]);
        await _mailbox.SetFlagsAsync(uid, FlagSet.Empty);
        await _mailbox.AddFlagsAsync(number, Flag.Seen);
        await _mailbox.RemoveFlagsAsync(number, Flag.Seen);
        await _mailbox.SetFlagsAsync(SequenceSet.All, Flag.Seen);
        StoreResult<UidSet> loud = await _mailbox.StoreAsync(uid, FlagOperation.Add, Flag.Flagged, new ModSequence(9));

        Assert.Equal(
            [
                @"UID STORE 7 +FLAGS.SILENT (\Seen)", @"UID STORE 7:8 -FLAGS.SILENT (\Seen $Junk)", "UID STORE 7 FLAGS.SILENT ()",
                @"STORE 3 +FLAGS.SILENT (\Seen)", @"STORE 3 -FLAGS.SILENT (\Seen)", @"STORE 1:* FLAGS.SILENT (\Seen)",
                @"UID STORE 7 (UNCHANGEDSINCE 9) +FLAGS (\Flagged)",
            ],
            _sent);
        Assert.Single(loud.Changed);
    }

    [Fact]
    public async Task A_long_set_takes_several_commands_of_lines_that_servers_take()
    {
        UidSet scattered = UidSet.Of(Enumerable.Range(0, 3000).Select(static i => new Uid(1_000_000_000 + ((uint)i * 2))));
        StoreResult<UidSet> result = await _mailbox.AddFlagsAsync(scattered, Flag.Seen);

        Assert.Equal(5, _sent.Count);
        Assert.All(_sent, static line => Assert.InRange(line.Length, 1, 8000));
        Assert.Equal(scattered, _sent.Select(static line => UidSet.Parse(line.Split(' ')[2])).Aggregate(static (a, b) => a | b));
        Assert.Equal(5, result.Changed.Count);
        Assert.Equal(5, result.Modified.Count);
    }

    [Fact]
    public async Task A_refusal_ends_a_long_set_at_once()
    {
        UidSet scattered = UidSet.Of(Enumerable.Range(0, 3000).Select(static i => new Uid(1_000_000_000 + ((uint)i * 2))));
        _mailbox.SendAsync(Arg.Any<UidStoreCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ImapResult<StoreResult<UidSet>>(ImapStatus.No, new ResponseCode("READ-ONLY"), "no", "UID STORE"));

        await Assert.ThrowsAsync<ImapCommandException>(async () => await _mailbox.AddFlagsAsync(scattered, Flag.Seen));
        await _mailbox.Received(1).SendAsync(Arg.Any<UidStoreCommand>(), Arg.Any<CancellationToken>());
    }

    // The second time, what the first part has changed would be left unchanged.
    [Theory]
    [InlineData(false, CommandOutcome.NotSent)]
    [InlineData(true, CommandOutcome.Unknown)]
    public async Task A_part_that_was_not_sent_leaves_the_whole_unknown_when_it_cannot_be_repeated(bool isConditional, CommandOutcome expected)
    {
        UidSet scattered = UidSet.Of(Enumerable.Range(0, 3000).Select(static i => new Uid(1_000_000_000 + ((uint)i * 2))));
        ImapResult<StoreResult<UidSet>> done = new(new StoreResult<UidSet>());
        _mailbox.SendAsync(Arg.Any<UidStoreCommand>(), Arg.Any<CancellationToken>())
            .Returns(_ => done, _ => throw new ImapConnectionException("The connection is gone.", CommandOutcome.NotSent, "bye"));

        ImapConnectionException lost = await Assert.ThrowsAsync<ImapConnectionException>(
            async () => await _mailbox.StoreAsync(scattered, FlagOperation.Add, Flag.Seen, isConditional ? new ModSequence(9) : null));
        Assert.Equal((expected, "bye"), (lost.Outcome, lost.ByeText));
    }
}
