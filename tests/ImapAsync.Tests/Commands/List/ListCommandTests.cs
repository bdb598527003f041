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
    public void Plain_syntax_is_enough_when_no_option_asks_for_more(string reference, string pattern, string expected) =>
        Assert.Equal(expected, Encoded.Of(new ListCommand(reference, pattern)));

    [Fact]
    public void Names_are_UTF8_where_that_is_enabled() =>
        Assert.Equal("LIST \"\" \"Grüße/*\"", Encoded.Of(new ListCommand("", "Grüße/*"), utf8: true));

    // The examples of RFC 9051 §6.3.9.7 and of RFC 5819, 6154, 8440 and 9590.
    public static TheoryData<ListCommand, string> Extended => new()
    {
        { new("", "*") { Selection = ListSelectionOptions.Subscribed }, "LIST (SUBSCRIBED) \"\" *" },
        { new("", "%") { Return = ListReturnOptions.Children }, "LIST \"\" % RETURN (CHILDREN)" },
        { new("", "%") { Selection = ListSelectionOptions.Remote, Return = ListReturnOptions.Children }, "LIST (REMOTE) \"\" % RETURN (CHILDREN)" },
        { new("", "*") { Selection = ListSelectionOptions.Remote | ListSelectionOptions.Subscribed }, "LIST (SUBSCRIBED REMOTE) \"\" *" },
        { new("", "*") { Selection = ListSelectionOptions.Remote, Return = ListReturnOptions.Subscribed }, "LIST (REMOTE) \"\" * RETURN (SUBSCRIBED)" },
        { new("", "foo2", "Archive/%") { Selection = ListSelectionOptions.Subscribed | ListSelectionOptions.RecursiveMatch }, "LIST (SUBSCRIBED RECURSIVEMATCH) \"\" (foo2 Archive/%)" },
        { new("", "INBOX", "Drafts", "Sent/%"), "LIST \"\" (INBOX Drafts Sent/%)" },
        { new("", "%") { Status = StatusItems.Messages | StatusItems.Unseen }, "LIST \"\" % RETURN (STATUS (MESSAGES UNSEEN))" },
        { new("", "*") { Selection = ListSelectionOptions.SpecialUse }, "LIST (SPECIAL-USE) \"\" *" },
        { new("", "%") { Return = ListReturnOptions.SpecialUse }, "LIST \"\" % RETURN (SPECIAL-USE)" },
        { new("", "*") { Return = ListReturnOptions.MyRights }, "LIST \"\" * RETURN (MYRIGHTS)" },
        { new("", "%") { Metadata = ["/shared/vendor/vendor.example/color"] }, "LIST \"\" % RETURN (METADATA (/shared/vendor/vendor.example/color))" },
        {
            new("", "*") { Return = ListReturnOptions.Subscribed | ListReturnOptions.Children | ListReturnOptions.SpecialUse | ListReturnOptions.MyRights, Status = StatusItems.Size, Metadata = ["/private/a", "/shared/b c"] },
            "LIST \"\" * RETURN (SUBSCRIBED CHILDREN SPECIAL-USE MYRIGHTS STATUS (SIZE) METADATA (/private/a \"/shared/b c\"))"
        },
    };

    [Theory]
    [MemberData(nameof(Extended))]
    public void Options_are_written_as_the_rfcs_define_them(ListCommand command, string expected)
    {
        Assert.True(command.IsExtended);
        Assert.Equal(expected, Encoded.Of(command));
    }

    [Fact]
    public void Recursive_match_selects_nothing_by_itself() => Assert.Contains(
        "add ListSelectionOptions.Subscribed",
        Assert.Throws<ArgumentException>(() => Encoded.Of(new ListCommand("", "*") { Selection = ListSelectionOptions.RecursiveMatch | ListSelectionOptions.Remote })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_pattern_is_required() => Assert.Throws<ArgumentException>(() => new ListCommand("", []));

    [Theory]
    [InlineData("*\r\nA2 LOGOUT")]
    [InlineData("*\n")]
    [InlineData("a\0b")]
    public void No_pattern_ends_the_line(string pattern) => Assert.Throws<ArgumentException>(() => Encoded.Of(new ListCommand("", pattern)));

    [Fact]
    public void Logs_show_what_is_listed()
    {
        Assert.Equal("LIST \"Projects/\" \"%\" \"x*\"", new ListCommand("Projects/", "%", "x*").ToString());
        Assert.Equal("LSUB \"\" \"*\"", new LsubCommand("", "*").ToString());
        Assert.Equal("RLIST \"\" \"*\"", new RlistCommand("", "*").ToString());
        Assert.Equal("RLSUB \"\" \"*\"", new RlsubCommand("", "*").ToString());
    }

    [Fact]
    public void Others_of_the_family_are_written_the_same_way()
    {
        Assert.Equal("LSUB #news. comp.*", Encoded.Of(new LsubCommand("#news.", "comp.*")));
        Assert.Equal("RLIST \"\" *", Encoded.Of(new RlistCommand("", "*")));
        Assert.Equal("RLSUB \"\" %", Encoded.Of(new RlsubCommand("", "%")));
    }

    [Fact]
    public void Only_one_answer_of_a_kind_is_in_progress()
    {
        Assert.Equal("LIST", new ListCommand("", "*").OwnedResponse);
        Assert.Equal("LIST", new RlistCommand("", "*").OwnedResponse);
        Assert.Equal("LSUB", new LsubCommand("", "*").OwnedResponse);
        Assert.Equal("LSUB", new RlsubCommand("", "*").OwnedResponse);
    }
}
