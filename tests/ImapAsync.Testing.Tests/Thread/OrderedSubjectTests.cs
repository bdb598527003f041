namespace ImapAsync.Testing.Tests.Thread;

public sealed class OrderedSubjectTests
{
    private static readonly TestMessage[] Messages =
    [
        ThreadCase.Message(1, 9, "Re: tea"),
        ThreadCase.Message(2, 3, "tea"),
        ThreadCase.Message(3, 5, "Fwd: TEA"),
        ThreadCase.Message(4, 4, "milk"),
        ThreadCase.Message(5, 1, ""),
        ThreadCase.Message(6, 7, "Re:"),
    ];

    [Fact]
    public void First_of_a_subject_is_answered_by_all_others() =>
        Assert.Equal("(5 6)(2 (3)(1))(4)", ThreadCase.Write(ThreadAlgorithm.OrderedSubject, Messages));

    [Fact]
    public void Uids() => Assert.Equal("(105 106)(102 (103)(101))(104)", ThreadCase.Write(ThreadAlgorithm.OrderedSubject, Messages, uids: true));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Equal("", ThreadCase.Write(ThreadAlgorithm.OrderedSubject, []));

    [Fact]
    public void Other_algorithms_are_refused()
    {
        CommandRefusedException refusal = Assert.Throws<CommandRefusedException>(() => ThreadCase.Write("BYCOLOUR", Messages));
        Assert.Equal(ImapStatus.Bad, refusal.Status);
    }
}
