using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class EnableCommandTests
{
    [Fact]
    public void Is_written()
    {
        Assert.Equal("ENABLE CONDSTORE X-GOOD-IDEA", Encoded.Of(new EnableCommand("CONDSTORE", "X-GOOD-IDEA")));
        Assert.Equal("ENABLE UTF8=ACCEPT", new EnableCommand("UTF8=ACCEPT").ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("CONDSTORE QRESYNC")]
    [InlineData("X\r\nA2 LOGOUT")]
    public void Capability_is_an_atom(string capability) => Assert.Throws<ArgumentException>(() => Encoded.Of(new EnableCommand(capability)));

    [Fact]
    public void A_capability_is_required() => Assert.Throws<ArgumentException>(() => new EnableCommand());

    // RFC 5161 §3.2, Cyrus 3.6.1.
    [Fact]
    public void The_server_says_what_is_enabled()
    {
        Assert.Equal(["CONDSTORE", "QRESYNC"], new EnableCommand("QRESYNC").Collect("", out List<string> passedOn, "ENABLED CONDSTORE QRESYNC"));
        Assert.Single(passedOn);
        Assert.Equal(["X-GOOD-IDEA"], new EnableCommand("CONDSTORE", "X-GOOD-IDEA").Collect("enabled X-GOOD-IDEA"));
        Assert.Equal(["A", "B"], new EnableCommand("A", "B").Collect("ENABLED A", "ENABLED B"));
        Assert.Empty(new EnableCommand("QRESYNC").Collect("ENABLED"));
    }

    // iCloud says only OK, and enables it; Dovecot and Cyrus say the same to what they do not have.
    [Fact]
    public void OK_alone_counts_except_for_the_encoding()
    {
        Assert.Equal(["CONDSTORE", "QRESYNC"], new EnableCommand("CONDSTORE", "QRESYNC").Collect());
        Assert.Equal(["QRESYNC"], new EnableCommand("UTF8=ACCEPT", "QRESYNC", "imap4REV2").Collect());
        Assert.Empty(new EnableCommand("UTF8=ACCEPT").Collect());
        Assert.Equal(["UTF8=ACCEPT"], new EnableCommand("UTF8=ACCEPT").Collect("ENABLED UTF8=ACCEPT"));
    }

    [Theory]
    [InlineData(false, "QRESYNC")]
    [InlineData(true, "UTF8=ACCEPT")]
    [InlineData(true, "CONDSTORE", "imap4rev2")]
    public void Commands_in_another_encoding_wait(bool alone, params string[] capabilities) =>
        Assert.Equal(alone, new EnableCommand(capabilities).Traits.HasFlag(CommandTraits.Exclusive));

    [Fact]
    public async Task Names_are_UTF8_from_then_on()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<ImapCapabilities> enabled = server.Connection.EnableAsync(["UTF8=ACCEPT"]);
        Task created = server.Connection.CreateMailboxAsync("Größe");
        await server.AnswerAsync("A1 ENABLE UTF8=ACCEPT\r\n", "* ENABLED UTF8=ACCEPT\r\n{tag} OK\r\n");
        await server.AnswerAsync("A2 CREATE \"GrÃ¶Ã\u009fe\"\r\n", "{tag} OK\r\n");

        Assert.Equal(["UTF8=ACCEPT"], await enabled);
        await created;
    }
}
