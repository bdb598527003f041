using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class SearchCommandTests
{
    private static SearchQuery Flagged { get; } = SearchQuery.Flagged & SearchQuery.Since(new(1994, 2, 1)) & !SearchQuery.From("Smith");

    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new SearchCommand(Flagged), "SEARCH FLAGGED SINCE 1-Feb-1994 NOT FROM \"Smith\"" },
        { new UidSearchCommand(SearchQuery.All), "UID SEARCH ALL" },
        { new SearchCommand(Flagged, SearchReturnOptions.Min | SearchReturnOptions.Count), "SEARCH RETURN (MIN COUNT) FLAGGED SINCE 1-Feb-1994 NOT FROM \"Smith\"" },
        { new UidSearchCommand(SearchQuery.Seen, SearchReturnOptions.All), "UID SEARCH RETURN (ALL) SEEN" },
        { new UidSearchCommand(SearchQuery.Seen, SearchReturnOptions.Save), "UID SEARCH RETURN (SAVE) SEEN" },
        {
            new SearchCommand(SearchQuery.All, SearchReturnOptions.Min | SearchReturnOptions.Max | SearchReturnOptions.All | SearchReturnOptions.Count | SearchReturnOptions.Save | SearchReturnOptions.Relevancy),
            "SEARCH RETURN (MIN MAX ALL COUNT SAVE RELEVANCY) ALL"
        },
        { new UidSearchCommand(SearchQuery.Undeleted) { Partial = new(-1, -100) }, "UID SEARCH RETURN (PARTIAL -1:-100) UNDELETED" },
        {
            new UidSearchCommand(SearchQuery.Subject("Größe"), SearchReturnOptions.Count) { Partial = new(23500, 24000) },
            "UID SEARCH RETURN (COUNT PARTIAL 23500:24000) CHARSET UTF-8 SUBJECT {7+}\r\nGröße"
        },
        { new SearchCommand(SearchQuery.Text("YYYYYY") | SearchQuery.Header("X-Ö", "a")), "SEARCH CHARSET UTF-8 OR TEXT \"YYYYYY\" HEADER {4+}\r\nX-Ö \"a\"" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_are_written_as_the_rfcs_define_them(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void No_charset_is_sent_where_utf8_is_enabled() =>
        Assert.Equal("UID SEARCH SUBJECT \"Größe\"", Encoded.Of(new UidSearchCommand(SearchQuery.Subject("Größe")), utf8: true));

    [Fact]
    public void A_literal_waits_for_the_server_when_it_must()
    {
        string before = Encoded.Of(
            new UidSearchCommand(SearchQuery.Subject("ö") & SearchQuery.Seen), new EncodingOptions(LiteralMode.Synchronizing, Utf8: false, 0), out IReadOnlyList<OutboundLiteral>? literals);

        Assert.Equal("UID SEARCH CHARSET UTF-8 SUBJECT {2}\r\n SEEN", before);
        Assert.True(Assert.Single(literals).Synchronizing);
    }

    [Fact]
    public void Overlap_depends_on_the_numbers_in_the_query()
    {
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.Idempotent, new UidSearchCommand(SearchQuery.Seen).Traits);
        Assert.Equal(
            CommandTraits.NeedsSelection | CommandTraits.Idempotent | CommandTraits.UsesSequenceNumbers,
            new UidSearchCommand(!SearchQuery.Numbers(new SequenceNumber(7))).Traits);
        Assert.Equal(
            CommandTraits.NeedsSelection | CommandTraits.Idempotent | CommandTraits.UsesSequenceNumbers | CommandTraits.ForbidsExpunge,
            new SearchCommand(SearchQuery.Seen).Traits);
        Assert.Equal("SEARCH", new SearchCommand(SearchQuery.Seen).OwnedResponse);
        Assert.Null(new UidSearchCommand(SearchQuery.Seen, SearchReturnOptions.All).OwnedResponse);
        Assert.Null(new UidSearchCommand(SearchQuery.Seen) { Partial = new(1, 2) }.OwnedResponse);
        Assert.Equal("UID SEARCH", new UidSearchCommand(SearchQuery.Subject("secret")).ToString());
    }

    [Theory]
    [InlineData("SEARCH 2 84 882", "2,84,882", 3)]
    [InlineData("SEARCH", "", 0)]
    [InlineData("SEARCH ", "", 0)]
    [InlineData("search 1 2 3 5", "1:3,5", 4)]
    [InlineData("SEARCH 9 1 3 2 9", "1:3,9", 4)]
    [InlineData("SEARCH  1  2 ", "1:2", 2)]
    [InlineData("SEARCH 0 1", "1", 1)]
    [InlineData("SEARCH 4294967295 4294967294 12345678 123456789 1234567", "1234567,12345678,123456789,4294967294:4294967295", 5)]
    public void Search_lists_are_kept_as_ranges(string response, string uids, long count)
    {
        SearchResult result = new UidSearchCommand(SearchQuery.All).Collect(response);

        Assert.Equal(uids, result.Uids.ToString());
        Assert.Equal(count, result.Count);
        Assert.Equal(result.Uids.Min, result.Min);
        Assert.Equal(result.Uids.Max, result.Max);
        Assert.Null(result.ModSequence);
    }

    [Theory]
    [InlineData("SEARCH 2 5 6 7 11 12 18 19 20 23 (MODSEQ 917162500)", "2,5:7,11:12,18:20,23", 917162500UL)]
    [InlineData("SEARCH 7(MODSEQ 9)", "7", 9UL)]
    [InlineData("SEARCH 123456789 (modseq 9)", "123456789", 9UL)]
    [InlineData("SEARCH 7 (X-NEW 1 (2)) (MODSEQ 9)", "7", 9UL)]
    [InlineData("SEARCH (MODSEQ 9)", "", 9UL)]
    public void Search_lists_report_the_highest_mod_sequence(string response, string numbers, ulong modSeq)
    {
        SequenceSearchResult result = new SearchCommand(SearchQuery.ModSequence(new(1))).Collect(response);

        Assert.Equal(numbers, result.Numbers.ToString());
        Assert.Equal(new ModSequence(modSeq), result.ModSequence);
    }

    [Fact]
    public void No_answer_at_all_is_an_empty_result()
    {
        SearchResult result = new UidSearchCommand(SearchQuery.All).Collect<SearchResult>();

        Assert.Same(UidSet.Empty, result.Uids);
        Assert.Equal(0, result.Count);
        Assert.Null(result.Min);
    }

    [Fact]
    public void Several_search_lists_are_one_result() =>
        Assert.Equal("1:4,9", new UidSearchCommand(SearchQuery.All).Collect("SEARCH 1 2", "SEARCH 3 4 9").Uids.ToString());

    [Fact]
    public void Esearch_reports_what_was_requested()
    {
        SequenceSearchResult minAndCount = new SearchCommand(Flagged, SearchReturnOptions.Min | SearchReturnOptions.Count).Collect("ESEARCH (TAG \"A1\") MIN 2 COUNT 3");
        Assert.Equal(new SequenceNumber(2), minAndCount.Min);
        Assert.Equal(3, minAndCount.Count);
        Assert.Null(minAndCount.Max);
        Assert.True(minAndCount.Numbers.IsEmpty);

        SearchResult all = new UidSearchCommand(Flagged, SearchReturnOptions.All).Collect("ESEARCH (TAG \"A1\") UID ALL 4:18,21,28");
        Assert.Equal("4:18,21,28", all.Uids.ToString());
        Assert.Equal(17, all.Count);
        Assert.Equal(new Uid(4), all.Min);
        Assert.Equal(new Uid(28), all.Max);

        SearchResult minOnly = new UidSearchCommand(Flagged, SearchReturnOptions.Min).Collect("ESEARCH (TAG A1) UID MIN 7 MODSEQ 8");
        Assert.Equal(new Uid(7), minOnly.Min);
        Assert.Equal(new ModSequence(8), minOnly.ModSequence);
        Assert.Null(minOnly.Count);

        SearchResult nothing = new UidSearchCommand(Flagged, SearchReturnOptions.All | SearchReturnOptions.Min).Collect("ESEARCH (TAG \"A1\") UID");
        Assert.Equal(0, nothing.Count);
        Assert.Null(nothing.Min);

        SearchResult saved = new UidSearchCommand(Flagged, SearchReturnOptions.Save).Collect<SearchResult>();
        Assert.Null(saved.Count);
    }

    [Fact]
    public void Esearch_may_stand_in_for_search_and_the_reverse()
    {
        SearchResult asked = new UidSearchCommand(SearchQuery.All).Collect("ESEARCH (TAG \"A1\") UID COUNT 2 ALL 7,9");
        Assert.Equal("7,9", asked.Uids.ToString());
        Assert.Equal(2, asked.Count);

        SearchResult extended = new UidSearchCommand(SearchQuery.All, SearchReturnOptions.Min | SearchReturnOptions.Count).Collect("SEARCH 7 9 8");
        Assert.Equal("7:9", extended.Uids.ToString());
        Assert.Equal(new Uid(7), extended.Min);
        Assert.Equal(3, extended.Count);
    }

    [Theory]
    [InlineData("ESEARCH UID COUNT 5 ALL 4:19,21,28")]
    [InlineData("ESEARCH COUNT 5 ALL 4:19,21,28")]
    [InlineData("esearch (tag \"A1\") all 4:19,21,28 count 5")]
    [InlineData("ESEARCH (TAG {2}\r\nA1) UID ALL \"4:19,21,28\" COUNT 5")]
    [InlineData("ESEARCH (TAG \"A1\" MAILBOX \"INBOX\" UIDVALIDITY 3) UID X-NEW (a (b)) ALL 4:19,21,28 COUNT 5")]
    [InlineData("ESEARCH (TAG \"A1\") UID COUNT 5 MODSEQ (7) ADDTO (0 32768:32769) ALL 21,28,19:4")]
    public void Esearch_is_read_in_every_form(string response)
    {
        SearchResult result = new UidSearchCommand(SearchQuery.All, SearchReturnOptions.All | SearchReturnOptions.Count).Collect(response);

        Assert.Equal("4:19,21,28", result.Uids.ToString());
        Assert.Equal(5, result.Count);
    }

    [Fact]
    public void Answers_to_other_commands_are_passed_on()
    {
        new UidSearchCommand(SearchQuery.All, SearchReturnOptions.All).Collect(
            "", out List<string> passedOn, "ESEARCH (TAG \"A2\") UID ALL 1", "EXISTS", "ESEARCH (TAG \"A1\") UID ALL 1", "SEARCH 7", "OK [COPYUID 1 2 3] x");

        Assert.Equal(["ESEARCH (TAG \"A2\") UID ALL 1", "EXISTS", "SEARCH 7", "OK [COPYUID 1 2 3] x"], passedOn);
    }

    [Theory]
    [InlineData("ESEARCH (TAG \"A1\") UID PARTIAL (-1:-100 100:150,250:300)", -1, -100, "100:150,250:300")]
    [InlineData("ESEARCH (TAG \"A1\") UID PARTIAL (23500:24000 55500:56000)", 23500, 24000, "55500:56000")]
    [InlineData("ESEARCH (TAG \"A1\") UID PARTIAL (24000:24500 NIL)", 24000, 24500, "")]
    public void Parts_of_results_report_which_part_they_are(string response, long first, long last, string uids)
    {
        SearchResult result = new UidSearchCommand(SearchQuery.All) { Partial = new(first, last) }.Collect(response);

        Assert.Equal(uids, result.Uids.ToString());
        Assert.Equal(new PartialRange(first, last), result.Partial);
        Assert.Null(result.Count);
        Assert.Null(result.Min);
    }

    [Fact]
    public void Relevancy_comes_in_the_order_of_the_messages()
    {
        SequenceSearchResult result = new SearchCommand(SearchQuery.Fuzzy(SearchQuery.Text("Helo")), SearchReturnOptions.All | SearchReturnOptions.Relevancy)
            .Collect("ESEARCH (TAG \"A1\") ALL 1,5,10 RELEVANCY (4 99 42)");

        Assert.Equal([4, 99, 42], result.Relevancy);
    }

    [Theory]
    [InlineData("SEARCH 1 x")]
    [InlineData("SEARCH 1x 2")]
    [InlineData("SEARCH 1 2 -3")]
    [InlineData("SEARCH 4294967296")]
    [InlineData("SEARCH 99999999999999999999999999")]
    [InlineData("SEARCH 1 (MODSEQ")]
    [InlineData("ESEARCH (TAG \"A1\") ALL 1:*")]
    [InlineData("ESEARCH (TAG \"A1\") ALL *")]
    [InlineData("ESEARCH (TAG \"A1\") ALL $")]
    [InlineData("ESEARCH (TAG \"A1\") ALL 1,,2")]
    [InlineData("ESEARCH (TAG \"A1\") ALL 0")]
    [InlineData("ESEARCH (TAG \"A1\") ALL (1 2)")]
    [InlineData("ESEARCH (TAG \"A1\") COUNT x")]
    [InlineData("ESEARCH (TAG \"A1\") PARTIAL (1 2)")]
    [InlineData("ESEARCH (TAG \"A1\") PARTIAL (0:1 2)")]
    [InlineData("ESEARCH (TAG \"A1\") PARTIAL (1:-1 2)")]
    [InlineData("ESEARCH (TAG \"A1\") MIN")]
    [InlineData("ESEARCH (TAG \"A1\"")]
    [InlineData("ESEARCH )")]
    public void What_cannot_be_read_is_reported(string response) =>
        Assert.Throws<ImapProtocolException>(() => new SearchCommand(SearchQuery.All, SearchReturnOptions.All).Collect(response));

    [Fact]
    public void Uids_are_never_mistaken_for_sequence_numbers() =>
        Assert.Throws<ImapProtocolException>(() => new SearchCommand(SearchQuery.All).Collect("ESEARCH (TAG \"A1\") UID ALL 7"));

    [Fact]
    public void A_million_hits_cost_their_ranges_and_nothing_more()
    {
        byte[] line = System.Text.Encoding.ASCII.GetBytes("SEARCH " + string.Join(' ', Enumerable.Range(1, 1_000_000).Select(static n => n + (n / 100_000))));
        UidSearchCommand command = new(SearchQuery.All);
        SearchResult? result = null;
        long allocated = Allocated.By(() =>
        {
            ResponseCollector<SearchResult> collector = command.CreateCollector();
            Assert.True(collector.TryCollect(new UntaggedResponse(line, ImapLimits.Default)));
            result = collector.Complete(null);
        });

        Assert.Equal(1_000_000, result!.Count);
        Assert.Equal(11, result.Uids.Ranges.Length);
        Assert.True(allocated < 4096, $"{allocated} octets");
    }
}
