using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class StoreCommandTests
{
    private static UidSet Uids { get; } = UidSet.Parse("7,2:4");

    private static SequenceSet Numbers { get; } = SequenceSet.Parse("7,2:4");

    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new StoreCommand(SequenceSet.Parse("2:4"), FlagOperation.Add, Flag.Deleted), @"STORE 2:4 +FLAGS (\Deleted)" },
        { new StoreCommand(Numbers, FlagOperation.Remove, [Flag.Seen, "$Forwarded"]), @"STORE 2:4,7 -FLAGS (\Seen $Forwarded)" },
        { new StoreCommand(SequenceSet.All, FlagOperation.Set, FlagSet.Empty), "STORE 1:* FLAGS ()" },
        { new UidStoreCommand(Uids, FlagOperation.Set, Flag.Answered) { Silent = true }, @"UID STORE 2:4,7 FLAGS.SILENT (\Answered)" },
        { new UidStoreCommand(Uids, FlagOperation.Add, Flag.Answered) { Silent = true }, @"UID STORE 2:4,7 +FLAGS.SILENT (\Answered)" },
        { new UidStoreCommand(UidSet.Saved, FlagOperation.Remove, Flag.Answered) { Silent = true }, @"UID STORE $ -FLAGS.SILENT (\Answered)" },
        {
            new UidStoreCommand(new Uid(6), FlagOperation.Add, Flag.Deleted) { UnchangedSince = new(320162338) },
            @"UID STORE 6 (UNCHANGEDSINCE 320162338) +FLAGS (\Deleted)"
        },
        {
            new StoreCommand(SequenceSet.Parse("100:150"), FlagOperation.Add, ["$Processed"]) { UnchangedSince = new(212030000000), Silent = true },
            "STORE 100:150 (UNCHANGEDSINCE 212030000000) +FLAGS.SILENT ($Processed)"
        },
        { new StoreCommand(Numbers, FlagOperation.Add, Flag.Seen) { UnchangedSince = new(0) }, @"STORE 2:4,7 (UNCHANGEDSINCE 0) +FLAGS (\Seen)" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_are_written_as_the_rfcs_define_them(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void What_no_server_would_take_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidStoreCommand(UidSet.Empty, FlagOperation.Add, Flag.Seen)));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidStoreCommand(Uids, FlagOperation.Add, FlagSet.Empty)));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new StoreCommand(Numbers, FlagOperation.Remove, FlagSet.Empty)));
    }

    [Fact]
    public void The_resulting_flags_are_reported_for_each_message()
    {
        StoreResult<SequenceSet> result = new StoreCommand(SequenceSet.Parse("2:4"), FlagOperation.Add, Flag.Deleted).Collect(
            @"2 FETCH (FLAGS (\Deleted \Seen))", @"3 FETCH (FLAGS (\Deleted))", @"4 fetch (flags (\Deleted \Flagged \Seen) UID 9)");

        Assert.Equal(
            [
                new FlagUpdate(new(2), null, [Flag.Deleted, Flag.Seen], null),
                new FlagUpdate(new(3), null, [Flag.Deleted], null),
                new FlagUpdate(new(4), new Uid(9), [Flag.Deleted, Flag.Flagged, Flag.Seen], null),
            ],
            result.Changed);
        Assert.True(result.Modified.IsEmpty);
    }

    [Fact]
    public void Messages_that_others_changed_are_reported_in_the_code()
    {
        UidStoreCommand command = new(UidSet.Parse("4,6:9,50,100"), FlagOperation.Add, Flag.Deleted) { UnchangedSince = new(320162338) };
        StoreResult<UidSet> result = command.Collect(
            "[MODIFIED 7,9]", out List<string> passedOn, "1 FETCH (UID 4 MODSEQ (12121231000))", @"5 FETCH (UID 6 FLAGS () MODSEQ (0))", "6 FETCH (UID 50 MODSEQ (12121130956) FLAGS (a))");

        Assert.Equal("7,9", result.Modified.ToString());
        Assert.Empty(passedOn);
        Assert.Equal(
            [
                new FlagUpdate(new(1), new Uid(4), null, new ModSequence(12121231000)),
                new FlagUpdate(new(5), new Uid(6), FlagSet.Empty, null),
                new FlagUpdate(new(6), new Uid(50), ["a"], new ModSequence(12121130956)),
            ],
            result.Changed);
        Assert.Equal("7,9", new StoreCommand(SequenceSet.All, FlagOperation.Add, Flag.Seen).Collect("[MODIFIED 7,9]", out _).Modified.ToString());
    }

    [Theory]
    [InlineData("[MODIFIED 2]", "2")]
    [InlineData("[modified 2:3]", "2:3")]
    [InlineData("[MODIFIED]", "")]
    [InlineData("[MODIFIED x]", "")]
    [InlineData("[EXPUNGEISSUED]", "")]
    [InlineData("", "")]
    public void A_refusal_may_name_messages_that_others_changed(string code, string expected)
    {
        ResponseCode? parsed = ResponseCodeParser.TryParse(System.Text.Encoding.ASCII.GetBytes(code), out _);

        Assert.Equal(expected, StoreResult<UidSet>.ReadModified(parsed).ToString());
        Assert.Equal(expected, StoreResult<SequenceSet>.ReadModified(parsed).ToString());
    }

    [Theory]
    [InlineData(@"1 FETCH (UID 7 FLAGS (\Seen) MODSEQ 9)")]
    [InlineData(@"1 FETCH (MODSEQ (9) FLAGS ""(\Seen)"" UID 7)")]
    [InlineData(@"1 FETCH (UID 7 FLAGS (\Seen) MODSEQ (9)")]
    [InlineData(@"1 FETCH UID 7 FLAGS (\Seen) MODSEQ (9)")]
    public void Odd_parentheses_are_not_an_obstacle(string response) => Assert.Equal(
        new FlagUpdate(new SequenceNumber(1), new Uid(7), Flag.Seen, new ModSequence(9)),
        Assert.Single(new UidStoreCommand(Uids, FlagOperation.Add, Flag.Seen).Collect(response).Changed));

    [Theory]
    [InlineData(@"1 FETCH (UID 8 FLAGS (\Seen))")] // Not one of the messages.
    [InlineData(@"1 FETCH (FLAGS (\Seen))")] // Which message is it?
    [InlineData(@"1 FETCH (UID 7 FLAGS (\Seen) RFC822.SIZE 9)")] // Answers a FETCH.
    [InlineData("1 FETCH (UID 7 BODY[] {3}\r\nabc)")]
    [InlineData("1 FETCH (UID x)")]
    [InlineData(@"1 FETCH (UID x FLAGS (\Seen))")] // Which message is it?
    [InlineData("1 FETCH (UID 7 X-NEW (1))")] // Answers a FETCH.
    [InlineData("1 FETCH")]
    [InlineData(@"0 FETCH (FLAGS (\Seen))")] // Which message is it?
    [InlineData("7 EXPUNGE")]
    [InlineData("FETCH (UID 8)")]
    public void Responses_that_do_not_answer_the_store_are_passed_on(string response)
    {
        StoreResult<UidSet> result = new UidStoreCommand(Uids, FlagOperation.Add, Flag.Seen).Collect("", out List<string> passedOn, response);

        Assert.Empty(result.Changed);
        Assert.Equal([response], passedOn);
    }

    [Theory]
    [InlineData(@"1 FETCH (UID 7 FLAGS \Seen)", null)]
    [InlineData(@"1 FETCH (UID 7 FLAGS (\Seen) MODSEQ x)", @"(\Seen)")]
    public void An_unreadable_answer_to_the_store_is_reported(string response, string? flags)
    {
        FlagUpdate update = Assert.Single(new UidStoreCommand(Uids, FlagOperation.Add, Flag.Seen).CollectDamaged(response).Changed);
        Assert.Equal((new Uid(7), flags), (update.Uid, update.Flags?.ToString()));
    }

    [Fact]
    public void A_store_by_number_knows_its_messages_by_number()
    {
        new StoreCommand(Numbers, FlagOperation.Add, Flag.Seen).Collect("", out List<string> passedOn, "1 FETCH (FLAGS ())", "2 FETCH (FLAGS ())", "8 FETCH (FLAGS ())");
        Assert.Equal(["1 FETCH (FLAGS ())", "8 FETCH (FLAGS ())"], passedOn);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("5:*")]
    [InlineData("$")]
    public void When_only_the_server_knows_the_messages_any_may_be_meant(string set)
    {
        Assert.Single(new UidStoreCommand(UidSet.Parse(set), FlagOperation.Add, Flag.Seen).Collect("1 FETCH (UID 3 FLAGS ())").Changed);
        Assert.Single(new StoreCommand(SequenceSet.Parse(set), FlagOperation.Add, Flag.Seen).Collect("1 FETCH (FLAGS ())").Changed);
    }

    [Fact]
    public void Overlap_and_retry_safety_are_stated()
    {
        UidStoreCommand uid = new(Uids, FlagOperation.Add, Flag.Seen);
        StoreCommand number = new(Numbers, FlagOperation.Add, Flag.Seen);

        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.Idempotent, uid.Traits);
        Assert.Equal(CommandTraits.NeedsSelection, (uid with { UnchangedSince = new(1) }).Traits);
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers | CommandTraits.ForbidsExpunge | CommandTraits.Idempotent, number.Traits);
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers | CommandTraits.ForbidsExpunge, (number with { UnchangedSince = new(1) }).Traits);
        Assert.Equal("UID STORE", uid.ToString());
    }
}
