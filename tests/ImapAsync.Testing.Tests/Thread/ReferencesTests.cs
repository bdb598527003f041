using static ImapAsync.Testing.Tests.Thread.ThreadCase;

namespace ImapAsync.Testing.Tests.Thread;

/// <summary>Steps 1 to 4 of REFERENCES (RFC 5256 §3): what messages refer to.</summary>
public sealed class ReferencesTests
{
    [Fact]
    public void Answers_stand_below_what_they_answer() => Assert.Equal("(1 2 (3)(4 5))", References(
        Message(1, 1, "tea", "<a@x>"),
        Message(2, 2, "Re: tea", "<b@x>", "<a@x>"),
        Message(3, 3, "Re: tea", "<c@x>", "<a@x> <b@x>"),
        Message(4, 4, "Re: tea", "<d@x>", "<a@x> <b@x>"),
        Message(5, 5, "Re: tea", "<e@x>", "<a@x> <b@x> <d@x>")));

    [Fact]
    public void Siblings_are_ordered_by_date_and_then_by_number() => Assert.Equal("(1 (4)(2)(3))", References(
        Message(1, 1, "tea", "<a@x>"),
        Message(2, 6, "Re: tea", "<b@x>", "<a@x>"),
        Message(3, 6, "Re: tea", "<c@x>", "<a@x>"),
        Message(4, 5, "Re: tea", "<d@x>", "<a@x>")));

    [Fact]
    public void In_reply_to_counts_only_when_there_are_no_references() => Assert.Equal("(1 2)(3)(4 5)", References(
        Message(1, 1, "one", "<a@x>"),
        Message(2, 2, "two", "<b@x>", inReplyTo: "Your message of Monday <a@x> <other@x>"),
        Message(3, 3, "three", "<c@x>"),
        Message(4, 4, "four", "<d@x>"),
        Message(5, 5, "five", "<e@x>", "<d@x>", "<c@x>")));

    [Fact]
    public void References_without_an_ID_do_not_count() => Assert.Equal("(1 2)", References(
        Message(1, 1, "one", "<a@x>"),
        Message(2, 2, "two", "<b@x>", "rubbish <no at sign> <@> <a@> (<c@x>)", "<a@x>")));

    [Fact]
    public void A_message_that_does_not_exist_joins_its_answers() => Assert.Equal("((2)(3))(4)", References(
        Message(2, 2, "one", "<b@x>", "<a@x>"),
        Message(3, 3, "two", "<c@x>", "<a@x>"),
        Message(4, 4, "three", "<d@x>", "<z@x>")));

    [Fact]
    public void Missing_messages_in_the_middle_are_left_out() => Assert.Equal("(1 (2)(3))", References(
        Message(1, 1, "one", "<a@x>"),
        Message(2, 2, "two", "<c@x>", "<a@x> <b@x>"),
        Message(3, 3, "three", "<d@x>", "<a@x> <b@x>")));

    [Fact]
    public void An_answer_may_come_before_what_it_answers() => Assert.Equal("(3 1)(2)", References(
        Message(1, 9, "answer", "<b@x>", "<a@x>"),
        Message(2, 8, "other", "<c@x>"),
        Message(3, 7, "question", "<a@x>")));

    [Fact]
    public void A_second_message_with_the_same_ID_is_treated_as_one_without() => Assert.Equal("(1 3)(2)", References(
        Message(1, 1, "one", "<a@x>"),
        Message(2, 2, "two", "<a@x>"),
        Message(3, 3, "three", "<b@x>", "<a@x>")));

    [Fact]
    public void Quoting_and_space_make_no_difference() => Assert.Equal("(1 2 3)", References(
        Message(1, 1, "one", "<\"a.\\b\"@x>"),
        Message(2, 2, "two", "<b@x>", "<a.b@x>"),
        Message(3, 3, "three", "<c@x>", "<\"b\" @x>")));

    [Fact]
    public void Case_makes_a_difference() => Assert.Equal("(1)(2)", References(
        Message(1, 1, "one", "<a@x>"),
        Message(2, 2, "two", "<b@x>", "<A@x>")));

    [Fact]
    public void Own_references_count_for_more_than_those_of_others() => Assert.Equal("(1 3 2)", References(
        Message(1, 1, "one", "<a@x>"),
        Message(2, 2, "two", "<b@x>", "<d@x> <c@x> <e@x>"),
        Message(3, 3, "three", "<c@x>", "<a@x>")));

    [Fact]
    public void A_link_that_would_close_a_loop_is_not_added()
    {
        Assert.Equal("(2 1)", References(
            Message(1, 1, "one", "<a@x>", "<b@x>"),
            Message(2, 2, "two", "<b@x>", "<a@x>")));
        Assert.Equal("(1)", References(Message(1, 1, "self", "<a@x>", "<a@x>")));
        Assert.Equal("(1)", References(Message(1, 1, "self", "<a@x>", "<b@x> <a@x> <b@x>")));
    }

    [Fact]
    public void Threads_thousands_deep()
    {
        const int Depth = 5_000;
        IEnumerable<TestMessage> messages = Enumerable.Range(1, Depth).Select(i => Message((uint)i, 1, $"s{i}", $"<{i}@x>", i > 1 ? $"<{i - 1}@x>" : null));
        Assert.Equal($"({string.Join(' ', Enumerable.Range(1, Depth))})", References(messages));
    }
}
