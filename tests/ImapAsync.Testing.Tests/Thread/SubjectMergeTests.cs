using static ImapAsync.Testing.Tests.Thread.ThreadCase;

namespace ImapAsync.Testing.Tests.Thread;

/// <summary>Steps 5 and 6 of REFERENCES (RFC 5256 §3): subjects join what references do not.</summary>
public sealed class SubjectMergeTests
{
    [Fact]
    public void An_answer_goes_below_a_message_that_is_not_one() => Assert.Equal("(1 2)", References(
        Message(1, 1, "tea", "<a@x>"),
        Message(2, 2, "Re: TEA", "<b@x>")));

    [Fact]
    public void An_answer_goes_below_a_later_message_that_is_not_one() => Assert.Equal("(2 1)", References(
        Message(1, 1, "Re: tea", "<a@x>"),
        Message(2, 2, "tea", "<b@x>")));

    [Fact]
    public void Two_that_are_not_answers_become_siblings() => Assert.Equal("((1)(2))", References(
        Message(1, 1, "tea", "<a@x>"),
        Message(2, 2, "tea", "<b@x>")));

    [Fact]
    public void Two_answers_become_siblings() => Assert.Equal("((1)(2)(3))", References(
        Message(1, 1, "Re: tea", "<a@x>"),
        Message(2, 2, "Fwd: tea", "<b@x>"),
        Message(3, 3, "tea (fwd)", "<c@x>")));

    [Fact]
    public void Answers_of_two_missing_messages_become_siblings() => Assert.Equal("((1)(2)(3)(4))", References(
        Message(1, 1, "tea", "<a@x>", "<m@x>"),
        Message(2, 2, "milk", "<b@x>", "<m@x>"),
        Message(3, 3, "tea", "<c@x>", "<n@x>"),
        Message(4, 4, "sugar", "<d@x>", "<n@x>")));

    [Fact]
    public void Message_joins_the_answers_of_a_missing_one() => Assert.Equal("((1)(2)(3))", References(
        Message(1, 1, "tea", "<a@x>"),
        Message(2, 2, "tea", "<b@x>", "<m@x>"),
        Message(3, 3, "milk", "<c@x>", "<m@x>")));

    [Fact]
    public void Empty_subjects_join_nothing() => Assert.Equal("(1)(2)(3)", References(
        Message(1, 1, "", "<a@x>"),
        Message(2, 2, "Re:", "<b@x>"),
        Message(3, 3, "Re: ", "<c@x>")));

    [Fact]
    public void Only_the_subject_of_the_first_message_counts() => Assert.Equal("(1 2)(3)", References(
        Message(1, 1, "tea", "<a@x>"),
        Message(2, 2, "milk", "<b@x>", "<a@x>"),
        Message(3, 3, "milk", "<c@x>")));

    [Fact]
    public void Threads_are_ordered_by_their_first_message() => Assert.Equal("(3 4)((2)(5))(1)", References(
        Message(1, 9, "late", "<a@x>"),
        Message(2, 4, "tea", "<b@x>"),
        Message(3, 1, "early", "<c@x>"),
        Message(4, 20, "Re: early", "<d@x>", "<c@x>"),
        Message(5, 12, "tea", "<e@x>")));
}
