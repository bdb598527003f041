namespace ImapAsync.Tests;

/// <summary>No argument changes what the line means to the server, or where it ends.</summary>
public sealed class InjectionTests
{
    [Theory]
    [InlineData("SUBJECT {5}")]
    [InlineData("SUBJECT {5+}")]
    [InlineData("SUBJECT {5-}")]
    [InlineData("SUBJECT ~{5}")]
    [InlineData("{0}")]
    public async Task Raw_text_cannot_end_in_the_announcement_of_a_literal(string raw)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task search = server.Connection.SendAsync(new TestCommand("SEARCH") { Writing = encoder => encoder.Raw(raw) }).AsTask();
        ArgumentException refused = await search.FailsAsync<ArgumentException>();
        Assert.Contains("literal", refused.Message, StringComparison.Ordinal);
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Fact]
    public async Task The_content_of_a_literal_may_look_like_one()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        _ = server.Connection.SendAsync(new TestCommand("SEARCH") { Writing = encoder => encoder.Literal(ImapLiteral.From("x {5}")) }).AsTask();
        await server.ExpectAsync("A1 SEARCH {5+}\r\nx {5}\r\n");
        _ = server.Connection.SendAsync(new TestCommand("SEARCH") { Writing = encoder => encoder.Raw("{x}").Raw("}") }).AsTask();
        await server.ExpectAsync("A2 SEARCH {x} }\r\n");
    }
}
