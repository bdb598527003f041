namespace ImapAsync.Tests;

public sealed class ListCommandTests
{
    [Theory]
    [InlineData("", "*", "LIST \"\" *")]
    [InlineData("", "%", "LIST \"\" %")]
    [InlineData("", "", "LIST \"\" \"\"")]
    [InlineData("#news.", "comp.%", "LIST #news. comp.%")]
    [InlineData("~/Mail/", "a b*", "LIST ~/Mail/ \"a b*\"")]
    [InlineData("Reports & more/", "Grüße/*", "LIST \"Reports &- more/\" Gr&APwA3w-e/*")]
    [InlineData("", "say \"hi\"\\%", "LIST \"\" \"say \\\"hi\\\"\\\\%\"")]
    public void PlainSyntaxIsEnoughWhereNoOptionAsksForMore(string reference, string pattern, string expected) =>
        Assert.Equal(expected, Encoded.Of(new ListCommand(reference, pattern)));

    [Fact]
    public void NamesAreUtf8WhereThatIsEnabled() =>
        Assert.Equal("LIST \"\" \"Grüße/*\"", Encoded.Of(new ListCommand("", "Grüße/*"), utf8: true));

    // The examples of RFC 9051 §6.3.9.7 and of RFC 5819, 6154, 8440 and 9590.
    public static TheoryData<ListCommand, string> Extended => new()
    {
        { new("", "*") { Selection = ListSelection.Subscribed }, "LIST (SUBSCRIBED) \"\" *" },
        { new("", "%") { Return = ListReturn.Children }, "LIST \"\" % RETURN (CHILDREN)" },
        { new("", "%") { Selection = ListSelection.Remote, Return = ListReturn.Children }, "LIST (REMOTE) \"\" % RETURN (CHILDREN)" },
        { new("", "*") { Selection = ListSelection.Remote | ListSelection.Subscribed }, "LIST (SUBSCRIBED REMOTE) \"\" *" },
        { new("", "*") { Selection = ListSelection.Remote, Return = ListReturn.Subscribed }, "LIST (REMOTE) \"\" * RETURN (SUBSCRIBED)" },
        { new("", "foo2", "Archive/%") { Selection = ListSelection.Subscribed | ListSelection.RecursiveMatch }, "LIST (SUBSCRIBED RECURSIVEMATCH) \"\" (foo2 Archive/%)" },
        { new("", "INBOX", "Drafts", "Sent/%"), "LIST \"\" (INBOX Drafts Sent/%)" },
        { new("", "%") { Status = StatusItems.Messages | StatusItems.Unseen }, "LIST \"\" % RETURN (STATUS (MESSAGES UNSEEN))" },
        { new("", "*") { Selection = ListSelection.SpecialUse }, "LIST (SPECIAL-USE) \"\" *" },
        { new("", "%") { Return = ListReturn.SpecialUse }, "LIST \"\" % RETURN (SPECIAL-USE)" },
        { new("", "*") { Return = ListReturn.MyRights }, "LIST \"\" * RETURN (MYRIGHTS)" },
        { new("", "%") { Metadata = ["/shared/vendor/vendor.example/color"] }, "LIST \"\" % RETURN (METADATA (/shared/vendor/vendor.example/color))" },
        {
            new("", "*") { Return = ListReturn.Subscribed | ListReturn.Children | ListReturn.SpecialUse | ListReturn.MyRights, Status = StatusItems.Size, Metadata = ["/private/a", "/shared/b c"] },
            "LIST \"\" * RETURN (SUBSCRIBED CHILDREN SPECIAL-USE MYRIGHTS STATUS (SIZE) METADATA (/private/a \"/shared/b c\"))"
        },
    };

    [Theory]
    [MemberData(nameof(Extended))]
    public void OptionsAreWrittenAsTheRfcsHaveThem(ListCommand command, string expected)
    {
        Assert.True(command.IsExtended);
        Assert.Equal(expected, Encoded.Of(command));
    }

    [Fact]
    public void RecursiveMatchSelectsNothingByItself() => Assert.Contains(
        "add ListSelection.Subscribed",
        Assert.Throws<ArgumentException>(() => Encoded.Of(new ListCommand("", "*") { Selection = ListSelection.RecursiveMatch | ListSelection.Remote })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ThereIsAPattern() => Assert.Throws<ArgumentException>(() => new ListCommand("", []));

    [Theory]
    [InlineData("*\r\nA2 LOGOUT")]
    [InlineData("*\n")]
    [InlineData("a\0b")]
    public void NoPatternEndsTheLine(string pattern) => Assert.Throws<ArgumentException>(() => Encoded.Of(new ListCommand("", pattern)));

    [Fact]
    public void LogsShowWhatIsListed()
    {
        Assert.Equal("LIST \"Projects/\" \"%\" \"x*\"", new ListCommand("Projects/", "%", "x*").ToString());
        Assert.Equal("LSUB \"\" \"*\"", new LsubCommand("", "*").ToString());
        Assert.Equal("RLIST \"\" \"*\"", new RlistCommand("", "*").ToString());
        Assert.Equal("RLSUB \"\" \"*\"", new RlsubCommand("", "*").ToString());
    }

    [Fact]
    public void OthersOfTheFamilyAreWrittenAlike()
    {
        Assert.Equal("LSUB #news. comp.*", Encoded.Of(new LsubCommand("#news.", "comp.*")));
        Assert.Equal("RLIST \"\" *", Encoded.Of(new RlistCommand("", "*")));
        Assert.Equal("RLSUB \"\" %", Encoded.Of(new RlsubCommand("", "%")));
    }

    [Fact]
    public void OnlyOneAnswerOfAKindIsUnderWay()
    {
        Assert.Equal("LIST", new ListCommand("", "*").OwnedResponse);
        Assert.Equal("LIST", new RlistCommand("", "*").OwnedResponse);
        Assert.Equal("LSUB", new LsubCommand("", "*").OwnedResponse);
        Assert.Equal("LSUB", new RlsubCommand("", "*").OwnedResponse);
    }
}
