namespace ImapAsync.Tests;

/// <summary>GETANNOTATION and SETANNOTATION as Cyrus speaks them.</summary>
public sealed class AnnotationCommandTests
{
    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new GetAnnotationCommand("INBOX", ["/comment"], ["value.priv"]), "GETANNOTATION INBOX \"/comment\" \"value.priv\"" },
        { new GetAnnotationCommand("*", ["/vendor/*", "/comment"], ["value", "size"]), "GETANNOTATION * (\"/vendor/*\" \"/comment\") (\"value\" \"size\")" },
        { new GetAnnotationCommand("", ["*"], ["value.shared"]), "GETANNOTATION \"\" \"*\" \"value.shared\"" },
        { new GetAnnotationCommand("Gr\"üße%", ["a\r\nb"], ["x"]), "GETANNOTATION \"Gr\\\"&APwA3w-e%\" {4}\r\n \"x\"" },
        { new SetAnnotationCommand("INBOX", "/comment", new AnnotationAttribute("value.priv", "mine")), "SETANNOTATION INBOX \"/comment\" (\"value.priv\" \"mine\")" },
        {
            new SetAnnotationCommand("", "/motd", new("value.shared", null), new("value.priv", new byte[] { 0, 255 })),
            "SETANNOTATION \"\" \"/motd\" (\"value.shared\" NIL \"value.priv\" ~{2}\r\n)"
        },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Are_written(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void At_least_one_is_required()
    {
        Assert.Throws<ArgumentException>(() => new GetAnnotationCommand("x", [], ["value"]));
        Assert.Throws<ArgumentException>(() => new GetAnnotationCommand("x", ["/comment"], []));
        Assert.Throws<ArgumentException>(() => new SetAnnotationCommand("x", "/comment", []));
        Assert.Throws<ArgumentException>(() => new SetAnnotationCommand("x", "", new AnnotationAttribute("value.priv", "y")));
        Assert.Throws<ArgumentException>(() => new SetAnnotationCommand("x\r\n", "/comment", new AnnotationAttribute("value.priv", "y")));
    }

    // Cyrus 3.6.1; the draft's own examples.
    [Fact]
    public void Are_read()
    {
        IReadOnlyList<Annotation> annotations = new GetAnnotationCommand("*", ["*"], ["*"]).Collect(
            "", out List<string> passedOn,
            @"ANNOTATION INBOX ""/comment"" (""value.priv"" ""mine"")",
            "ANNOTATION \"Gr&APwA3w-e\" \"/a\" (\"value.shared\" {5}\r\nx\r\n)y \"size.shared\" \"5\") \"/b\" (\"value.priv\" NIL)",
            "annotation \"\" /motd (value.shared ~{1}\r\n\0)",
            "ANNOTATION x \"/changed\"");

        Assert.Equal(["INBOX /comment", "Grüße /a", "Grüße /b", " /motd"], annotations.Select(annotation => $"{annotation.Mailbox} {annotation.Entry}"));
        Assert.Equal("mine", annotations[0]["VALUE.priv"]?.Text);
        Assert.Equal("x\r\n)y", annotations[1]["value.shared"]?.Text);
        Assert.Equal("5", annotations[1]["size.shared"]?.Text);
        Assert.Null(annotations[2]["value.priv"]);
        Assert.Equal("\0", annotations[3]["value.shared"]?.Text);
        Assert.Equal(["ANNOTATION x \"/changed\""], passedOn);
    }

    [Theory]
    [InlineData("ANNOTATION")]
    [InlineData("ANNOTATION x \"/a\" (\"value\" \"b\"")]
    [InlineData("ANNOTATION x \"/a\" (\"value\" (b))")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => new GetAnnotationCommand("*", ["*"], ["*"]).Collect(line));

    [Fact]
    public async Task Named_methods_send_their_commands()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<IReadOnlyList<Annotation>> got = server.Connection.GetAnnotationAsync("INBOX", "/comment", "value.priv");
        await server.AnswerAsync("A1 GETANNOTATION INBOX \"/comment\" \"value.priv\"\r\n", "* ANNOTATION INBOX \"/comment\" (\"value.priv\" \"x\")\r\n{tag} OK\r\n");
        Task set = server.Connection.SetAnnotationAsync("INBOX", "/comment", "value.priv", null);
        await server.AnswerAsync("A2 SETANNOTATION INBOX \"/comment\" (\"value.priv\" NIL)\r\n", "{tag} OK\r\n");

        Assert.Equal("x", Assert.Single(await got)["value.priv"]?.Text);
        await set;
    }
}
