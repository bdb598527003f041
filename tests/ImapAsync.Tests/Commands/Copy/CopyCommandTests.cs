using System.Globalization;
using System.Text;
using ImapAsync.Extensibility;
using NSubstitute;

namespace ImapAsync.Tests;

public sealed class CopyCommandTests
{
    private static readonly UidCopyCommand Copy = new(UidSet.Parse("42:69"), "foo");
    private static readonly UidMoveCommand Move = new(UidSet.Parse("42:69"), "foo");

    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new CopyCommand(SequenceSet.Parse("4:2"), "MEETING"), "COPY 2:4 MEETING" },
        { new UidCopyCommand(new Uid(7), "Sent Mail"), "UID COPY 7 \"Sent Mail\"" },
        { new MoveCommand(SequenceSet.Last, "台北"), "MOVE * &U,BTFw-" },
        { new UidMoveCommand(UidSet.Parse("42:69"), "foo"), "UID MOVE 42:69 foo" },
        { new UidMoveCommand(UidSet.Saved, "foo"), "UID MOVE $ foo" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_are_written_as_the_rfcs_define_them(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void What_no_server_would_take_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new UidCopyCommand(UidSet.All, ""));
        Assert.Throws<ArgumentException>(() => new MoveCommand(SequenceSet.All, ""));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidMoveCommand(UidSet.Empty, "foo")));
    }

    [Fact]
    public void The_tagged_code_of_copy_reports_the_new_uids()
    {
        CopyResult result = new CopyCommand(SequenceSet.Parse("2:4"), "MEETING").Collect("[COPYUID 38505 304,319:320 3956:3958]", out _);

        Assert.Equal(new UidValidity(38505), result.UidValidity);
        Assert.Equal("304,319:320", result.Source.ToString());
        Assert.Equal("3956:3958", result.Destination.ToString());
        Assert.Equal([(304U, 3956U), (319, 3957), (320, 3958)], Numbers(result));
        Assert.Equal(new Uid(3957), result.DestinationOf(new Uid(319)));
        Assert.Null(result.DestinationOf(new Uid(305)));
        Assert.Null(result.DestinationOf(new Uid(321)));
        Assert.Equal("38505 304,319:320 3956:3958", result.ToString());
    }

    [Fact]
    public void The_untagged_code_of_move_comes_before_the_messages_go()
    {
        CopyResult result = Move.Collect(
            "", out List<string> passedOn, "OK [COPYUID 432432 42:69 1202:1229]", "22 EXPUNGE", "22 EXPUNGE", "VANISHED 44", "VANISHED (EARLIER) 3", "23 EXISTS", "OK hello");

        Assert.Equal(new Uid(1229), result.DestinationOf(new Uid(69)));
        Assert.Equal(["VANISHED (EARLIER) 3", "23 EXISTS", "OK hello"], passedOn);
    }

    [Fact]
    public void Copy_removes_nothing_so_expunge_updates_are_not_its_own()
    {
        Copy.Collect("", out List<string> passedOn, "22 EXPUNGE", "VANISHED 44");
        Assert.Equal(["22 EXPUNGE", "VANISHED 44"], passedOn);
    }

    [Fact]
    public void Several_codes_are_one_result_and_a_repeated_one_counts_once()
    {
        CopyResult batches = Move.Collect("", out _, "OK [COPYUID 1 42:50 1:9]", "OK [COPYUID 1 51:69 20:38]");
        Assert.Equal("1 42:69 1:9,20:38", batches.ToString());
        Assert.Equal(new Uid(20), batches.DestinationOf(new Uid(51)));

        CopyResult twice = Move.Collect("[COPYUID 1 42:50 1:9]", out _, "OK [COPYUID 1 42:50 1:9]");
        Assert.Equal(9, twice.Pairs.Count());
        Assert.Equal("1 42:50 1:9", twice.ToString());
    }

    [Theory]
    [InlineData("[COPYUID 1 9,3:4,20 7:8,30,5]", "9>7 3>8 4>30 20>5")]
    [InlineData("[COPYUID 1 4:2 9:7]", "2>7 3>8 4>9")]
    [InlineData("[COPYUID 1 1:5 11:12,21:23]", "1>11 2>12 3>21 4>22 5>23")]
    [InlineData("[COPYUID 1 4294967295 4294967295]", "4294967295>4294967295")]
    public void Messages_are_paired_in_the_order_in_which_they_are_written(string code, string expected)
    {
        CopyResult result = Copy.Collect(code, out _);

        foreach (string pair in expected.Split(' '))
        {
            uint[] numbers = [.. pair.Split('>').Select(static n => uint.Parse(n, CultureInfo.InvariantCulture))];
            Assert.Equal(new Uid(numbers[1]), result.DestinationOf(new Uid(numbers[0])));
        }

        Assert.Equal(expected.Split(' ').Length, result.Pairs.Count());
    }

    [Theory]
    [InlineData("[COPYUID 1  ]")] // Outlook.
    [InlineData("[COPYUID 1]")]
    [InlineData("[COPYUID 1 2]")]
    [InlineData("[COPYUID 1 * 3]")]
    [InlineData("[COPYUID 1 2 x]")]
    [InlineData("[COPYUID 1 () ()]")]
    public void A_code_without_uids_is_an_empty_mapping(string code)
    {
        CopyResult result = Copy.Collect(code, out _);

        Assert.Equal(new UidValidity(1), result.UidValidity);
        Assert.True(result.Source.IsEmpty);
        Assert.True(result.Destination.IsEmpty);
        Assert.Empty(result.Pairs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[COPYUID]")]
    [InlineData("[COPYUID x 1 2]")]
    [InlineData("[COPYUID 4294967296 1 2]")]
    [InlineData("[APPENDUID 1 2]")]
    public void Without_a_code_nothing_is_known(string code)
    {
        CopyResult result = Copy.Collect(code, out _);

        Assert.Null(result.UidValidity);
        Assert.Null(result.DestinationOf(new Uid(42)));
        Assert.Equal("", result.ToString());
    }

    [Theory]
    [InlineData("[COPYUID 1 1:3 7:8]")]
    [InlineData("[COPYUID 1 1:2 7:9]")]
    [InlineData("[COPYUID 1 1,1:2 7:8]")]
    public void Sets_of_different_size_are_reported_and_not_paired(string code)
    {
        CopyResult result = Copy.Collect(code, out _);

        Assert.False(result.Source.IsEmpty);
        Assert.Empty(result.Pairs);
        Assert.Null(result.DestinationOf(new Uid(1)));
    }

    [Fact]
    public void Ranges_of_any_size_cost_nothing()
    {
        CopyResult result = Copy.Collect("[COPYUID 1 1:4294967294 2:4294967295]", out _);

        Assert.Equal(new Uid(4_000_000_001), result.DestinationOf(new Uid(4_000_000_000)));
    }

    // Office 365 and home.pl omit the status.
    [Theory]
    [InlineData("[COPYUID 1 2 3]")]
    [InlineData("OK [COPYUID 1 2 3] done")]
    [InlineData("ok [copyuid 1 2 3]")]
    public void The_code_is_taken_with_or_without_a_status(string response)
    {
        Assert.Equal(new Uid(3), Move.Collect(response).DestinationOf(new Uid(2)));
        Assert.Equal(new Uid(3), Copy.Collect(response).DestinationOf(new Uid(2)));
    }

    [Fact]
    public void Overlap_and_retry_safety_are_stated()
    {
        Assert.Equal(CommandTraits.NeedsSelection, Copy.Traits);
        Assert.Equal(CommandTraits.NeedsSelection, Move.Traits);
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers, new CopyCommand(SequenceSet.All, "foo").Traits);
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers, new MoveCommand(SequenceSet.All, "foo").Traits);
        Assert.Equal("UID MOVE \"foo\"", Move.ToString());
    }

    [Fact]
    public async Task The_type_of_the_set_decides_and_long_sets_are_cut()
    {
        IImapMailbox mailbox = Substitute.For<IImapMailbox>();
        List<string> sent = [];
        mailbox.SendAsync(Arg.Any<ImapCommand<CopyResult>>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            ImapCommand<CopyResult> command = call.Arg<ImapCommand<CopyResult>>();
            sent.Add(Encoded.Of(command));
            UidSet uids = (command as UidCopyCommand)?.Messages ?? UidSet.Empty;
            return new ImapResult<CopyResult>(new CopyResult(new UidValidity(5), uids, uids));
        });
        UidSet scattered = UidSet.Of(Enumerable.Range(0, 1000).Select(static i => new Uid(1_000_000_000 + ((uint)i * 2))));

        await mailbox.CopyAsync(SequenceSet.All, "a");
        await mailbox.MoveAsync(SequenceSet.All, "b");
        await mailbox.CopyAsync(new Uid(7), "c");
        await mailbox.MoveAsync(UidSet.Parse("7:9"), "d");
        Assert.Equal(["COPY 1:* a", "MOVE 1:* b", "UID COPY 7 c", "UID MOVE 7:9 d"], sent);

        sent.Clear();
        CopyResult result = await mailbox.CopyAsync(scattered, "e");
        Assert.Equal(2, sent.Count);
        Assert.Equal(scattered, result.Source);
        Assert.Equal(new UidValidity(5), result.UidValidity);
        Assert.Equal(new Uid(1_000_001_998), result.DestinationOf(new Uid(1_000_001_998)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_mappings_are_found_again(int seed)
    {
        Random random = new(seed);
        uint[] sources = [.. Enumerable.Range(1, 500).Where(_ => random.Next(3) > 0).Select(static n => (uint)n)];
        random.Shuffle(sources);
        StringBuilder destinations = new();
        Dictionary<uint, uint> expected = [];
        uint next = 1;
        foreach (uint source in sources)
        {
            next += (uint)random.Next(1, 3);
            destinations.Append(destinations.Length == 0 ? "" : ",").Append(next);
            expected.Add(source, next);
        }

        CopyResult result = Copy.Collect($"[COPYUID 9 {string.Join(',', sources)} {destinations}]", out _);
        Assert.Equal(expected.OrderBy(static pair => pair.Key).Select(static pair => (pair.Key, pair.Value)), Numbers(result));
        Assert.All(expected, pair => Assert.Equal(new Uid(pair.Value), result.DestinationOf(new Uid(pair.Key))));
    }

    private static IEnumerable<(uint Source, uint Destination)> Numbers(CopyResult result) =>
        result.Pairs.Select(static pair => (pair.Source.Value, pair.Destination.Value));
}
