namespace ImapAsync.Tests;

public sealed class BodySectionTests
{
    public static TheoryData<BodySection, string> Sections => new()
    {
        { BodySection.Full, "" },
        { BodySection.Header, "HEADER" },
        { BodySection.Text, "TEXT" },
        { BodySection.Part(1, 2), "1.2" },
        { BodySection.Mime(3), "3.MIME" },
        { BodySection.Header.In(1, 2), "1.2.HEADER" },
        { BodySection.Text.In(4), "4.TEXT" },
        { BodySection.Part(2).In(1), "1.2" },
        { BodySection.HeaderFields("Subject", "From"), "HEADER.FIELDS (Subject From)" },
        { BodySection.HeaderFields("Subject", "SUBJECT", "subject"), "HEADER.FIELDS (Subject)" },
        { BodySection.HeaderFieldsNot("Received").In(1), "1.HEADER.FIELDS.NOT (Received)" },
        { BodySection.HeaderFields("NIL", "a(b", "c\"d\\e", "f]"), "HEADER.FIELDS (\"NIL\" \"a(b\" \"c\\\"d\\\\e\" \"f]\")" },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Sections_are_written_and_read_back(BodySection section, string text)
    {
        Assert.Equal(text, section.ToString());
        Assert.Equal(section, BodySection.Parse(text));
        Assert.Equal(section.GetHashCode(), BodySection.Parse(text).GetHashCode());
        Assert.Equal(text, BodySection.Parse(text).ToString());
    }

    [Theory]
    [InlineData("header.fields (\"FROM\" \"SUBJECT\")", "HEADER.FIELDS (Subject From)")]
    [InlineData("HEADER.FIELDS(Subject From)", "HEADER.FIELDS (Subject From)")]
    [InlineData("HEADER.FIELDS  ( Subject  From )", "HEADER.FIELDS (Subject From)")]
    [InlineData("Header", "HEADER")]
    [InlineData(" ", "")]
    [InlineData("1.mime", "1.MIME")]
    public void What_servers_echo_is_the_same_section(string echoed, string asked)
    {
        Assert.Equal(BodySection.Parse(asked), BodySection.Parse(echoed));
        Assert.Equal(BodySection.Parse(asked).GetHashCode(), BodySection.Parse(echoed).GetHashCode());
    }

    [Fact]
    public void Different_sections_differ()
    {
        BodySection[] sections = Sections.Select(row => row.Data.Item1).Distinct().ToArray();
        Assert.Equal(Sections.Count - 1, sections.Length);
        Assert.NotEqual(BodySection.HeaderFields("a"), BodySection.HeaderFieldsNot("a"));
        Assert.NotEqual(BodySection.HeaderFields("a"), BodySection.HeaderFields("a", "b"));
        Assert.NotEqual(BodySection.HeaderFields("a", "c"), BodySection.HeaderFields("a", "b"));
        Assert.True(BodySection.Part(1) != BodySection.Part(2));
        Assert.False(BodySection.Part(1) == null);
    }

    [Fact]
    public void Many_fields_are_compared_whatever_their_order()
    {
        string[] names = Enumerable.Range(0, 100).Select(i => $"X-{i}").ToArray();
        BodySection section = BodySection.HeaderFields(names);
        Array.Reverse(names);
        Assert.Equal(section, BodySection.HeaderFields(names));
        names[5] = "other";
        Assert.NotEqual(section, BodySection.HeaderFields(names));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1..2")]
    [InlineData("1.0")]
    [InlineData("1a")]
    [InlineData("1 2")]
    [InlineData("MIME")]
    [InlineData("HEADERS")]
    [InlineData("1.HEADER.TEXT")]
    [InlineData("HEADER.FIELDS")]
    [InlineData("HEADER.FIELDS ()")]
    [InlineData("HEADER.FIELDS (a")]
    [InlineData("HEADER.FIELDS (\"a)")]
    [InlineData("HEADER.FIELDS (\"a\\")]
    [InlineData("HEADER.FIELDS (a:)")]
    [InlineData("HEADER (a)")]
    [InlineData("(a)")]
    [InlineData("99999999999")]
    [InlineData("ä")]
    public void What_is_not_a_section_is_refused(string text) => Assert.Throws<FormatException>(() => BodySection.Parse(text));

    [Fact]
    public void Wrong_arguments_say_what_to_do()
    {
        Assert.Contains("use Full", Message(() => BodySection.Part()), StringComparison.Ordinal);
        Assert.Contains("part's number", Message(() => BodySection.Mime()), StringComparison.Ordinal);
        Assert.Contains("counted from 1", Message(() => BodySection.Part(1, 0)), StringComparison.Ordinal);
        Assert.Contains("BodySection.Header", Message(() => BodySection.HeaderFields()), StringComparison.Ordinal);
        foreach (string name in (string[])["", "a b", "a:", "a\r\nb", "ä"])
            Assert.Contains("RFC 5322", Message(() => BodySection.HeaderFields("From", name)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_echo_that_repeats_is_read_without_allocating()
    {
        BodySectionCache cache = new();
        Assert.True(cache.TryRead("HEADER.FIELDS (DATE FROM)"u8, out BodySection? section));

        long before = GC.GetAllocatedBytesForCurrentThread();
        cache.TryRead("HEADER.FIELDS (DATE FROM)"u8, out BodySection? again);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(section, again);
        Assert.False(cache.TryRead("HEADER.FIELDS (DATE FROM"u8, out _));
    }

    private static string Message(Func<object> action) => Assert.Throws<ArgumentException>(action).Message;
}
