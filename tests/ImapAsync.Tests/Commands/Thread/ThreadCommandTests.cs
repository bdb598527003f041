using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class ThreadCommandTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new ThreadCommand(ThreadAlgorithm.OrderedSubject, SearchQuery.Since(new(2000, 3, 5))), "THREAD ORDEREDSUBJECT US-ASCII SINCE 5-Mar-2000" },
        { new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Text("gewp")), "UID THREAD REFERENCES US-ASCII TEXT \"gewp\"" },
        { new UidThreadCommand(ThreadAlgorithm.Refs, SearchQuery.Subject("ö")), "UID THREAD REFS UTF-8 SUBJECT {2+}\r\nö" },
        { new UidThreadCommand("x-guess", SearchQuery.All), "UID THREAD X-GUESS US-ASCII ALL" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_are_written_as_the_rfc_defines_them(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void Algorithms_are_atoms()
    {
        Assert.Throws<ArgumentException>(() => new ThreadAlgorithm("A B"));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new ThreadCommand(default, SearchQuery.All)));
    }

    [Theory]
    [InlineData("(166)(167)(168)(169)(172)(170)(171)(173)(174 (175)(176)(178)(181)(180))(179)(177 (183)(182)(188)(184)(185)(186)(187)(189))(190)")]
    [InlineData("(2)(3 6 (4 23)(44 7 96))")]
    [InlineData("((3)(5))")]
    [InlineData("(1 ((3)(5))(2))")]
    [InlineData("")]
    [InlineData("(4294967295)")]
    public void Threads_print_as_they_were_sent(string threads)
    {
        ThreadResult<SequenceNumber> result = new ThreadCommand(ThreadAlgorithm.References, SearchQuery.All).Collect("THREAD " + threads);

        Assert.Equal(threads, result.ToString());
        Assert.Equal(threads, string.Concat(result));
    }

    [Fact]
    public void Answers_are_below_what_they_answer()
    {
        ThreadResult<Uid> result = new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.All).Collect("THREAD (2)(3 6 (4 23)(44 7 96))");

        Assert.Equal(2, result.Count);
        ThreadNode<Uid> three = result.Last();
        Assert.Equal(new Uid(3), three.Message);
        ThreadNode<Uid> six = Assert.Single(three.Children);
        Assert.Equal(new Uid(6), six.Message);
        Assert.Equal([new Uid(4), new Uid(44)], six.Children.Select(static child => child.Message!.Value));
        Assert.Equal([new Uid(44), new(7), new(96)], six.Children.Last().Messages);
        Assert.Equal([new Uid(2), new(3), new(6), new(4), new(23), new(44), new(7), new(96)], result.Messages);
        Assert.Equal("(44 7 96)", six.Children.Last().ToString());
        Assert.Empty(six.Children.First().Children.Single().Children);
    }

    [Fact]
    public void A_parent_that_is_not_in_the_mailbox_is_a_node_without_a_message()
    {
        ThreadNode<Uid> root = Assert.Single(ThreadResult<Uid>.Parse("((3)(5 6))"));

        Assert.Null(root.Message);
        Assert.Equal([new Uid(3), new(5)], root.Children.Select(static child => child.Message!.Value));
        Assert.Equal([new Uid(3), new(5), new(6)], root.Messages);
    }

    [Theory]
    [InlineData("THREAD", "")]
    [InlineData("thread ()", "")]
    [InlineData("THREAD (1) (2)", "(1)(2)")]
    [InlineData("THREAD ( 1  2 )", "(1 2)")]
    [InlineData("THREAD (1 (2) 3)", "(1 (2)(3))")]
    [InlineData("THREAD (1(2)(3))", "(1 (2)(3))")]
    [InlineData("THREAD (0 2)", "(2)")]
    public void Malformed_threads_are_read_too(string response, string expected) =>
        Assert.Equal(expected, new UidThreadCommand(ThreadAlgorithm.Refs, SearchQuery.All).Collect(response).ToString());

    [Fact]
    public void No_answer_and_several_answers_are_one_result()
    {
        UidThreadCommand command = new(ThreadAlgorithm.Refs, SearchQuery.All);

        Assert.Empty(command.Collect<ThreadResult<Uid>>());
        Assert.Equal("(1 2)(3)", command.Collect("THREAD (1 2)", "THREAD (3)").ToString());
        command.Collect("", out List<string> passedOn, "SEARCH 1", "THREAD (1)");
        Assert.Equal(["SEARCH 1"], passedOn);
    }

    [Theory]
    [InlineData("THREAD (1")]
    [InlineData("THREAD 1)")]
    [InlineData("THREAD (1))")]
    [InlineData("THREAD 1")]
    [InlineData("THREAD (x)")]
    [InlineData("THREAD (4294967296)")]
    [InlineData("THREAD (NIL)")]
    public void What_cannot_be_read_is_reported(string response)
    {
        UidThreadCommand command = new(ThreadAlgorithm.Refs, SearchQuery.All);
        Assert.Throws<ImapProtocolException>(() => command.Collect(response));

        // The remains of a broken response do not affect the next.
        ResponseCollector<ThreadResult<Uid>> collector = command.CreateCollector();
        Assert.Throws<ImapProtocolException>(() => collector.TryCollect(Answers.Untagged(response)));
        Assert.True(collector.TryCollect(Answers.Untagged("THREAD (7)")));
        Assert.EndsWith("(7)", collector.Complete(null).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_fifty_thousand_and_ten_thousand_levels_are_read_without_recursion()
    {
        string chain = "(" + string.Join(' ', Enumerable.Range(1, 50_000)) + ")";
        ThreadResult<Uid> deep = new UidThreadCommand(ThreadAlgorithm.Refs, SearchQuery.All).Collect("THREAD " + chain);
        Assert.Equal(chain, deep.ToString());
        Assert.Equal(50_000, deep.Single().Messages.Count());

        StringBuilder forks = new("THREAD (1");
        for (int i = 1; i < ThreadResponseParser.MaxNesting; i++)
            forks.Append(" (2)(3");
        forks.Append(')', ThreadResponseParser.MaxNesting);
        Assert.Equal(1 + (2 * (ThreadResponseParser.MaxNesting - 1)), new UidThreadCommand(ThreadAlgorithm.Refs, SearchQuery.All).Collect(forks.ToString()).Messages.Count());
    }

    [Fact]
    public void A_million_parentheses_are_refused() =>
        Assert.Throws<ImapProtocolException>(() => new UidThreadCommand(ThreadAlgorithm.Refs, SearchQuery.All).Collect("THREAD " + new string('(', 1_000_000)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_threads_print_as_they_were_sent(int seed)
    {
        Random random = new(seed);
        StringBuilder text = new();
        uint next = 1;
        for (int i = random.Next(5); i > 0; i--)
            Append(text, random, ref next, depth: 6);

        Assert.Equal(text.ToString(), ThreadResult<Uid>.Parse(text.ToString()).ToString());
    }

    [Fact]
    public void Threads_behave_as_searches_do()
    {
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.Idempotent, new UidThreadCommand(ThreadAlgorithm.Refs, SearchQuery.All).Traits);
        Assert.Equal(new SearchCommand(SearchQuery.All).Traits, new ThreadCommand(ThreadAlgorithm.Refs, SearchQuery.All).Traits);
        Assert.Equal("THREAD", new ThreadCommand(ThreadAlgorithm.Refs, SearchQuery.All).OwnedResponse);
        Assert.Throws<FormatException>(() => ThreadResult<Uid>.Parse("(1"));
    }

    private static void Append(StringBuilder text, Random random, ref uint next, int depth)
    {
        text.Append('(');
        int own = random.Next(4);
        for (int i = 0; i < own; i++)
            text.Append(i == 0 ? "" : " ").Append(next++);

        int children = depth == 0 || random.Next(2) == 0 ? 0 : random.Next(2, 4);
        if (own == 0 && children == 0)
            text.Append(next++);
        if (own > 0 && children > 0)
            text.Append(' ');
        for (int i = 0; i < children; i++)
            Append(text, random, ref next, depth - 1);
        text.Append(')');
    }
}
