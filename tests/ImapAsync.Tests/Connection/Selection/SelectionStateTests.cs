using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>One selected mailbox without a connection: its outcome, its counts and flags, its observers.</summary>
public sealed class SelectionStateTests
{
    private readonly MailboxSelection _selection = new("INBOX");
    private readonly RecordingObserver _observer = new();

    [Theory]
    [InlineData("3 EXISTS", 3, 0, false)]
    [InlineData("2 RECENT", 5, 2, false)]
    [InlineData("2 EXPUNGE", 4, 0, true)]
    [InlineData("VANISHED 7,9:10", 2, 0, true)]
    [InlineData("VANISHED (EARLIER) 7,9:10", 5, 0, false)]
    [InlineData("2 FETCH (FLAGS ())", 5, 0, false)]
    [InlineData("x EXPUNGE", 5, 0, true)]
    [InlineData("0 EXPUNGE", 5, 0, true)]
    [InlineData("EXPUNGE 3", 5, 0, true)]
    [InlineData("2 EXPUNGE;", 5, 0, true)]
    [InlineData("OK Expunged", 5, 0, false)]
    public void Counts_follow_what_is_reported(string response, int exists, int recent, bool areGone)
    {
        Take("5 EXISTS");
        Open();
        Assert.Equal(areGone, Take(response));
        Assert.Equal((exists, recent), (_selection.Exists, _selection.Recent));
    }

    [Fact]
    public void Messages_that_go_before_SELECT_is_answered_are_gone()
    {
        Take("5 EXISTS");
        Take("2 EXPUNGE");
        Open();
        Assert.Equal(4, _selection.Exists);
    }

    [Fact]
    public void What_comes_before_CLOSED_belongs_to_the_previous_mailbox()
    {
        Take("5 EXISTS");
        Take("1 RECENT");
        Take("FLAGS (\\Seen $Old)");
        TakeCode("CLOSED");
        Assert.Equal((0, 0, FlagSet.Empty), (_selection.Exists, _selection.Recent, _selection.Flags));
        Take("2 EXISTS");
        Open();
        TakeCode("CLOSED");
        Assert.Equal(2, _selection.Exists);
    }

    [Fact]
    public void Flags_are_as_they_were_reported_last()
    {
        Take("FLAGS (\\Seen)");
        Open();
        Take("FLAGS (\\Seen $Junk)");
        Assert.Equal<FlagSet>([Flag.Seen, Flag.Junk], _selection.Flags);
    }

    [Fact]
    public void FLAGS_of_a_single_message_are_not_those_of_the_mailbox()
    {
        Take("FLAGS (\\Seen \\Deleted)");
        Open();
        Take("5 FLAGS (\\Seen)");
        Assert.Equal<FlagSet>([Flag.Seen, Flag.Deleted], _selection.Flags);
    }

    [Theory]
    [InlineData("[READ-WRITE] Expunged", "READ-WRITE")]
    [InlineData("OK[ALERT] Expunged", "ALERT")]
    public void The_text_beside_a_code_expunges_nothing(string text, string code)
    {
        Take("5 EXISTS");
        Open();
        Damage damage = default;
        UntaggedResponse status = new(Encoding.UTF8.GetBytes(text), ImapLimits.Default, code: new ResponseCode(code));
        Assert.False(_selection.Apply(status, ref damage));
    }

    [Fact]
    public void What_vanished_before_is_read_by_SELECT_alone()
    {
        Damage damage = default;
        Assert.False(_selection.Apply(Response("VANISHED (EARLIER) 4,x"), ref damage));
        Assert.False(damage.IsAny);
    }

    [Fact]
    public void An_observer_gets_the_count_that_SELECT_ended_with()
    {
        MailboxSelection selection = new("INBOX") { MayBeMistaken = true };
        CountingObserver observer = new();
        selection.Observers.Add(observer);
        Damage damage = default;
        foreach (string text in (ReadOnlySpan<string>)["5 EXISTS", "3 EXPUNGE"])
        {
            selection.Apply(Response(text), ref damage);
            selection.Report(Response(text), isAnswer: false);
        }

        selection.Opened(new SelectResult("INBOX"));
        Assert.Equal((4L, 4UL), (selection.Exists, observer.Count));
    }

    // SELECT's collector reports those in its answer.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Flags_that_cannot_be_read_are_reported_once_and_the_others_kept(bool isOpen)
    {
        Take("FLAGS (\\Seen)");
        if (isOpen)
            Open();
        Damage damage = default;
        _selection.Apply(Response("FLAGS (\\Seen"), ref damage);
        Assert.Equal(isOpen, damage.IsAny);
        Assert.Equal<FlagSet>([Flag.Seen], _selection.Flags);
    }

    [Fact]
    public void UIDs_that_cannot_be_read_are_reported_and_the_others_counted()
    {
        Take("5 EXISTS");
        Open();
        Damage damage = default;
        Assert.True(_selection.Apply(Response("VANISHED 7,x"), ref damage));
        Assert.True(damage.IsAny);
        Assert.Equal(4, _selection.Exists);
    }

    [Fact]
    public void The_first_outcome_counts()
    {
        int decided = 0;
        _selection.WhenDecided(() => decided++);
        Assert.Null(_selection.IsSelected);
        Open();
        _selection.Ended(new ImapSelectionException("lost", "INBOX"));
        Assert.True(_selection.IsSelected);
        Assert.Null(_selection.Failure);
        Assert.Equal(1, decided);
    }

    [Fact]
    public void An_observer_is_notified_of_the_end_once()
    {
        _selection.Observers.Add(_observer);
        _selection.Left();
        _selection.Ended(new ImapSelectionException("lost", "INBOX"));
        Observe("3 EXISTS");
        Assert.Equal(["ended: ImapSelectionException"], _observer.Facts);

        RecordingObserver late = new();
        _selection.Observers.Add(late);
        Assert.Equal(["ended: ImapSelectionException"], late.Facts);
    }

    [Theory]
    [InlineData("3 EXISTS", "Exists 3")]
    [InlineData("2 RECENT", "Recent 2")]
    [InlineData("2 EXPUNGE", "Expunged 2")]
    [InlineData("2 EXPUNGED", "Expunged 2")]
    [InlineData("x EXPUNGE", "Expunged 0 damaged")]
    [InlineData("VANISHED 7,9:10", "Vanished 7,9:10")]
    [InlineData("VANISHED (EARLIER) 1:3", "VanishedEarlier 1:3")]
    [InlineData("VANISHED 7,x", "Vanished 7 damaged")]
    [InlineData("FLAGS (\\Seen $Junk)", "Flags (\\Seen $Junk)")]
    [InlineData("4 FETCH (UID 17 FLAGS (\\Seen) MODSEQ (9))", "Fetched 4 UID 17 (\\Seen) MODSEQ 9")]
    [InlineData("4 FETCH (FLAGS ())", "Fetched 4 ()")]
    [InlineData("4 FETCH (UID x)", "Fetched 4 damaged")]
    [InlineData("LIST () \"/\" INBOX", null)]
    [InlineData("SEARCH 2 3", null)]
    [InlineData("OK Expunged", null)]
    [InlineData("5 FLAGS (\\Seen)", null)]
    [InlineData("NO EXPUNGE", null)]
    public void Each_fact_is_observed(string response, string? fact)
    {
        Open();
        _selection.Observers.Add(_observer);
        Observe(response);
        Assert.Equal(fact is null ? [] : [fact], _observer.Facts);
    }

    [Theory]
    [InlineData("HIGHESTMODSEQ", "12345678901", "HighestModSequence 12345678901")]
    [InlineData("HIGHESTMODSEQ", "x", "HighestModSequence 0 damaged")]
    [InlineData("UIDNEXT", "44", "UidNext 44")]
    [InlineData("UIDNEXT", "4294967296", "UidNext 0 damaged")]
    [InlineData("UIDVALIDITY", "7", "UidValidity 7")]
    [InlineData("UIDNOTSTICKY", "", "UidNotSticky")]
    [InlineData("NOMODSEQ", "", "NoModSeq")]
    [InlineData("CLOSED", "", "Closed")]
    [InlineData("READ-ONLY", "", null)]
    public void Each_code_is_observed(string name, string arguments, string? fact)
    {
        _selection.Observers.Add(_observer);
        _selection.Report(new ResponseCode(name, Encoding.ASCII.GetBytes(arguments)));
        Assert.Equal(fact is null ? [] : [fact], _observer.Facts);
    }

    // Without QRESYNC the answer to SELECT says nothing about single messages.
    [Theory]
    [InlineData(false, false, "Exists 9", "Fetched 2 UID 17", "Opened")]
    [InlineData(true, false, "Exists 9", "Opened")]
    [InlineData(true, true, "Exists 9", "Fetched 2 UID 17", "Opened")]
    public void Messages_of_the_previous_mailbox_are_not_observed(
        bool hasOther, bool resynchronizes, params string[] facts)
    {
        MailboxSelection selection = new("INBOX", resynchronizes) { MayBeMistaken = hasOther };
        selection.Observers.Add(_observer);
        selection.Report(Response("9 EXISTS"), isAnswer: false);
        selection.Report(Response("2 FETCH (UID 17)"), isAnswer: false);
        selection.Opened(new SelectResult("INBOX"));
        Assert.Equal(facts, _observer.Facts);
    }

    [Fact]
    public void Messages_are_observed_from_CLOSED_on()
    {
        MailboxSelection selection = new("INBOX") { MayBeMistaken = true };
        selection.Observers.Add(_observer);
        selection.Report(Response("2 EXPUNGE"), isAnswer: false);
        Damage damage = default;
        UntaggedResponse closed = new("OK [CLOSED] left"u8, ImapLimits.Default, code: new ResponseCode("CLOSED"));
        selection.Apply(closed, ref damage);
        selection.Report(closed, isAnswer: false);
        selection.Report(Response("1 EXPUNGE"), isAnswer: false);
        Assert.Equal(["Closed", "Expunged 1"], _observer.Facts);
    }

    [Fact]
    public void Where_nobody_observes_nothing_is_allocated()
    {
        Open();
        byte[] fetch = "2 FETCH (UID 17 FLAGS (\\Seen $Unheard$Of) MODSEQ (7))"u8.ToArray();
        byte[] exists = "4 EXISTS"u8.ToArray();
        long allocated = Allocated.By(() =>
        {
            Damage damage = default;
            foreach (byte[] raw in (ReadOnlySpan<byte[]>)[fetch, exists])
            {
                UntaggedResponse response = new(raw, ImapLimits.Default);
                _selection.Apply(response, ref damage);
                _selection.Report(response, isAnswer: false);
            }
        });
        Assert.Equal(0, allocated);
    }

    private sealed class CountingObserver : IMailboxObserver
    {
        public ulong Count { get; private set; }

        public void Observe(scoped in MailboxFact fact)
        {
            if (fact.Kind is MailboxFactKind.Exists or MailboxFactKind.Opened)
                Count = fact.Number;
            else if (fact.Kind == MailboxFactKind.Expunged)
                Count--;
        }

        public void Ended(Exception exception)
        {
            // The test ends before that.
        }
    }

    private static UntaggedResponse Response(string text) => new(Encoding.UTF8.GetBytes(text), ImapLimits.Default);

    private void Open() => _selection.Opened(new SelectResult("INBOX"));

    private bool Take(string response)
    {
        Damage damage = default;
        bool areGone = _selection.Apply(Response(response), ref damage);
        Assert.False(damage.IsAny);
        return areGone;
    }

    private void TakeCode(string name)
    {
        Damage damage = default;
        _selection.Apply(new UntaggedResponse("OK"u8, ImapLimits.Default, code: new ResponseCode(name)), ref damage);
    }

    private void Observe(string response)
    {
        Damage damage = default;
        _selection.Apply(Response(response), ref damage);
        _selection.Report(Response(response), isAnswer: false);
    }
}
