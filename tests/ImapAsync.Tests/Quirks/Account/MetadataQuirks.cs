namespace ImapAsync.Tests;

/// <summary>METADATA and ANNOTATION.</summary>
public sealed class MetadataQuirks
{
    private const string Greeting =
        "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE QRESYNC NAMESPACE QUOTA METADATA LANGUAGE I18NLEVEL=2 ACL QUOTASET] ready\r\n";

    [Theory]
    [InlineData("METADATA a (/shared/a (x) /shared/b \"y\")")]
    [InlineData("METADATA a ((x) /shared/b y)")]
    [InlineData("METADATA a (/shared/b {1}\r\ny")]
    public Task Metadata_around_the_damage_is_read(string line) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxMetadata> result = await session.AskAsync(new GetMetadataCommand("a", "/shared/b"), "GETMETADATA a /shared/b\r\n", $"* {line}\r\n{{tag}} OK done\r\n");
        Assert.Equal("y", result.Value["/shared/b"]?.Text);
        Assert.Single(result.Value.Entries);
        session.Reports(Assert.Single(result.Malformed), line);
    });

    [Fact]
    public Task Annotations_around_the_damage_are_read() => QuirkSession.RunAsync(async session =>
    {
        const string Line = "ANNOTATION a \"/comment\" (\"value.priv\" (x) \"value.shared\" \"y\") (z) \"/other\" (\"size\" \"1\")";
        ImapResult<IReadOnlyList<Annotation>> result = await session.AskAsync(
            new GetAnnotationCommand("a", ["/comment"], ["value"]), "GETANNOTATION a \"/comment\" \"value\"\r\n", $"* {Line}\r\n{{tag}} OK done\r\n");
        Assert.Equal(["/comment", "/other"], result.Value.Select(static annotation => annotation.Entry));
        Assert.Equal(("y", "1"), (result.Value[0]["value.shared"]?.Text, result.Value[1]["size"]?.Text));
        session.Reports(Assert.Single(result.Malformed), Line);
    });

    [Theory]
    [InlineData("[METADATA LONGENTRIES 2199]", 2199L)]
    [InlineData("[metadata longentries \"2199\"]", 2199L)]
    [InlineData("[METADATA LONGENTRIES x]", null)] // was skipped silently
    [InlineData("[METADATA LONGENTRIES]", null)]
    public Task A_missing_entry_is_reported(string code, long? octets) => QuirkSession.RunAsync(async session =>
    {
        ImapResult<MailboxMetadata> result = await session.AskAsync(
            new GetMetadataCommand("a", "/shared/b") { MaxSize = 9 }, "GETMETADATA (MAXSIZE 9) a /shared/b\r\n", $"{{tag}} OK {code} done\r\n");
        Assert.Equal(octets, result.Value.LongestLeftOut);
        Assert.Equal(octets is null ? 1 : 0, result.Malformed.Count);
        Assert.Equal(octets is null ? 1 : 0, session.Warnings.Count);
    });

    [Fact]
    public Task Of_a_metadata_entry_the_last_value_holds() => RunAsync(async session =>
    {
        MailboxMetadata metadata = await session.AskForAsync(
            new GetMetadataCommand("a", "/private/comment"), "GETMETADATA a /private/comment\r\n",
            "* METADATA a (/private/comment x)\r\n* METADATA a (/private/comment y)\r\n");
        Assert.Equal(("y", 2), (metadata["/private/comment"]?.Text, metadata.Entries.Count));
    });

    [Theory]
    [InlineData("METADATA a /private/comment \"x\"", "x")]
    [InlineData("METADATA a /private/comment {1}\r\nx", "x")]
    [InlineData("METADATA \"a\" \"/private/comment\" x", "x")]
    [InlineData("METADATA a /private/comment \"/x\"", "/x")]
    [InlineData("METADATA a /shared/comment NIL /private/comment x", "x")]
    public Task METADATA_without_parentheses_is_read(string line, string value) => RunAsync(async session =>
    {
        GetMetadataCommand command = new("a", "/private/comment");
        MailboxMetadata metadata = await session.AskForAsync(command, "GETMETADATA a /private/comment\r\n", $"* {line}\r\n");
        Assert.Equal(value, metadata["/private/comment"]?.Text);
    });

    [Theory]
    [InlineData("METADATA a /private/comment")]
    [InlineData("METADATA a /private/comment /shared/comment")]
    public Task That_of_a_change_is_not(string line) => RunAsync(async session =>
        Assert.Empty((await session.AskForAsync(new GetMetadataCommand("a", "/private/comment"), "GETMETADATA a /private/comment\r\n", $"* {line}\r\n")).Entries));

    [Fact]
    public Task An_annotation_in_parentheses_is_read() => RunAsync(async session =>
    {
        IReadOnlyList<Annotation> annotations = await session.AskForAsync(
            new GetAnnotationCommand("a", ["/comment"], ["value"]), "GETANNOTATION a \"/comment\" \"value\"\r\n", "* ANNOTATION a (/comment (value.priv \"x\"))\r\n");
        Assert.Equal(("/comment", "x"), (Assert.Single(annotations).Entry, Assert.Single(annotations[0].Attributes).Value?.Text));
    });

    [Theory]
    [InlineData("ANNOTATION a (value.priv \"x\")")]
    [InlineData("ANNOTATION a ((/comment (value.priv \"x\")))")]
    [InlineData("ANNOTATION a (/comment (value.priv \"x\")) (y)")]
    public Task One_that_is_not_read_is_reported(string line) => RunAsync(
        session => IsToldAsync(session, new GetAnnotationCommand("a", ["/comment"], ["value"]), "GETANNOTATION a \"/comment\" \"value\"", line));

    private static Task RunAsync(Func<QuirkSession, Task> conversation) => QuirkSession.RunAsync(conversation, Greeting);

    private static Task<ImapResult<T>> AskAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string line) =>
        session.AskAsync(command, $"{written}\r\n", $"* {line}\r\n{{tag}} OK done\r\n");

    private static async Task IsToldAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string line) =>
        QuirkSession.IsReported(line, (await AskAsync(session, command, written, line)).Malformed);
}
