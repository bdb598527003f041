namespace ImapAsync.Tests;

/// <summary>The specification's rules on arguments, sentence by sentence.</summary>
public sealed class ArgumentRulesTests
{
    /// <summary>Strings are quoted when they need it.</summary>
    public static TheoryData<ImapCommand, string> Strings => new()
    {
        { new DeleteCommand("plain"), "DELETE plain" },
        { new DeleteCommand("with space"), "DELETE \"with space\"" },
        { new DeleteCommand("with \"quote\" and \\"), "DELETE \"with \\\"quote\\\" and \\\\\"" },
        { new DeleteCommand("(list)"), "DELETE \"(list)\"" },
        { new DeleteCommand("100%"), "DELETE \"100%\"" },
        { new DeleteCommand("NIL"), "DELETE \"NIL\"" },
        { new GetQuotaCommand(""), "GETQUOTA \"\"" },
        { new GetQuotaCommand("größe"), "GETQUOTA {7+}\r\ngröße" },
        { new SetAclCommand("x", "two words", "lr"), "SETACL x \"two words\" lr" },
        { new LoginCommand("user", "plain"), "LOGIN user \"plain\"" },
        { new UidSearchCommand(SearchQuery.Subject("one")), "UID SEARCH SUBJECT \"one\"" },
        { new UidSearchCommand(SearchQuery.Subject("a \"b\"")), "UID SEARCH SUBJECT \"a \\\"b\\\"\"" },
        { new SetMetadataCommand("x", new MetadataEntry("/private/comment", "two\r\nlines")), "SETMETADATA x (/private/comment {10+}\r\ntwo\r\nlines)" },
    };

    /// <summary>A parenthesised raw string stays as it is if the caller asks for raw.</summary>
    public static TheoryData<ImapCommand, string> Raws => new()
    {
        { new RawCommand("X", "(FLAGS (\"a b\") UID)"), "X (FLAGS (\"a b\") UID)" },
        { new RawCommand("X", RawArgument.String("(FLAGS UID)")), "X \"(FLAGS UID)\"" },
        { new UidSearchCommand(SearchQuery.Raw("(OR SEEN DRAFT) FROM \"x\"")), "UID SEARCH (OR SEEN DRAFT) FROM \"x\"" },
        { new UidFetchCommand(UidSet.All, FetchItem.Raw("ANNOTATION (/comment value.shared)")), "UID FETCH 1:* (ANNOTATION (/comment value.shared))" },
        // Anywhere else it is a string like any other.
        { new DeleteCommand("(a b)"), "DELETE \"(a b)\"" },
    };

    [Theory]
    [MemberData(nameof(Strings))]
    public void Strings_are_quoted_when_they_need_it(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Theory]
    [MemberData(nameof(Raws))]
    public void Raw_lists_stay_as_they_are(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    /// <summary>Message sets parse and print, are merged and ascending, and <c>*</c> is kept apart from numbers.</summary>
    [Theory]
    [InlineData("1:3,6:9", "1:3,6:9", false)]
    [InlineData("3:*", "3:*", true)]
    [InlineData("*", "*", true)]
    [InlineData("*:3", "3:*", true)]
    [InlineData("9,1:3,2:4,5", "1:5,9", false)]
    [InlineData("9:6,3:1", "1:3,6:9", false)]
    [InlineData("5,*", "5,*", true)]
    [InlineData("4294967295", "4294967295", false)]
    public void Sets_are_merged_and_ascending(string text, string printed, bool hasStar)
    {
        SequenceSet numbers = SequenceSet.Parse(text);
        Assert.Equal((printed, hasStar, !hasStar), (numbers.ToString(), numbers.HasStar, numbers.IsExplicit));
        UidSet uids = UidSet.Parse(text);
        Assert.Equal((printed, hasStar), (uids.ToString(), uids.HasStar));
        Assert.Equal($"UID FETCH {printed} (FLAGS)", Encoded.Of(new UidFetchCommand(uids, FetchItems.Flags)));
        Assert.Equal($"FETCH {printed} (FLAGS)", Encoded.Of(new FetchCommand(numbers, FetchItems.Flags)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1:")]
    [InlineData("1,,2")]
    [InlineData("1 2")]
    [InlineData("4294967296")]
    [InlineData("1:3\r\nA2 NOOP")]
    public void What_is_not_a_set_is_refused(string text)
    {
        Assert.ThrowsAny<FormatException>(() => SequenceSet.Parse(text));
        Assert.ThrowsAny<FormatException>(() => UidSet.Parse(text));
    }
}
