using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class SelectCommandTests
{
    // The examples of RFC 7162 §3.2.5.
    public static TheoryData<SelectCommand, string> Commands => new()
    {
        { new("INBOX"), "SELECT INBOX" },
        { new("Grüße & Co"), "SELECT \"Gr&APwA3w-e &- Co\"" },
        { new ExamineCommand("blurdybloop"), "EXAMINE blurdybloop" },
        { new("INBOX") { CondStore = true }, "SELECT INBOX (CONDSTORE)" },
        { new ExamineCommand("INBOX") { CondStore = true }, "EXAMINE INBOX (CONDSTORE)" },
        {
            new("INBOX") { QResync = new(new(67890007), new(20050715194045000)) { KnownUids = UidSet.Parse("41,43:211,214:541") } },
            "SELECT INBOX (QRESYNC (67890007 20050715194045000 41,43:211,214:541))"
        },
        { new("INBOX") { CondStore = true, QResync = new(new(67890007), new(1)) }, "SELECT INBOX (QRESYNC (67890007 1))" },
        {
            new ExamineCommand("x") { QResync = new(new(1), new(2)) { KnownUids = UidSet.Parse("1:29997"), Positions = new(SequenceSet.Parse("5000,7500,9000,9990:9999"), UidSet.Parse("15000,22500,27000,29970:29979")) } },
            "EXAMINE x (QRESYNC (1 2 1:29997 (5000,7500,9000,9990:9999 15000,22500,27000,29970:29979)))"
        },
        {
            new("x") { QResync = new(new(1), new(2)) { Positions = new(SequenceSet.Parse("1:2"), UidSet.Parse("3,9")) } },
            "SELECT x (QRESYNC (1 2 (1:2 3,9)))"
        },
        { new("x") { QResync = new(new(1), new(2)) { KnownUids = UidSet.All } }, "SELECT x (QRESYNC (1 2 1:4294967295))" },
        { new("x") { QResync = new(new(1), new(2)) { KnownUids = UidSet.Parse("1:3,9:*") } }, "SELECT x (QRESYNC (1 2 1:3,9:4294967295))" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Is_written(SelectCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    public static TheoryData<QResyncParameters> Impossible => new()
    {
        new QResyncParameters(default, new(1)),
        new QResyncParameters(new(1), default),
        new QResyncParameters(new(1), new(1)) { KnownUids = UidSet.Last },
        new QResyncParameters(new(1), new(1)) { KnownUids = UidSet.Saved },
        new QResyncParameters(new(1), new(1)) { KnownUids = UidSet.Empty },
        new QResyncParameters(new(1), new(1)) { Positions = new(SequenceSet.Parse("1:3"), UidSet.Parse("1:2")) },
        new QResyncParameters(new(1), new(1)) { Positions = new(SequenceSet.Parse("1:*"), UidSet.Parse("1:2")) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_q_resync_cannot_say_is_refused(QResyncParameters parameters) => Assert.Throws<ArgumentException>(() => Encoded.Of(new SelectCommand("INBOX") { QResync = parameters }));

    // RFC 3501 §6.3.1, with what Cyrus adds.
    [Fact]
    public void Everything_is_read()
    {
        SelectResult result = new SelectCommand("inbox").Collect(
            "[READ-WRITE]", out List<string> passedOn,
            "172 EXISTS",
            "1 RECENT",
            "OK [UNSEEN 12] Message 12 is first unseen",
            "OK [UIDVALIDITY 3857529045] UIDs valid",
            "OK [UIDNEXT 4392] Predicted next UID",
            @"FLAGS (\Answered \Flagged \Deleted \Seen \Draft $Label1)",
            @"OK [PERMANENTFLAGS (\Deleted \Seen \*)] Limited",
            "OK [HIGHESTMODSEQ 715194045007] Ok",
            "OK [MAILBOXID (vmgl5uhv0sd3ojzvh66gmiw3)] Ok",
            "OK [URLMECH INTERNAL] Ok",
            @"LIST () ""/"" INBOX");

        Assert.Equal("INBOX", result.Name);
        Assert.Equal((172, 1), (result.Exists, result.Recent));
        Assert.Equal(new SequenceNumber(12), result.FirstUnseen);
        Assert.Equal(new UidValidity(3857529045), result.UidValidity);
        Assert.Equal(new Uid(4392), result.UidNext);
        Assert.Equal([Flag.Answered, Flag.Flagged, Flag.Deleted, Flag.Seen, Flag.Draft, "$Label1"], result.Flags);
        Assert.Equal([Flag.Deleted, Flag.Seen, Flag.Any], result.PermanentFlags);
        Assert.Equal(new ModSequence(715194045007), result.HighestModSequence);
        Assert.Equal("vmgl5uhv0sd3ojzvh66gmiw3", result.MailboxId);
        Assert.False(result.IsReadOnly);
        Assert.False(result.UidNotSticky);
        Assert.Equal("INBOX", result.Info?.Name.Value);
        // All but the last also update the mailbox's state.
        Assert.Equal(10, passedOn.Count);
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData("[READ-ONLY]", true, true)]
    [InlineData("[READ-WRITE]", false, true)]
    [InlineData("[CLIENTBUG]", false, true)]
    public void Read_only_is_what_the_server_says(string code, bool selected, bool examined)
    {
        Assert.Equal(selected, new SelectCommand("x").Collect(code, out _).IsReadOnly);
        Assert.Equal(examined, new ExamineCommand("x").Collect(code, out _).IsReadOnly);
    }

    [Fact]
    public void What_the_server_does_not_report_is_not_invented()
    {
        SelectResult result = new SelectCommand("x").Collect();

        Assert.Equal(new SelectResult("x"), result with { Changed = new SelectResult("x").Changed });
    }

    [Fact]
    public void All_flags_can_be_stored_unless_stated_otherwise()
    {
        Assert.Equal([Flag.Seen, "x"], new SelectCommand("x").Collect(@"FLAGS (\Seen x)").PermanentFlags);
        Assert.Equal(FlagSet.Empty, new SelectCommand("x").Collect(@"FLAGS (\Seen x)", "OK [PERMANENTFLAGS ()] none").PermanentFlags);
        Assert.Equal(FlagSet.Empty, new SelectCommand("x").Collect(@"FLAGS (\Seen x)", "OK [PERMANENTFLAGS NIL] none").PermanentFlags);
    }

    // SmarterMail and others: zero means unknown. Gmail: no text after the code, lower case.
    [Theory]
    [InlineData("OK [UNSEEN 0]", "OK [UIDNEXT 0]", "OK [HIGHESTMODSEQ 0]")]
    [InlineData("OK [UNSEEN]", "OK [UIDNEXT NIL]", "OK [UIDVALIDITY ]", "OK [NOMODSEQ] none here")]
    [InlineData("OK [MAILBOXID]", "OK [PERMANENTFLAGS]", "OK [X-MAILBOXID (", "OK UIDNEXT 7")]
    public void Zero_and_nonsense_are_unknown(params string[] lines)
    {
        SelectResult result = new SelectCommand("x").Collect(lines);

        Assert.Equal(new SelectResult("x"), result with { Changed = new SelectResult("x").Changed });
    }

    [Theory]
    [InlineData("OK [UIDNEXT x]")]
    [InlineData("OK [UNSEEN -]")]
    [InlineData("OK [UIDVALIDITY 4294967296]")]
    [InlineData("OK [UIDVALIDITY 0]")]
    [InlineData("OK [HIGHESTMODSEQ 99999999999999999999]")]
    [InlineData("OK [PERMANENTFLAGS (x]")]
    public void Nonsense_is_unknown_and_reported(string line)
    {
        SelectResult result = new SelectCommand("x").CollectDamaged(line);

        Assert.Equal(new SelectResult("x"), result with { Changed = new SelectResult("x").Changed });
    }

    [Fact]
    public void Case_and_missing_text_do_not_matter()
    {
        SelectResult result = new SelectCommand("x").Collect("3 exists", "ok [uidnext 4]", "[UIDVALIDITY 5]", "OK [uidnotsticky]", "flags (\\seen \"\\\\Odd\" NIL [x])");

        Assert.Equal((3, new Uid(4), new UidValidity(5)), (result.Exists, result.UidNext!.Value, result.UidValidity!.Value));
        Assert.True(result.UidNotSticky);
        Assert.Equal(@"(\seen \Odd [x])", result.Flags.ToString(), ignoreCase: true);
    }

    [Fact]
    public void What_was_reported_about_the_previous_mailbox_does_not_count()
    {
        SelectResult result = new SelectCommand("x") { QResync = new(new(1), new(1)) }.Collect(
            "9 EXISTS", "7 FETCH (UID 9 FLAGS ())", "VANISHED (EARLIER) 3", "OK [UIDNEXT 77] old", "OK [CLOSED] Previous mailbox closed.", "2 EXISTS", "1 FETCH (UID 4 FLAGS (\\Seen) MODSEQ (5))");

        Assert.Equal(2, result.Exists);
        Assert.Null(result.UidNext);
        Assert.Equal([new Uid(4)], result.Changed.Select(message => message.Uid));
        Assert.Equal(UidSet.Empty, result.Vanished);
    }

    // RFC 7162 §3.2.5.1, and Cyrus 3.6.1.
    [Fact]
    public void Q_resync_reports_what_changed()
    {
        SelectResult result = new SelectCommand("INBOX") { QResync = new(new(67890007), new(90060115194045000)) }.Collect(
            "[READ-WRITE]", out List<string> passedOn,
            "OK [CLOSED]", "100 EXISTS", "VANISHED (EARLIER) 41,43:116,118", "vanished (earlier) 120:211",
            @"49 FETCH (UID 117 FLAGS (\Seen \Answered) MODSEQ (90060115194045001))", @"50 FETCH (UID 119 FLAGS (\Draft $MDNSent) MODSEQ (90060115194045308))",
            "VANISHED 300");

        Assert.Equal(UidSet.Parse("41,43:116,118,120:211"), result.Vanished);
        Assert.Equal([(49, 117, @"(\Answered \Seen)"), (50, 119, @"(\Draft $MDNSent)")], result.Changed.Select(message => ((int)message.SequenceNumber.Value, (int)message.Uid.Value, message.Flags.ToString())));
        Assert.Equal(new ModSequence(90060115194045308), result.Changed[1].ModSequence);
        Assert.Equal(["OK [CLOSED]", "100 EXISTS", "VANISHED 300"], passedOn);
    }

    [Fact]
    public void FETCH_is_not_an_answer_when_q_resync_did_not_ask()
    {
        SelectResult result = new SelectCommand("x").Collect("", out List<string> passedOn, "1 FETCH (FLAGS ())");

        Assert.Empty(result.Changed);
        Assert.Single(passedOn);
    }

    // RFC 9051 §6.3.2: the server's name for the mailbox comes with it.
    [Fact]
    public void List_reports_the_servers_name_for_it()
    {
        SelectResult result = new SelectCommand("INBOX.foo").Collect("", out List<string> passedOn, @"LIST () ""/"" other", @"LIST () ""/"" ""INBOX/foo"" (""OLDNAME"" (""INBOX.foo""))", @"LIST () ""/"" INBOX.foo");

        Assert.Equal("INBOX/foo", result.Info?.Name.Value);
        Assert.Equal(2, passedOn.Count);
    }

    [Theory]
    [InlineData("FLAGS")]
    [InlineData("FLAGS (\\Seen")]
    [InlineData("VANISHED (EARLIER) 1:*")]
    [InlineData("VANISHED (EARLIER")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => new SelectCommand("x").Collect(line));

    [Fact]
    public void Prints_what_it_is_and_does()
    {
        Assert.Equal("SELECT \"Invoices\"", new SelectCommand("Invoices").ToString());
        Assert.Equal("EXAMINE \"Invoices\"", new ExamineCommand("Invoices").ToString());
        Assert.True(new ExamineCommand("x").Traits.HasFlag(CommandTraits.WaitsForEarlier | CommandTraits.EndsSelection));
        Assert.NotEqual<SelectCommand>(new SelectCommand("x"), new ExamineCommand("x"));
    }
}
