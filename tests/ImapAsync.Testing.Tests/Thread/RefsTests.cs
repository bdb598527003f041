using static ImapAsync.Testing.Tests.Thread.ThreadCase;

namespace ImapAsync.Testing.Tests.Thread;

public sealed class RefsTests
{
    [Fact]
    public void Subjects_say_nothing_and_the_last_arrival_orders() => Assert.Equal("(2)(1 4 3)(5)", Write(ThreadAlgorithm.Refs,
    [
        Message(1, 1, "tea", "<a@x>"),
        Message(2, 2, "Re: tea", "<b@x>"),
        Message(3, 3, "Re: tea", "<c@x>", "<a@x> <d@x>", arrival: 5),
        Message(4, 4, "Re: tea", "<d@x>", "<a@x>", arrival: 3),
        Message(5, 1, "milk", "<e@x>", arrival: 6),
    ]));

    [Fact]
    public void Missing_message_joins_its_answers() => Assert.Equal("(3)((1)(2))", Write(ThreadAlgorithm.Refs,
    [
        Message(1, 1, "tea", "<a@x>", "<m@x>"),
        Message(2, 9, "milk", "<b@x>", "<m@x>"),
        Message(3, 5, "sugar", "<c@x>"),
    ]));
}
