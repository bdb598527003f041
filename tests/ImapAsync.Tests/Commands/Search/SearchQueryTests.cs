namespace ImapAsync.Tests;

public sealed class SearchQueryTests
{
    public static TheoryData<SearchQuery, string> Keys => new()
    {
        { SearchQuery.All, "ALL" },
        { SearchQuery.Answered, "ANSWERED" },
        { SearchQuery.Deleted, "DELETED" },
        { SearchQuery.Draft, "DRAFT" },
        { SearchQuery.Flagged, "FLAGGED" },
        { SearchQuery.Seen, "SEEN" },
        { SearchQuery.Unanswered, "UNANSWERED" },
        { SearchQuery.Undeleted, "UNDELETED" },
        { SearchQuery.Undraft, "UNDRAFT" },
        { SearchQuery.Unflagged, "UNFLAGGED" },
        { SearchQuery.Unseen, "UNSEEN" },
        { SearchQuery.New, "NEW" },
        { SearchQuery.Old, "OLD" },
        { SearchQuery.Recent, "RECENT" },
        { SearchQuery.Saved, "$" },
        { SearchQuery.SaveDateSupported, "SAVEDATESUPPORTED" },
        { SearchQuery.Bcc("a"), "BCC \"a\"" },
        { SearchQuery.Cc("a"), "CC \"a\"" },
        { SearchQuery.From("LDJ"), "FROM \"LDJ\"" },
        { SearchQuery.To("a"), "TO \"a\"" },
        { SearchQuery.Subject("a \"b\" \\c"), "SUBJECT \"a \\\"b\\\" \\\\c\"" },
        { SearchQuery.Subject(""), "SUBJECT \"\"" },
        { SearchQuery.Body("NIL"), "BODY \"NIL\"" },
        { SearchQuery.Text("a"), "TEXT \"a\"" },
        { SearchQuery.Text("two\r\nlines"), "TEXT {10+}\r\ntwo\r\nlines" },
        { SearchQuery.Header("Message-ID", "<1@x>"), "HEADER Message-ID \"<1@x>\"" },
        { SearchQuery.Header("X Y", ""), "HEADER \"X Y\" \"\"" },
        { SearchQuery.Keyword("$Forwarded"), "KEYWORD $Forwarded" },
        { SearchQuery.Keyword(Flag.Seen), "SEEN" },
        { SearchQuery.Keyword(@"\deleted"), "DELETED" },
        { SearchQuery.Keyword(Flag.Recent), "RECENT" },
        { SearchQuery.Before(new(1994, 2, 1)), "BEFORE 1-Feb-1994" },
        { SearchQuery.On(new(2026, 12, 31)), "ON 31-Dec-2026" },
        { SearchQuery.Since(new(987, 3, 9)), "SINCE 9-Mar-0987" },
        { SearchQuery.SentBefore(new(1994, 5, 1)), "SENTBEFORE 1-May-1994" },
        { SearchQuery.SentOn(new(1994, 8, 1)), "SENTON 1-Aug-1994" },
        { SearchQuery.SentSince(new(1994, 10, 1)), "SENTSINCE 1-Oct-1994" },
        { SearchQuery.SavedBefore(new(1994, 2, 1)), "SAVEDBEFORE 1-Feb-1994" },
        { SearchQuery.SavedOn(new(1994, 2, 1)), "SAVEDON 1-Feb-1994" },
        { SearchQuery.SavedSince(new(1994, 2, 1)), "SAVEDSINCE 1-Feb-1994" },
        { SearchQuery.Older(TimeSpan.FromDays(3)), "OLDER 259200" },
        { SearchQuery.Younger(TimeSpan.FromSeconds(1.9)), "YOUNGER 1" },
        { SearchQuery.Larger(5_000_000_000), "LARGER 5000000000" },
        { SearchQuery.Smaller(0), "SMALLER 0" },
        { SearchQuery.ModSequence(new(620162338)), "MODSEQ 620162338" },
        { SearchQuery.ModSequence(new(620162338), Flag.Draft), "MODSEQ \"/flags/\\\\draft\" all 620162338" },
        { SearchQuery.ModSequence(new(1), Flag.MdnSent, FlagScope.Private), "MODSEQ \"/flags/$mdnsent\" priv 1" },
        { SearchQuery.ModSequence(new(1), Flag.MdnSent, FlagScope.Shared), "MODSEQ \"/flags/$mdnsent\" shared 1" },
        { SearchQuery.Uids(UidSet.Parse("7,3:5,*")), "UID 3:5,7,*" },
        { SearchQuery.Uids(UidSet.Saved), "UID $" },
        { SearchQuery.Numbers(SequenceSet.Parse("4:2")), "2:4" },
        { SearchQuery.EmailId("M6d99ac3275bb4e"), "EMAILID M6d99ac3275bb4e" },
        { SearchQuery.ThreadId("T64b478a75b7ea9"), "THREADID T64b478a75b7ea9" },
        { SearchQuery.Filter("on-the-road"), "FILTER on-the-road" },
        { SearchQuery.Fuzzy(SearchQuery.Subject("IMAP break")), "FUZZY SUBJECT \"IMAP break\"" },
        { SearchQuery.GmailRaw("has:attachment in:unread"), "X-GM-RAW \"has:attachment in:unread\"" },
        { SearchQuery.Raw(" ANNOTATION \"/comment\" value \"IMAP4\" "), "ANNOTATION \"/comment\" value \"IMAP4\"" },
    };

    public static TheoryData<SearchQuery, string> Joins => new()
    {
        { A & B, "SUBJECT \"a\" SUBJECT \"b\"" },
        { A & B & C & SearchQuery.Seen, "SUBJECT \"a\" SUBJECT \"b\" SUBJECT \"c\" SEEN" },
        { A & (B & C), "SUBJECT \"a\" SUBJECT \"b\" SUBJECT \"c\"" },
        { A | B, "OR SUBJECT \"a\" SUBJECT \"b\"" },
        { A | B | C, "OR SUBJECT \"a\" OR SUBJECT \"b\" SUBJECT \"c\"" },
        { A | B | C | SearchQuery.Seen, "OR OR SUBJECT \"a\" SUBJECT \"b\" OR SUBJECT \"c\" SEEN" },
        { (A & B) | C, "OR (SUBJECT \"a\" SUBJECT \"b\") SUBJECT \"c\"" },
        { (A | B) & C, "OR SUBJECT \"a\" SUBJECT \"b\" SUBJECT \"c\"" },
        { A & (B | C), "SUBJECT \"a\" OR SUBJECT \"b\" SUBJECT \"c\"" },
        { !A, "NOT SUBJECT \"a\"" },
        { !!A, "SUBJECT \"a\"" },
        { !(A & B), "NOT (SUBJECT \"a\" SUBJECT \"b\")" },
        { !(A | B), "NOT OR SUBJECT \"a\" SUBJECT \"b\"" },
        { !A & !B, "NOT SUBJECT \"a\" NOT SUBJECT \"b\"" },
        { !SearchQuery.Seen, "UNSEEN" },
        { !SearchQuery.Unseen, "SEEN" },
        { !SearchQuery.Recent, "OLD" },
        { !SearchQuery.Keyword("x"), "UNKEYWORD x" },
        { !!SearchQuery.Keyword("x"), "KEYWORD x" },
        { SearchQuery.All & A, "SUBJECT \"a\"" },
        { SearchQuery.All & SearchQuery.All, "ALL" },
        { SearchQuery.All | A, "ALL" },
        { !SearchQuery.All, "NOT ALL" },
        { SearchQuery.AllOf(), "ALL" },
        { SearchQuery.AnyOf(), "NOT ALL" },
        { SearchQuery.AnyOf(A), "SUBJECT \"a\"" },
        { SearchQuery.AnyOf(A, B & C), "OR SUBJECT \"a\" (SUBJECT \"b\" SUBJECT \"c\")" },
        { SearchQuery.Fuzzy(A & B), "FUZZY (SUBJECT \"a\" SUBJECT \"b\")" },
        { !SearchQuery.Fuzzy(A | B), "NOT FUZZY OR SUBJECT \"a\" SUBJECT \"b\"" },
        { !SearchQuery.Raw("X-A 1"), "NOT (X-A 1)" },
        { SearchQuery.Raw("X-A") | A, "OR X-A SUBJECT \"a\"" },
        { SearchQuery.Raw("X-A 1") & A, "X-A 1 SUBJECT \"a\"" },
    };

    private static SearchQuery A { get; } = SearchQuery.Subject("a");

    private static SearchQuery B { get; } = SearchQuery.Subject("b");

    private static SearchQuery C { get; } = SearchQuery.Subject("c");

    [Theory]
    [MemberData(nameof(Keys))]
    [MemberData(nameof(Joins))]
    public void A_query_prints_as_the_grammar_defines_it(SearchQuery query, string expected) => Assert.Equal(expected, query.ToString());

    [Fact]
    public void Ten_thousand_terms_in_a_row_neither_recurse_nor_nest()
    {
        SearchQuery all = SearchQuery.All;
        SearchQuery any = !SearchQuery.All;
        SearchQuery mixed = A;
        for (uint i = 1; i <= 10_000; i++)
        {
            SearchQuery term = SearchQuery.Uids(new Uid(i));
            all &= term;
            any |= term;
            mixed = i % 2 == 0 ? mixed & term : mixed | term;
        }

        Assert.StartsWith("UID 1 UID 2 UID 3 ", all.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" UID 9999 UID 10000", all.ToString(), StringComparison.Ordinal);
        Assert.Equal(13, LongestRun("OR ", any.ToString()));
        Assert.StartsWith("OR (", mixed.ToString()[..4], StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_knows_of_sequence_numbers_however_deep_they_are()
    {
        SearchQuery numbers = SearchQuery.Numbers(new SequenceNumber(2));

        Assert.True(numbers.UsesSequenceNumbers);
        Assert.True((!(A | (B & !SearchQuery.Fuzzy(numbers)))).UsesSequenceNumbers);
        Assert.True(SearchQuery.Numbers(SequenceSet.Last).UsesSequenceNumbers);
        Assert.True(SearchQuery.Raw("1:5").UsesSequenceNumbers);
        Assert.False(SearchQuery.Raw("X-A 1", usesSequenceNumbers: false).UsesSequenceNumbers);
        Assert.False((A & SearchQuery.Uids(UidSet.All)).UsesSequenceNumbers);
        Assert.False(SearchQuery.Numbers(SequenceSet.Saved).UsesSequenceNumbers);
        Assert.False(SearchQuery.Saved.UsesSequenceNumbers);
    }

    [Fact]
    public void What_no_server_would_take_is_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => SearchQuery.Uids(UidSet.Empty));
        Assert.Throws<ArgumentException>(() => SearchQuery.Numbers(SequenceSet.Empty));
        Assert.Throws<ArgumentException>(() => SearchQuery.Keyword(@"\Fancy"));
        Assert.Throws<ArgumentException>(() => SearchQuery.Raw("ALL\r\nA2 DELETE INBOX"));
        Assert.Throws<ArgumentException>(() => SearchQuery.Raw("  "));
        Assert.Throws<ArgumentException>(() => SearchQuery.Raw("SUBJECT \"ä\""));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchQuery.Larger(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchQuery.Older(TimeSpan.FromMilliseconds(999)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchQuery.Younger(TimeSpan.FromDays(60_000)));
        Assert.Throws<ArgumentNullException>(() => SearchQuery.Subject(null!));
        Assert.Throws<ArgumentNullException>(() => A & null!);
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidSearchCommand(SearchQuery.EmailId("a) ALL"))));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidSearchCommand(SearchQuery.Filter("a b"))));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidSearchCommand(SearchQuery.Subject("a\0b"))));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidSearchCommand(SearchQuery.Header("a\0", "b"))));
    }

    private static int LongestRun(string word, string text)
    {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool here = text.AsSpan(i).StartsWith(word);
            run = here ? run + 1 : 0;
            longest = Math.Max(longest, run);
            i += here ? word.Length - 1 : 0;
        }

        return longest;
    }
}
