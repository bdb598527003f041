using System.Text;

namespace ImapAsync.Tests;

/// <summary>Dispositions, file names, and what appears in their place.</summary>
public sealed class DispositionQuirks
{
    private const string Text = "\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1";
    private const string ShortPart = "\"text\" \"plain\" NIL NIL NIL \"7bit\" 3 1";

    [Theory]
    [InlineData("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1 (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")] // the MD5 is missing: was not an attachment
    [InlineData("(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 31 (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 31 1 NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")] // lines where there are none
    [InlineData("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"BASE64\" 31 1 NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")] // lines, but no envelope
    [InlineData("(\"MESSAGE\" \"DELIVERY-STATUS\" NIL NIL NIL \"7BIT\" 31 1 NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 31 NIL NIL 1 (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" \"31\" \"1\" NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 NIL NIL (\"ATTACHMENT\" NIL) (\"de\") \"loc\")")]
    [InlineData("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1 NIL ((\"ATTACHMENT\" (\"FILENAME\" \"a\"))) (\"de\") \"loc\")")] // two pairs of parentheses
    public Task A_disposition_is_found_though_a_field_before_it_is_missing_or_one_too_many(string part) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE ({part}(\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\"))\r\n",
        static message =>
        {
            BodyPart part = message.BodyStructure.Children[0];
            Assert.True(part.IsAttachment);
            Assert.Equal((31L, "loc"), (part.Size, part.Location));
            Assert.Null(part.Md5);
            Assert.Equal(["de"], part.Languages);
            Assert.Equal(32, message.BodyStructure.HtmlBody!.Size);
            Assert.Empty(message.Malformed);
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
    public Task A_list_that_is_not_a_disposition_is_ignored(string structure, string? expected) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure | FetchItems.Flags,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE {structure} FLAGS (\\Seen))\r\n",
        message =>
        {
            Assert.NotEqual("boundary", message.BodyStructure.Disposition?.Type);
            Assert.Equal(message.BodyStructure.IsMultipart ? 0 : 31, message.BodyStructure.Size);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Equal(expected is null ? 0 : 1, message.Malformed.Count);
            Assert.All(message.Malformed, item => Assert.Contains(expected!, item.Reason, StringComparison.Ordinal));
        });

    [Theory]
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" (\"FILENAME\" \"\"))", "x.pdf")] // was not a name
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" (\"FILENAME\" \" \"))", "x.pdf")]
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" (\"FILENAME*\" \"utf-8''\"))", "x.pdf")]
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" (\"FILENAME\" NIL))", "x.pdf")]
    [InlineData("(\"NAME\" \"x.pdf\")", "(\"ATTACHMENT\" NIL)", "x.pdf")]
    [InlineData("(\"NAME\" \"x.pdf\")", "\"ATTACHMENT\"", "x.pdf")]
    [InlineData("(\"NAME\" \"\")", "(\"ATTACHMENT\" (\"FILENAME\" \"y.pdf\"))", "y.pdf")]
    [InlineData("(\"NAME\" \"\")", "(\"ATTACHMENT\" (\"FILENAME\" \"\"))", null)]
    [InlineData("(\"NAME\" \"\")", "NIL", null)]
    [InlineData("(\"NAME\" \" \")", "(\"ATTACHMENT\")", null)]
    public Task An_empty_file_name_is_ignored(string parameters, string disposition, string? name) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE (\"APPLICATION\" \"PDF\" {parameters} NIL NIL \"BASE64\" 31 NIL {disposition} NIL NIL))\r\n",
        message =>
        {
            Assert.Equal(name, message.BodyStructure.FileName);
            Assert.True(message.BodyStructure.IsAttachment);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData($"({ShortPart} (\"boundary\" (\"a\" \"b\")) NIL NIL)", null, null)] // was the disposition "boundary"
    [InlineData($"({ShortPart} (\"boundary\" NIL) NIL NIL)", null, null)]
    [InlineData($"({ShortPart} (\"charset\" (\"a\" \"b\")))", null, null)]
    [InlineData($"({ShortPart} (\"boundary\" (\"a\" \"b\")) (\"attachment\" (\"filename\" \"z\")) NIL)", "attachment", "z")] // "z" was lost
    [InlineData($"({ShortPart} ((\"boundary\" (\"a\" \"b\"))) (\"inline\" (\"filename\" \"z\")) NIL)", "inline", "z")]
    [InlineData("(\"image\" \"png\" NIL NIL NIL \"base64\" 3 (\"boundary\" (\"a\" \"b\")) (\"attachment\" (\"filename\" \"z\")) NIL)", "attachment", "z")]
    public Task A_list_instead_of_the_MD5_is_reported(string structure, string? disposition, string? name) => FetchAsync(
        FetchItems.BodyStructure, $"BODYSTRUCTURE {structure}", message =>
        {
            Assert.Equal((disposition, name), (message.BodyStructure.Disposition?.Type, message.BodyStructure.FileName));
            Assert.Empty(message.BodyStructure.Languages);
        });

    [Theory]
    [InlineData($"({ShortPart} (\"attachment\" (\"filename\" \"z\")) NIL NIL)", "attachment")]
    [InlineData($"({ShortPart} (\"INLINE\" NIL) NIL NIL)", "inline")]
    [InlineData($"({ShortPart} (\"form-data\" (\"name\" \"z\")))", "form-data")]
    [InlineData($"({ShortPart} (NIL NIL) NIL NIL)", null)]
    [InlineData($"({ShortPart} NIL (\"x-other\" (\"a\" \"b\")) NIL)", "x-other")]
    public Task Without_the_MD5_the_disposition_is_still_found(string structure, string? disposition) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure, $"* 3 FETCH (UID 7 BODYSTRUCTURE {structure})\r\n", message =>
        {
            Assert.Equal(disposition, message.BodyStructure.Disposition?.Type);
            Assert.Empty(message.Malformed);
        });

    private static Task FetchAsync(FetchItems items, string item, Action<FetchedMessage> check) =>
        QuirkSession.FetchAsync(items | FetchItems.Flags, $"* 3 FETCH (UID 7 {item} FLAGS (\\Seen))\r\n", message =>
        {
            check(message);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Equal(item, Encoding.ASCII.GetString(Assert.Single(message.Malformed).Raw.Span));
        });
}
