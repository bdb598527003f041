using System.Text;

namespace ImapAsync.Tests;

/// <summary>Quirks without a number: what a FETCH has beyond its grammar, and would be gone without a word, is told beside the value.</summary>
public sealed class LostPartQuirks
{
    private const string Text = "\"text\" \"plain\" NIL NIL NIL \"7bit\" 3 1";
    private const string NineFields = "NIL \"s\" NIL NIL NIL NIL NIL NIL NIL";

    [Theory]
    [InlineData($"({Text} (\"boundary\" (\"a\" \"b\")) NIL NIL)", null, null)] // was the disposition "boundary"
    [InlineData($"({Text} (\"boundary\" NIL) NIL NIL)", null, null)]
    [InlineData($"({Text} (\"charset\" (\"a\" \"b\")))", null, null)]
    [InlineData($"({Text} (\"boundary\" (\"a\" \"b\")) (\"attachment\" (\"filename\" \"z\")) NIL)", "attachment", "z")] // "z" was lost
    [InlineData($"({Text} ((\"boundary\" (\"a\" \"b\"))) (\"inline\" (\"filename\" \"z\")) NIL)", "inline", "z")]
    [InlineData("(\"image\" \"png\" NIL NIL NIL \"base64\" 3 (\"boundary\" (\"a\" \"b\")) (\"attachment\" (\"filename\" \"z\")) NIL)", "attachment", "z")]
    public Task A_list_in_the_place_of_the_MD5_is_told(string structure, string? disposition, string? name) => FetchAsync(
        FetchItems.BodyStructure, $"BODYSTRUCTURE {structure}", message =>
        {
            Assert.Equal((disposition, name), (message.Body.Disposition?.Type, message.Body.FileName));
            Assert.Empty(message.Body.Languages);
        });

    [Theory]
    [InlineData($"({Text} (\"attachment\" (\"filename\" \"z\")) NIL NIL)", "attachment")]
    [InlineData($"({Text} (\"INLINE\" NIL) NIL NIL)", "inline")]
    [InlineData($"({Text} (\"form-data\" (\"name\" \"z\")))", "form-data")]
    [InlineData($"({Text} (NIL NIL) NIL NIL)", null)]
    [InlineData($"({Text} NIL (\"x-other\" (\"a\" \"b\")) NIL)", "x-other")]
    public Task Where_the_MD5_is_left_out_the_disposition_stands(string structure, string? disposition) => QuirkSession.FetchAsync(
        FetchItems.BodyStructure, $"* 3 FETCH (UID 7 BODYSTRUCTURE {structure})\r\n", message =>
        {
            Assert.Equal(disposition, message.Body.Disposition?.Type);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("(\"name\" \"a\" \"charset\")", 1)]
    [InlineData("(\"name\")", 0)]
    [InlineData("(\"name\" \"a\" \"charset\" \"b\" \"format\")", 2)]
    public async Task A_parameter_without_its_value_is_told(string parameters, int count)
    {
        string part = $"\"text\" \"plain\" {parameters} NIL NIL \"7bit\" 3 1";
        await FetchAsync(FetchItems.BodyStructure, $"BODYSTRUCTURE ({part})", message => Assert.Equal(count, message.Body.ContentType.Parameters.Count));
        await FetchAsync(
            FetchItems.BodyStructure, $"BODYSTRUCTURE (({Text}) \"mixed\" {parameters})", message => Assert.Equal(count, message.Body.ContentType.Parameters.Count));
        await FetchAsync(
            FetchItems.BodyStructure,
            $"BODYSTRUCTURE ({Text} NIL (\"attachment\" {parameters}) NIL)",
            message => Assert.Equal(count, message.Body.Disposition?.Parameters.Count));
    }

    [Theory]
    [InlineData($"({NineFields} \"<id@x>\" \"more\")")] // the eleventh was lost
    [InlineData($"({NineFields} \"<id@x>\" NIL (1 2))")]
    [InlineData($"(({NineFields} \"<id@x>\" \"more\"))")]
    [InlineData("()")]
    public Task An_ENVELOPE_of_more_than_ten_fields_or_none_is_told(string envelope) => FetchAsync(FetchItems.Envelope, $"ENVELOPE {envelope}", message =>
    {
        Assert.Equal(envelope.Contains("\"s\"", StringComparison.Ordinal) ? "s" : "", message.Envelope.Subject ?? "");
        Assert.Equal(envelope.Contains("id@x", StringComparison.Ordinal) ? "<id@x>" : null, message.Envelope.MessageId);
    });

    [Theory]
    [InlineData($"({NineFields})")] // as number 14 has it
    [InlineData("(NIL \"s\" NIL NIL NIL NIL NIL NIL)")]
    [InlineData("(NIL \"s\" NIL)")]
    [InlineData($"({NineFields} NIL NIL)")]
    public Task One_that_has_all_that_tells_something_is_not(string envelope) =>
        QuirkSession.FetchAsync(FetchItems.Envelope, $"* 3 FETCH (UID 7 ENVELOPE {envelope})\r\n", static message => Assert.Empty(message.Malformed));

    [Theory]
    [InlineData("MODSEQ (7 8)")]
    [InlineData("MODSEQ (7 x)")]
    [InlineData("MODSEQ (7 (8))")]
    public Task More_than_one_mod_sequence_is_told(string item) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.BodyPeek(), $"* 3 FETCH (UID 7 {item} BODY[] \"x\")\r\n");
        Assert.Equal(7u, message.ModSequence?.Value);
        Assert.Equal(item, Encoding.ASCII.GetString(Assert.Single(message.Malformed).Raw.Span));
    });

    private static Task FetchAsync(FetchItems items, string item, Action<FetchedMessage> check) =>
        QuirkSession.FetchAsync(items | FetchItems.Flags, $"* 3 FETCH (UID 7 {item} FLAGS (\\Seen))\r\n", message =>
        {
            check(message);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Equal(item, Encoding.ASCII.GetString(Assert.Single(message.Malformed).Raw.Span));
        });
}
