using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class SortCommandTests
{
    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new SortCommand([SortKey.Subject], SearchQuery.Since(new(1994, 2, 1))), "SORT (SUBJECT) US-ASCII SINCE 1-Feb-1994" },
        { new UidSortCommand([SortKey.Date.Reversed, SortKey.Subject], SearchQuery.All), "UID SORT (REVERSE DATE SUBJECT) US-ASCII ALL" },
        { new UidSortCommand([SortKey.Subject], SearchQuery.Text("not in mailbox")), "UID SORT (SUBJECT) US-ASCII TEXT \"not in mailbox\"" },
        {
            new UidSortCommand([SortKey.Arrival, SortKey.Cc, SortKey.From, SortKey.Size, SortKey.To], SearchQuery.Subject("Größe")),
            "UID SORT (ARRIVAL CC FROM SIZE TO) UTF-8 SUBJECT {7+}\r\nGröße"
        },
        { new SortCommand([SortKey.DisplayFrom, SortKey.DisplayTo.Reversed], SearchQuery.Seen), "SORT (DISPLAYFROM REVERSE DISPLAYTO) US-ASCII SEEN" },
        { new SortCommand([SortKey.ModSequence, SortKey.Relevancy, new SortKey("uid")], SearchQuery.Seen), "SORT (MODSEQ RELEVANCY UID) US-ASCII SEEN" },
        {
            new UidSortCommand([SortKey.Date.Reversed], SearchQuery.Undeleted, SearchReturnOptions.Min | SearchReturnOptions.Max | SearchReturnOptions.Count),
            "UID SORT RETURN (MIN MAX COUNT) (REVERSE DATE) US-ASCII UNDELETED"
        },
        {
            new UidSortCommand([SortKey.Date.Reversed], SearchQuery.Undeleted) { Partial = new(1, 500) },
            "UID SORT RETURN (PARTIAL 1:500) (REVERSE DATE) US-ASCII UNDELETED"
        },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_are_written_as_the_rfcs_define_them(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    // RFC 6855 §3 forbids a charset in SEARCH only; in SORT it is an argument.
    [Fact]
    public void The_charset_is_there_even_where_utf8_is_enabled() =>
        Assert.Equal("UID SORT (DATE) UTF-8 SUBJECT \"ö\"", Encoded.Of(new UidSortCommand([SortKey.Date], SearchQuery.Subject("ö")), utf8: true));

    [Fact]
    public void Keys_are_checked()
    {
        Assert.Throws<ArgumentException>(() => new SortKey("DATE) UTF-8 ALL"));
        Assert.Throws<ArgumentException>(() => new SortKey(""));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new SortCommand([], SearchQuery.All)));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new SortCommand([default], SearchQuery.All)));
        Assert.Equal(SortKey.Date, SortKey.Date.Reversed.Reversed);
        Assert.Equal("REVERSE SIZE", SortKey.Size.Reversed.ToString());
    }

    [Theory]
    [InlineData("SORT 2 84 882", "2 84 882")]
    [InlineData("SORT", "")]
    [InlineData("sort 5 3 4 1 2", "5 3 4 1 2")]
    [InlineData("SORT 3 0 1", "3 1")]
    public void The_order_is_kept(string response, string expected)
    {
        SortResult<Uid> result = new UidSortCommand([SortKey.Date], SearchQuery.All).Collect(response);

        Assert.Equal(expected, string.Join(' ', result));
        Assert.Equal(result.Count, result.Total);
        Assert.Equal(expected.Length == 0 ? null : result[0], result.First);
        Assert.Equal(expected.Length == 0 ? null : result[^1], result.Last);
    }

    [Fact]
    public void No_answer_and_several_answers_are_one_result()
    {
        Assert.Empty(new UidSortCommand([SortKey.Date], SearchQuery.All).Collect<SortResult<Uid>>());
        SortResult<SequenceNumber> both = new SortCommand([SortKey.Date], SearchQuery.All).Collect("SORT 3 1", "SORT 2 (MODSEQ 917162500)");
        Assert.Equal([new SequenceNumber(3), new(1), new(2)], both);
        Assert.Equal(new ModSequence(917162500), both.ModSequence);
    }

    [Theory]
    [InlineData("ESEARCH (TAG \"A1\") UID ALL 23765,23764,23763,23761,7:9,12:10", "23765 23764 23763 23761 7 8 9 10 11 12")]
    [InlineData("ESEARCH (TAG \"A1\") ALL 5", "5")]
    [InlineData("ESEARCH (TAG \"A1\") UID COUNT 0", "")]
    [InlineData("SORT 5 3", "5 3")]
    public void Esort_keeps_the_order_and_writes_ranges_out(string response, string expected) =>
        Assert.Equal(expected, string.Join(' ', new UidSortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.All).Collect(response)));

    [Fact]
    public void Esort_reports_the_ends_the_count_and_the_part()
    {
        SortResult<Uid> ends = new UidSortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.Min | SearchReturnOptions.Max | SearchReturnOptions.Count)
            .Collect("ESEARCH (TAG \"A1\") UID MIN 9 MAX 2 COUNT 23765");
        Assert.Empty(ends);
        Assert.Equal(new Uid(9), ends.First);
        Assert.Equal(new Uid(2), ends.Last);
        Assert.Equal(23765, ends.Total);

        // Cyrus reports the lowest and the highest; the list is correct.
        SortResult<Uid> listed = new UidSortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.Min | SearchReturnOptions.Max | SearchReturnOptions.All)
            .Collect("ESEARCH (TAG \"A1\") UID MIN 1 MAX 4 ALL 4,1:3");
        Assert.Equal(new Uid(4), listed.First);
        Assert.Equal(new Uid(3), listed.Last);

        SortResult<Uid> part = new UidSortCommand([SortKey.Date], SearchQuery.All) { Partial = new(23500, 24000) }
            .Collect("ESEARCH (TAG \"A1\") UID PARTIAL (23500:24000 7,3)");
        Assert.Equal([new Uid(7), new Uid(3)], part);
        Assert.Equal(new PartialRange(23500, 24000), part.Partial);
        Assert.Null(part.Total);
        Assert.Null(part.First);

        SortResult<Uid> none = new UidSortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.Min).Collect("ESEARCH (TAG \"A1\") UID");
        Assert.Null(none.Total);
        Assert.Null(none.First);
    }

    [Theory]
    [InlineData("SORT 1 x")]
    [InlineData("SORT 1:5")]
    [InlineData("ESEARCH (TAG \"A1\") ALL 1:4294967295")]
    [InlineData("ESEARCH (TAG \"A1\") ALL 1:*")]
    public void What_cannot_be_read_or_held_is_reported(string response) =>
        Assert.Throws<ImapProtocolException>(() => new SortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.All).Collect(response));

    [Fact]
    public void Sort_behaves_as_search_does()
    {
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.Idempotent, new UidSortCommand([SortKey.Date], SearchQuery.All).Traits);
        Assert.Equal(new SearchCommand(SearchQuery.All).Traits, new SortCommand([SortKey.Date], SearchQuery.All).Traits);
        Assert.Equal("SORT", new UidSortCommand([SortKey.Date], SearchQuery.All).OwnedResponse);
        Assert.Null(new SortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.All).OwnedResponse);
        new UidSortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.All)
            .Collect("", out List<string> passedOn, "ESEARCH (TAG \"A1\") UID ALL 1", "SORT 7", "ESEARCH (TAG \"A7\") UID ALL 1", "SEARCH 1");
        Assert.Equal(["SORT 7", "ESEARCH (TAG \"A7\") UID ALL 1", "SEARCH 1"], passedOn);
    }

    [Fact]
    public void A_result_can_be_created_for_a_test()
    {
        SortResult<Uid> result = new(new Uid(9), new Uid(3));

        Assert.Equal(2, result.Total);
        Assert.Equal("3,9", UidSet.Of(result).ToString());
        Assert.Equal(new Uid(3), result.Span[1]);
    }
}
