namespace ImapAsync.Tests;

/// <summary>Quirks 19 to 23: BODYSTRUCTURE.</summary>
public sealed class BodyStructureQuirks
{
    private const string Plain = "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1 NIL NIL NIL NIL)";

    [Theory]
    [InlineData("(\"ALTERNATIVE\" (\"BOUNDARY\" \"x\") NIL NIL)", "multipart/alternative")] // Gmail
    [InlineData("(\"MIXED\" NIL NIL NIL)", "multipart/mixed")] // Yandex
    [InlineData("(\"related\")", "multipart/related")]
    [Quirk(19)]
    public Task A_multipart_may_have_no_children(string empty, string type) => FetchAsync($"({empty}{Plain} \"MIXED\" NIL NIL NIL NIL)", root =>
    {
        Assert.True(root.ContentType.Is("multipart/mixed"));
        Assert.Equal(2, root.Children.Count);
        Assert.True(root.Children[0].IsMultipart);
        Assert.True(root.Children[0].ContentType.Is(type));
        Assert.Empty(root.Children[0].Children);
        Assert.Equal(root.Children[1], Assert.Single(root.Leaves));
        Assert.Equal("2", root.Children[1].Section.ToString());
    });

    [Fact]
    [Quirk(20)]
    public Task A_message_in_base64_may_lack_its_envelope_and_body() => FetchAsync(
        $"((\"MESSAGE\" \"RFC822\" (\"NAME\" \"m.eml\") NIL NIL \"BASE64\" 4096 NIL (\"ATTACHMENT\" (\"FILENAME\" \"m.eml\")) NIL NIL){Plain} \"MIXED\" NIL NIL NIL)",
        root =>
        {
            BodyPart message = root.Children[0];
            Assert.True(message.ContentType.Is("message/rfc822"));
            Assert.Equal((4096L, ContentTransferEncoding.Base64, "m.eml"), (message.Size, message.TransferEncoding, message.FileName));
            Assert.Null(message.Envelope);
            Assert.Null(message.Body);
            Assert.True(message.IsAttachment);
            Assert.Equal(31, root.Children[1].Size);
        });

    [Theory]
    [InlineData("()")]
    [InlineData("( )")]
    [Quirk(21)]
    public Task An_empty_list_is_an_empty_part(string empty) => FetchAsync($"({empty}{Plain} \"MIXED\")", root =>
    {
        Assert.True(root.Children[0].IsEmpty);
        Assert.Equal(31, Assert.Single(root.Leaves).Size);
        Assert.Equal("2", Assert.Single(root.Leaves).Section.ToString());
    });

    [Theory]
    [InlineData("()")]
    [InlineData("NIL")]
    [InlineData("nil")]
    [Quirk(21)]
    public Task Nothing_where_a_body_belongs_is_an_empty_body(string written) => FetchAsync(written, static root =>
    {
        Assert.True(root.IsEmpty);
        Assert.Empty(root.Children);
        Assert.Empty(root.Leaves);
    });

    [Theory]
    [InlineData("(\"TEXT\" NIL NIL NIL NIL NIL 31 1)", "text/plain")]
    [InlineData("(\"TEXT\" (\"CHARSET\" \"utf-8\") NIL NIL NIL 31 1)", "text/plain")]
    [InlineData("(NIL NIL NIL NIL NIL NIL 31)", "text/plain")]
    [InlineData("(\"APPLICATION\" NIL NIL NIL NIL NIL 31)", "application/octet-stream")]
    [Quirk(21)]
    public Task A_subtype_or_an_encoding_that_is_missing_has_its_default(string written, string type) => FetchAsync(written, root =>
    {
        Assert.True(root.ContentType.Is(type), root.ContentType.ToString());
        Assert.Equal((ContentTransferEncoding.SevenBit, 31L), (root.TransferEncoding, root.Size));
    });

    [Theory]
    [InlineData("\"ATTACHMENT\"", "attachment")] // Exchange
    [InlineData("\"inline\"", "inline")]
    [InlineData("(\"ATTACHMENT\")", "attachment")]
    [InlineData("(NIL NIL)", null)]
    [InlineData("()", null)]
    [Quirk(22)]
    public Task A_disposition_may_be_a_plain_string_or_NIL_in_parentheses(string written, string? type) => FetchAsync(
        $"(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1 \"md5\" {written} \"de\" \"loc\")",
        root =>
        {
            Assert.Equal(type, root.Disposition?.Type);
            Assert.Equal(type == "attachment", root.IsAttachment);
            Assert.Equal(("md5", "loc"), (root.Md5, root.Location));
            Assert.Equal(["de"], root.Languages);
        });

    [Theory]
    [InlineData("(NIL \"de\" NIL \"fr\")", "()", "de fr", "")]
    [InlineData("(NIL)", "()", "", "(1 (2 (\"x)\" {2}\r\n))))) NIL \"y\"")]
    [InlineData("()", "NIL", "", "\"z\" 3 ((()))")]
    [Quirk(23)]
    public Task Languages_locations_and_data_of_the_future_may_be_anything(string languages, string location, string expected, string extension) => FetchAsync(
        $"((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1 NIL NIL {languages} {location} {extension}){Plain} \"MIXED\" NIL NIL {languages} {location} {extension})",
        root =>
        {
            Assert.Equal(expected, string.Join(' ', root.Languages));
            Assert.Equal(expected, string.Join(' ', root.Children[0].Languages));
            Assert.Null(root.Children[0].Location);
            Assert.Equal(extension, System.Text.Encoding.ASCII.GetString(root.Children[0].ExtensionData.Span));
            Assert.Equal(extension, System.Text.Encoding.ASCII.GetString(root.ExtensionData.Span));
            Assert.Equal(2, root.LeafCount);
        });

    private static Task FetchAsync(string structure, Action<BodyPart> check) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure | FetchItems.Flags,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE {structure} FLAGS (\\Seen))\r\n",
        message =>
        {
            check(message.Body);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Malformed);
        });
}
