using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: items in parentheses of their own, items without a value, dispositions and file names.</summary>
public sealed class OddPartQuirks
{
    private const string Envelope = "ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL NIL)";
    private const string Structure = "BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1)";
    private const string Text = "\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1";

    [Theory]
    [InlineData($"UID 7 ({Envelope}) {Structure} FLAGS (\\Seen)")] // was no item: ENVELOPE threw
    [InlineData($"UID 7 ({Envelope} {Structure}) FLAGS (\\Seen)")]
    [InlineData($"UID 7 ({Envelope}) ({Structure}) (FLAGS (\\Seen))")]
    [InlineData($"(UID 7) ({Envelope})({Structure})(FLAGS (\\Seen))")]
    [InlineData($"UID 7 (({Envelope})) {Structure} FLAGS (\\Seen)")]
    [InlineData($"UID 7 ( {Envelope} ) {Structure} FLAGS (\\Seen)")]
    [InlineData($"FLAGS (\\Seen) (UID 7 {Envelope} {Structure})")]
    [InlineData($"{Envelope} {Structure} (UID 7 FLAGS (\\Seen))")]
    [InlineData($"UID 7 (FLAGS (\\Seen)) {Structure} ({Envelope}")]
    [InlineData($"UID 7 ((FLAGS (\\Seen) ({Structure} ({Envelope})")]
    public Task Items_may_have_parentheses_of_their_own(string items) => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.BodyStructure | FetchItems.Flags,
        $"* 3 FETCH ({items})\r\n",
        message =>
        {
            Assert.Equal((7u, "s", 31L), (message.Uid.Value, message.Envelope.Subject, message.Body.Size));
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Extensions);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("(BODY[] {5}\r\nhello)")]
    [InlineData("(BODY[] {5}\r\nhello) FLAGS ()")]
    [InlineData("((BODY[] {5}\r\nhello))")]
    [InlineData($"({Envelope} BODY[] {{5}}\r\nhello)")]
    [InlineData("(BODY[] \"hello\")")]
    public Task A_body_may_have_parentheses_of_its_own(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.BodyPeek(), $"* 3 FETCH (UID 7 {items} RFC822.SIZE 5)\r\n");
        Assert.Equal("hello", Encoding.ASCII.GetString(await message.Section(BodySection.Full)!.ReadAllAsync()));
        Assert.Equal(5, message.Size);
        Assert.Empty(message.Malformed);
    });

    [Theory]
    [InlineData("BODYSTRUCTURE ) (a)", "BODYSTRUCTURE|")] // the list behind it was taken for the structure
    [InlineData("BODYSTRUCTURE) FLAGS (\\Seen) (a)", "BODYSTRUCTURE|")]
    [InlineData("BODYSTRUCTURE ) RFC822.SIZE 5 (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1)", "BODYSTRUCTURE|")]
    [InlineData("BODYSTRUCTURE FLAGS (\\Seen) (a)", "BODYSTRUCTURE|")]
    [InlineData("BODYSTRUCTURE ) X-NEW (a)", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE ) FLAGS (\\Seen) X-NEW (a)", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE )", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE ) ENVELOPE ) (a)", "BODYSTRUCTURE|ENVELOPE|")]
    [InlineData("X-NEW ) BODYSTRUCTURE NIL (a)", "X-NEW|")]
    public Task An_item_without_a_value_does_not_take_what_comes_later(string items, string malformed) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.BodyStructure, $"* 3 FETCH (UID 7 EMAILID (x) {items})\r\n");
        Assert.Equal(malformed.Split('|'), message.Malformed.Select(static item => item.Name));
        Assert.All(message.Malformed, item => Assert.Equal(item.Name.Length == 0 ? "(" : item.Name, Encoding.ASCII.GetString(item.Raw.Span)[..Math.Max(1, item.Name.Length)]));
        if (message.Has(FetchItem.BodyStructure))
            Assert.True(message.Body.IsEmpty);
    });

    [Theory]
    [InlineData($"({Text} (\"boundary\" \"x\") NIL NIL)", "MD5")] // was the disposition "boundary"
    [InlineData($"({Text} (\"boundary\" \"x\"))", "MD5")]
    [InlineData($"({Text} (\"attachment\" \"x\" \"y\") NIL NIL)", "MD5")]
    [InlineData($"({Text} (\"charset\" \"utf-8\" \"name\" \"a\") NIL \"de\")", "MD5")]
    [InlineData($"({Text} ((\"a\") (\"b\")(\"c\" \"d\")) NIL)", "MD5")]
    [InlineData($"({Text} NIL (\"boundary\" \"x\") NIL)", "disposition")]
    [InlineData($"({Text} NIL (\"filename\" \"x.pdf\"))", "disposition")]
    [InlineData("(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 31 (\"boundary\" \"x\") NIL)", "MD5")]
    [InlineData("(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 31 NIL ((\"boundary\" \"x\")) NIL)", "disposition")]
    [InlineData($"(({Text}) \"MIXED\" (\"boundary\" \"x\") (\"boundary\" \"x\"))", "disposition")]
    public Task A_list_that_is_no_disposition_is_none(string structure, string? expected) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure | FetchItems.Flags,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE {structure} FLAGS (\\Seen))\r\n",
        message =>
        {
            Assert.NotEqual("boundary", message.Body.Disposition?.Type);
            Assert.Equal(message.Body.IsMultipart ? 0 : 31, message.Body.Size);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Equal(expected is null ? 0 : 1, message.Malformed.Count);
            Assert.All(message.Malformed, item => Assert.Contains(expected!, item.Reason, StringComparison.Ordinal));
        });

    [Theory]
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" (\"FILENAME\" \"\"))", "x.pdf")] // was no name
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" (\"FILENAME\" \" \"))", "x.pdf")]
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" (\"FILENAME*\" \"utf-8''\"))", "x.pdf")]
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" (\"FILENAME\" NIL))", "x.pdf")]
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" NIL)", "x.pdf")]
    [InlineData("(\"NAME\" \"x.pdf\")", "\"ATTACHMENT\"", "x.pdf")]
    [InlineData("(\"NAME\" \"\")", "(\"ATTACHMENT\" (\"FILENAME\" \"y.pdf\"))", "y.pdf")]
    [InlineData("(\"NAME\" \"\")", "(\"ATTACHMENT\" (\"FILENAME\" \"\"))", null)]
    [InlineData("(\"NAME\" \"\")", "NIL", null)]
    [InlineData("(\"NAME\" \" \")", "(\"ATTACHMENT\")", null)]
    public Task A_file_name_of_nothing_is_none(string parameters, string disposition, string? name) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE (\"APPLICATION\" \"PDF\" {parameters} NIL NIL \"BASE64\" 31 NIL {disposition} NIL NIL))\r\n",
        message =>
        {
            Assert.Equal(name, message.Body.FileName);
            Assert.True(message.Body.IsAttachment);
            Assert.Empty(message.Malformed);
        });
}
