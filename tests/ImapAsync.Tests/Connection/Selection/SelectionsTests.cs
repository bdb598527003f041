namespace ImapAsync.Tests;

/// <summary>Which mailbox is the selected one: the state machine by itself.</summary>
public sealed class SelectionsTests
{
    private static readonly Exception Refusal = new ImapSelectionException("no", "INBOX");

    private readonly Selections _selections = new();
    private readonly MailboxSelection _first = new("First");
    private readonly MailboxSelection _second = new("Second");

    [Fact]
    public void A_mailbox_is_current_from_its_SELECT_on_and_open_from_its_answer_on()
    {
        Assert.Null(_selections.Begin(_first));
        AssertState(_first, isOpen: false, mayRemain: false);
        _selections.Opened();
        AssertState(_first, isOpen: true, mayRemain: true);
        Assert.False(_first.MayBeMistaken);
    }

    [Fact]
    public void The_previous_mailbox_may_still_be_selected_until_a_SELECT_is_answered()
    {
        Open(_first);
        Assert.Same(_first, _selections.Begin(_second));
        Assert.True(_second.MayBeMistaken);
        AssertState(_second, isOpen: true, mayRemain: true);
    }

    [Fact]
    public void Of_two_SELECTs_that_are_sent_together_the_last_counts()
    {
        _selections.Begin(_first);
        Assert.Same(_first, _selections.Begin(_second));
        Assert.False(_second.MayBeMistaken);
        _selections.Opened();
        _first.Opened(new SelectResult("First") { Exists = 3 });
        AssertState(_second, isOpen: true, mayRemain: true);

        _selections.Refused(_second, isUnderstood: true, Refusal);
        AssertState(null, isOpen: false, mayRemain: false);
    }

    [Fact]
    public void A_SELECT_that_is_refused_leaves_the_one_after_it_alone()
    {
        _selections.Begin(_first);
        _selections.Begin(_second);
        _selections.Refused(_first, isUnderstood: true, Refusal);
        AssertState(_second, isOpen: false, mayRemain: false);
        Assert.Null(_second.IsSelected);
    }

    // RFC 9051 §6.3.2: NO deselects. Whether a server that has not understood the command (BAD) does is unknown.
    [Theory]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    public void After_a_refusal_another_mailbox_may_remain(bool hasOther, bool isUnderstood, bool mayRemain)
    {
        if (hasOther)
            Open(_first);
        _selections.Begin(_second);
        _selections.Refused(_second, isUnderstood, Refusal);

        AssertState(null, isOpen: false, mayRemain);
        Assert.False(_second.IsSelected);
        Assert.Same(Refusal, _second.Failure);
        MailboxSelection third = new("Third");
        _selections.Begin(third);
        Assert.Equal(mayRemain, third.MayBeMistaken);
    }

    [Theory]
    [InlineData(false)] // CLOSE, UNSELECT
    [InlineData(true)] // RawCommand("SELECT")
    public void What_ends_the_selection_may_have_selected_a_mailbox_that_nobody_holds(bool mayRemain)
    {
        Open(_first);
        Assert.Same(_first, _selections.Begin(null));
        AssertState(null, isOpen: true, mayRemain: true);
        _selections.Closed(mayRemain);
        AssertState(null, isOpen: false, mayRemain);
    }

    // The command was refused: the server still has the mailbox selected, but no commands are sent to it.
    [Fact]
    public void A_CLOSE_that_is_refused_leaves_the_server_as_it_was()
    {
        Open(_first);
        _selections.Begin(null);
        AssertState(null, isOpen: true, mayRemain: true);
        _selections.Begin(_second);
        Assert.True(_second.MayBeMistaken);
    }

    // STARTTLS, UNAUTHENTICATE.
    [Fact]
    public void A_reset_leaves_the_mailbox()
    {
        RecordingObserver observer = new();
        Open(_first);
        _first.Observers.Add(observer);
        _selections.Reset();
        AssertState(null, isOpen: false, mayRemain: false);
        Assert.Equal(["ended: ImapSelectionException"], observer.Facts);
    }

    private void Open(MailboxSelection selection)
    {
        _selections.Begin(selection);
        _selections.Opened();
        selection.Opened(new SelectResult(selection.Name));
    }

    private void AssertState(MailboxSelection? current, bool isOpen, bool mayRemain)
    {
        Assert.Same(current, _selections.Current);
        Assert.Equal((isOpen, mayRemain), (_selections.IsOpen, _selections.MayRemain));
    }
}
