using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class RawCommandTests
{
    public static TheoryData<RawCommand, string> Commands => new()
    {
        { new("XYZZY"), "XYZZY" },
        { new("XYZZY", "(raw)", "needs \"quotes\""), "XYZZY (raw) \"needs \\\"quotes\\\"\"" },
        { new("UID XYZZY", "atom", "", "NIL", "a b"), "UID XYZZY atom \"\" \"NIL\" \"a b\"" },
        { new("X", "(a \"b)\" (c) \"\\\"\")"), "X (a \"b)\" (c) \"\\\"\")" },
        { new("X", "(a) (b)", "(", "(a", "a)", "(\"a)"), "X \"(a) (b)\" \"(\" \"(a\" \"a)\" \"(\\\"a)\"" },
        { new("X", "line\r\nA2 LOGOUT"), "X {15}\r\n" },
        { new("X", RawArgument.Raw("1:*"), RawArgument.Raw(@"\Seen")), @"X 1:* \Seen" },
        { new("X", RawArgument.String("(a)"), RawArgument.Mailbox("Größe & Co")), "X \"(a)\" \"Gr&APYA3w-e &- Co\"" },
        { new("X", (MailboxName)"INBOX", RawArgument.Literal(new byte[] { 1, 2 }), "x"), "X INBOX {2}\r\n x" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Is_written(RawCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Theory]
    [InlineData("")]
    [InlineData("X\r\nA2 LOGOUT")]
    [InlineData("X (")]
    [InlineData("X  Y")]
    [InlineData(" X")]
    [InlineData("X{3}")]
    public void A_name_consists_of_words(string name) => Assert.ThrowsAny<ArgumentException>(() => new RawCommand(name));

    [Theory]
    [InlineData("(a\r\nb)")]
    [InlineData("(a\0b)")]
    public void A_list_stays_on_its_line(string list) => Assert.Throws<ArgumentException>(() => (RawArgument)list);

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("x {5}")]
    [InlineData("{5+}")]
    [InlineData("~{5-}")]
    public void Raw_text_cannot_begin_a_literal_or_a_line(string text) => Assert.ThrowsAny<ArgumentException>(() => RawArgument.Raw(text));

    [Theory]
    [InlineData("login")]
    [InlineData("STARTTLS")]
    [InlineData("Authenticate PLAIN")]
    [InlineData("IDLE")]
    [InlineData("COMPRESS DEFLATE")]
    [InlineData("logout")]
    [InlineData("UNAUTHENTICATE")]
    public void Commands_that_involve_the_connection_cannot_be_raw(string name) =>
        Assert.Contains("takes part", Assert.Throws<ArgumentException>(() => new RawCommand(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Its_effect_is_unknown_so_it_runs_alone()
    {
        Assert.Equal(CommandTraits.Exclusive, new RawCommand("XYZZY").Traits);
        Assert.Equal(CommandTraits.Exclusive | CommandTraits.EndsSelection, new RawCommand("select", "INBOX").Traits);
        Assert.Equal(CommandTraits.Exclusive | CommandTraits.EndsSelection | CommandTraits.NeedsSelection, new RawCommand("CLOSE").Traits);
        Assert.Equal(CommandTraits.Exclusive | CommandTraits.NeedsSelection, new RawCommand("Uid XYZZY", "1:*").Traits);
        Assert.Equal(CommandTraits.Exclusive | CommandTraits.Secret, new RawCommand("XYZZY", "sesame") { IsSecret = true }.Traits);
        Assert.Equal("XYZZY", new RawCommand("XYZZY", "sesame").ToString());
        Assert.Throws<InvalidOperationException>(() => Encoded.Of(new RawCommand("X", default(RawArgument))));
    }

    [Fact]
    public async Task Everything_comes_back_parsed()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<UntypedResult> answered = server.Connection.SendRawAsync("XYZZY", ["(raw)", "needs \"quotes\""]);
        await server.AnswerAsync(
            "A1 XYZZY (raw) \"needs \\\"quotes\\\"\"\r\n",
            "* OK [ALERT] look\r\n* XYZZY (a \"b \\\"c\\\"\" NIL {5}\r\n1\r\n)3 (7 ())) last\r\n* 3 XYZZY\r\n* CAPABILITY IMAP4rev1 XYZZY\r\n{tag} OK done\r\n");
        UntypedResult result = await answered;

        Assert.Equal(["OK", "XYZZY", "XYZZY", "CAPABILITY"], result.Responses.Select(response => response.Name));
        Assert.Equal(3u, result.Named("xyzzy").Last().Number);
        IReadOnlyList<ImapValue> values = result.Named("XYZZY").First().ReadValues();
        Assert.Equal(["List", "Atom"], values.Select(value => value.Kind.ToString()));
        Assert.Equal(["Atom a", "Quoted b \"c\"", "Nil NIL", "Literal 1\r\n)3", "List (7 ())"], values[0].Items.Select(value => $"{value.Kind} {value}"));
        Assert.Equal(7u, values[0].Items[4].Items[0].Number);
        Assert.Equal(["IMAP4rev1", "XYZZY"], server.Connection.Capabilities);
    }
}
