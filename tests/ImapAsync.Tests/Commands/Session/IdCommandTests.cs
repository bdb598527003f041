namespace ImapAsync.Tests;

public sealed class IdCommandTests
{
    [Fact]
    public void Nothing_is_nil()
    {
        Assert.Equal("ID NIL", Encoded.Of(new IdCommand()));
        Assert.Equal("ID NIL", Encoded.Of(new IdCommand(new Dictionary<string, string?>())));
    }

    // RFC 2971 §3.1.
    [Fact]
    public void Fields_are_written()
    {
        Dictionary<string, string?> fields = new() { ["name"] = "sodr", ["version"] = "19.34", ["vendor"] = "Pink \"Floyd\" Music", ["os"] = null };

        Assert.Equal("ID (\"name\" \"sodr\" \"version\" \"19.34\" \"vendor\" \"Pink \\\"Floyd\\\" Music\")", Encoded.Of(new IdCommand(fields)));
        Assert.Equal("ID", new IdCommand(fields).ToString());
    }

    [Fact]
    public void Limits_of_the_RFC_are_enforced()
    {
        Assert.Throws<ArgumentException>(() => new IdCommand(Enumerable.Range(0, 31).ToDictionary(i => $"f{i}", _ => (string?)"x")));
        Assert.Throws<ArgumentException>(() => new IdCommand(new Dictionary<string, string?> { [new string('f', 31)] = "x" }));
        Assert.Throws<ArgumentException>(() => new IdCommand(new Dictionary<string, string?> { [""] = "x" }));
        Assert.Throws<ArgumentException>(() => new IdCommand(new Dictionary<string, string?> { ["f"] = new string('ü', 513) }));
        _ = new IdCommand(Enumerable.Range(0, 30).ToDictionary(i => $"{i}".PadLeft(30, 'f'), _ => (string?)new string('x', 1024)));
    }

    [Fact]
    public void Value_that_breaks_the_line_is_a_literal() =>
        Assert.Equal("ID (\"name\" {4+}\r\na\r\nb)", Encoded.Of(new IdCommand(new Dictionary<string, string?> { ["name"] = "a\r\nb" })));

    // Dovecot 2.3.19, and variants that servers send.
    [Theory]
    [InlineData("ID (\"name\" \"Dovecot\" \"version\" \"2.3.19.1\" \"support-url\" NIL)", "name=Dovecot version=2.3.19.1 support-url=")]
    [InlineData("id (name Dovecot)", "name=Dovecot")]
    [InlineData("ID (\"name\" {3}\r\na b \"odd\")", "name=a b odd=")]
    [InlineData("ID NIL", "")]
    [InlineData("ID nil", "")]
    [InlineData("ID ()", "")]
    [InlineData("ID", "")]
    public void Is_read(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', new IdCommand().Collect(line).Select(field => $"{field.Key}={field.Value}")));

    [Fact]
    public void Fields_are_found_in_any_case() => Assert.Equal("Dovecot", new IdCommand().Collect("ID (\"name\" \"Dovecot\")")["NAME"]);

    [Theory]
    [InlineData("ID name")]
    [InlineData("ID (\"name\" (\"x\"))")]
    [InlineData("ID (\"name\" \"x\"")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => new IdCommand().Collect(line));

    [Fact]
    public async Task Answer_that_cannot_be_read_does_not_fail_the_command()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<ImapResult<IReadOnlyDictionary<string, string?>>> told = server.Connection.SendAsync(new IdCommand()).AsTask();
        await server.AnswerAsync("A1 ID NIL\r\n", "* ID name\r\n{tag} OK\r\n");

        Assert.True((await told).IsOk);
        Assert.Equal("ID", Assert.Single((await told).Malformed).Name);
        Task<IReadOnlyDictionary<string, string?>> again = server.Connection.IdAsync();
        await server.AnswerAsync("A2 ID NIL\r\n", "* ID (\"name\" \"x\")\r\n{tag} OK\r\n");
        Assert.Equal("x", (await again)["name"]);
    }
}
