using System.Text;

namespace ImapAsync.Tests;

/// <summary>BODYSTRUCTURE.</summary>
public sealed class BodyStructureQuirks
{
    private const string Plain = "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1 NIL NIL NIL NIL)";
    private const string ShortPart = "\"text\" \"plain\" NIL NIL NIL \"7bit\" 3 1";

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
    public Task Languages_locations_and_future_data_may_be_anything(string languages, string location, string expected, string extension) => FetchAsync(
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

    [Theory]
    [InlineData("(\"CHARSET\" \"utf-8\" NIL NIL)", 2)]
    [InlineData("(\"CHARSET\" {5}\r\nutf-8)", 1)]
    [InlineData("(CHARSET utf-8)", 1)]
    [InlineData("()", 0)]
    public Task Parameters_may_lack_their_values(string written, int count) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" {written} NIL NIL \"7BIT\" 31 1)(\"IMAGE\" \"PNG\" NIL NIL NIL \"BASE64\" 5) \"MIXED\" {written}))\r\n",
        message =>
        {
            Assert.InRange(message.BodyStructure.Children[0].ContentType.Parameters.Count, Math.Min(count, 1), count);
            Assert.Equal(count == 0 ? null : "utf-8", message.BodyStructure.Children[0].ContentType.Charset);
            Assert.Equal((31L, 5L), (message.BodyStructure.Children[0].Size, message.BodyStructure.Children[1].Size));
            Assert.Empty(message.Malformed);
        });

    [Fact]
    public Task A_damaged_part_does_not_reach_its_neighbours() => QuirkSession.FetchAsync(
        FetchItems.BodyStructure,
        "* 3 FETCH (UID 7 BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1)(\"IMAGE\" (1 (2)) \"x\" (y) 5)(\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\"))\r\n",
        static message =>
        {
            Assert.Equal("BODYSTRUCTURE", Assert.Single(message.Malformed).Name);
            Assert.Equal((31L, 32L), (message.BodyStructure.TextBody!.Size, message.BodyStructure.HtmlBody!.Size));
            Assert.Equal("3", message.BodyStructure.HtmlBody.Section.ToString());
        });

    [Theory]
    [InlineData("((\"TEXT\" \"PLAIN\" ((\"CHARSET\" \"utf-8\")) NIL NIL \"7BIT\" 31 1)(\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\")")]
    [InlineData("((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1) NIL (\"TEXT\" \"HTML\" NIL NIL NIL \"8BIT\" 32 2) \"MIXED\")")] // a part was mistaken for parameters
    public Task Invalid_parameters_are_reported(string structure) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure | FetchItems.Flags,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE {structure} FLAGS (\\Seen))\r\n",
        message =>
        {
            MalformedResponse malformed = Assert.Single(message.Malformed);
            Assert.Equal("BODYSTRUCTURE " + structure, Encoding.ASCII.GetString(malformed.Raw.Span));
            Assert.Contains("the parameters of a", malformed.Reason, StringComparison.Ordinal);
            Assert.Equal(31, message.BodyStructure.TextBody!.Size);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        });

    [Theory]
    [InlineData("(\"name\" \"a\" \"charset\")", 1)]
    [InlineData("(\"name\")", 0)]
    [InlineData("(\"name\" \"a\" \"charset\" \"b\" \"format\")", 2)]
    public async Task A_parameter_without_its_value_is_reported(string parameters, int count)
    {
        string part = $"\"text\" \"plain\" {parameters} NIL NIL \"7bit\" 3 1";
        await FetchAsync(FetchItems.BodyStructure, $"BODYSTRUCTURE ({part})", message => Assert.Equal(count, message.BodyStructure.ContentType.Parameters.Count));
        await FetchAsync(
            FetchItems.BodyStructure, $"BODYSTRUCTURE (({ShortPart}) \"mixed\" {parameters})", message => Assert.Equal(count, message.BodyStructure.ContentType.Parameters.Count));
        await FetchAsync(
            FetchItems.BodyStructure,
            $"BODYSTRUCTURE ({ShortPart} NIL (\"attachment\" {parameters}) NIL)",
            message => Assert.Equal(count, message.BodyStructure.Disposition?.Parameters.Count));
    }

    private static Task FetchAsync(string structure, Action<BodyPart> check) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure | FetchItems.Flags,
        $"* 3 FETCH (UID 7 BODYSTRUCTURE {structure} FLAGS (\\Seen))\r\n",
        message =>
        {
            check(message.BodyStructure);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
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
