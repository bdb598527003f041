using System.Text;

namespace ImapAsync.Tests;

/// <summary>Sections, how they are named, and strings, how they are written.</summary>
public sealed class SectionQuirks
{
    [Theory]
    [InlineData("* 3 FETCH (UID 7 BODY[1])\r\n")] // Yandex
    [InlineData("* 3 FETCH (BODY[1] UID 7)\r\n")]
    [InlineData("* 3 FETCH (UID 7 BODY[1] NIL)\r\n")]
    [InlineData("* 3 FETCH (UID 7 BODY[1] nil)\r\n")]
    [Quirk(25)]
    public Task A_section_without_a_value_is_NIL(string response) => QuirkSession.FetchAsync(FetchItem.Body(BodySection.Part(1)), response, static message =>
    {
        Assert.Equal(7u, message.Uid.Value);
        Assert.True(message.Contains(FetchItem.Body(BodySection.Part(1))));
        Assert.Null(message.Section(BodySection.Part(1)));
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("\"ab\"")]
    [InlineData("ab")]
    [InlineData("{2}\r\nab")]
    [InlineData("{2+}\r\nab")]
    [InlineData("{002}\r\nab")]
    [InlineData("~{2}\r\nab")]
    public Task A_string_may_come_in_any_form(string written) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Envelope | FetchItem.Body(BodySection.Part(1)),
            $"* 3 FETCH (UID 7 ENVELOPE (NIL {written} (({written} NIL {written} {written})) NIL NIL NIL NIL NIL NIL {written}) BODY[1] {written} PREVIEW {written} X-A {written})\r\n");

        Assert.Equal(("ab", "ab"), (message.Envelope.Subject, message.Envelope.MessageId));
        Assert.Equal(new EmailAddress("ab", "ab", "ab"), Assert.Single(message.Envelope.From));
        Assert.Equal("ab", Encoding.ASCII.GetString(await message.Section(BodySection.Part(1))!.ReadAllAsync()));
        Assert.Equal("ab", message.Preview);
        Assert.Equal(written, Assert.Single(message.Extensions).Text);
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("BODY[1]")]
    [InlineData("body[1]")]
    [InlineData("BODY.PEEK[1]")]
    [InlineData("BODY[1]<0>")]
    [InlineData("BODY[01]")]
    public Task A_section_may_be_named_in_other_ways(string name) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.Body(BodySection.Part(1)), $"* 3 FETCH (UID 7 {name} {{3}}\r\nabc)\r\n");
        Assert.Equal("abc", Encoding.ASCII.GetString(await message.Section(BodySection.Part(1))!.ReadAllAsync()));
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("BODY[HEADER.FIELDS (SUBJECT FROM)]")]
    [InlineData("BODY[HEADER.FIELDS (\"Subject\" \"From\")]")]
    [InlineData("body[header.fields (subject from)]")]
    [InlineData("BODY[HEADER.FIELDS  ( Subject  From ) ]")]
    public Task Header_fields_may_be_named_in_other_ways(string name) => QuirkSession.FetchAsync(
        FetchItem.Body(BodySection.HeaderFields("Subject", "From")), $"* 3 FETCH (UID 7 {name} {{14}}\r\nSubject: x\r\n\r\n FLAGS ())\r\n", static message =>
        {
            Assert.Equal("x", message.Headers.Get("Subject"));
            Assert.NotNull(message.Section(BodySection.HeaderFields("Subject", "From")));
            Assert.Empty(message.Flags);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("BODY[X-NEW]")] // was lost silently
    [InlineData("BODY[1.]")]
    [InlineData("BODY[0]")]
    [InlineData("BODY[HEADER.FIELDS SUBJECT]")]
    [InlineData("BINARY.SIZE[x]")]
    public Task An_unknown_section_is_malformed(string name) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.Header, $"* 3 FETCH (UID 7 {name} {{5}}\r\nhello FLAGS (\\Seen) BODY[HEADER] {{8}}\r\nA: b\r\n\r\n)\r\n");
        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal((name, $"{name} {{5}}\r\nhello"), (malformed.Name, Encoding.ASCII.GetString(malformed.Raw.Span)));
        Assert.Equal("b", message.Headers.Get("A"));
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
    });

    [Theory]
    [InlineData("a\rb")] // what followed it was lost
    [InlineData("a\tb\r\rc")]
    [InlineData("\\")] // nothing is escaped except the string's end
    [InlineData("C:\\new\\\"x")]
    public Task A_string_may_contain_invalid_octets(string written) => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.Flags | FetchItem.Body(BodySection.Part(1)),
        $"* 3 FETCH (UID 7 ENVELOPE (NIL \"{written} \" NIL NIL NIL NIL NIL NIL NIL \"<id@x>\") BODY[1] \"{written} \" FLAGS (\\Seen))\r\n",
        message =>
        {
            string text = written.Replace("\\\"", "\"", StringComparison.Ordinal) + " ";
            Assert.Equal(text, Encoding.ASCII.GetString(((BufferedBody)message.Section(BodySection.Part(1))!).Octets.Span));
            Assert.Equal("<id@x>", message.Envelope.MessageId);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Malformed);
        });
}
