using System.Security.Cryptography;

namespace ImapAsync.Tests;

public sealed class ScramChannelBindingTests
{
    private static readonly (string, byte[]) Exporter = ("tls-exporter", [1]);
    private static readonly (string, byte[]) Unique = ("tls-unique", [2]);
    private static readonly (string, byte[]) EndPoint = ("tls-server-end-point", [3]);

    [Fact]
    public async Task The_best_type_that_the_connection_has_is_taken()
    {
        Assert.Equal("p=tls-exporter,,n=u,r=cn", await FirstMessageAsync(plus: true, bindings: [EndPoint, Unique, Exporter]));
        Assert.Equal("p=tls-unique,,n=u,r=cn", await FirstMessageAsync(plus: true, bindings: [EndPoint, Unique]));
        Assert.Equal("p=tls-server-end-point,,n=u,r=cn", await FirstMessageAsync(plus: true, bindings: [EndPoint]));
    }

    [Fact]
    public async Task A_type_can_be_chosen()
        => Assert.Equal(
            "p=tls-server-end-point,,n=u,r=cn",
            await FirstMessageAsync(plus: true, new() { ChannelBinding = "tls-server-end-point" }, bindings: [EndPoint, Unique, Exporter]));

    [Fact]
    public async Task Plus_without_a_binding_is_not_sent()
    {
        ImapAuthenticationException none = await Assert.ThrowsAsync<ImapAuthenticationException>(() => FirstMessageAsync(plus: true));
        ImapAuthenticationException other = await Assert.ThrowsAsync<ImapAuthenticationException>(
            () => FirstMessageAsync(plus: true, new() { ChannelBinding = "tls-exporter" }, bindings: [Unique]));

        Assert.Equal(
            "AUTHENTICATE SCRAM-SHA-1-PLUS was not sent: the connection has no channel binding. Use TLS, or the mechanism without -PLUS.", none.Message);
        Assert.Contains("of type tls-exporter", other.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y", true, "SCRAM-SHA-1", "PLAIN")] // the offer was stripped, or the server cannot
    [InlineData("n", true, "SCRAM-SHA-1", "scram-sha-1-plus")] // the user chose not to bind
    [InlineData("n", true, "SCRAM-SHA-1", "SCRAM-SHA-256-PLUS")]
    [InlineData("n", false, "SCRAM-SHA-1")] // no TLS
    [InlineData("n", true)] // the server's offer is unknown
    public async Task Without_plus_the_flag_says_whether_binding_would_have_been_used(string flag, bool hasBinding, params string[] offered)
        => Assert.Equal(
            $"{flag},,n=u,r=cn",
            await FirstMessageAsync(plus: false, offered: offered.Length == 0 ? null : offered, bindings: hasBinding ? [Unique] : []));

    [Fact]
    public async Task Without_plus_the_binding_itself_is_not_sent()
    {
        using SaslRun run = await StartAsync(plus: false, options: null, ["SCRAM-SHA-1"], Unique);

        Assert.StartsWith("c=eSws,", await run.RespondAsync("r=cnsn,s=c2FsdA==,i=4096"), StringComparison.Ordinal); // "y,,"
    }

    [Fact]
    public async Task Another_channel_gives_another_proof()
    {
        using SaslRun mine = await StartAsync(plus: true, options: null, offered: null, ("tls-unique", [1, 2, 3]));
        using SaslRun theirs = await StartAsync(plus: true, options: null, offered: null, ("tls-unique", [1, 2, 4]));

        string[] expected = (await mine.RespondAsync("r=cnsn,s=c2FsdA==,i=4096"))!.Split(",p=");
        string[] other = (await theirs.RespondAsync("r=cnsn,s=c2FsdA==,i=4096"))!.Split(",p=");

        Assert.NotEqual(expected[0], other[0]);
        Assert.NotEqual(expected[1], other[1]);
    }

    private static async Task<string?> FirstMessageAsync(
        bool plus, ScramOptions? options = null, string[]? offered = null, params (string, byte[])[] bindings)
    {
        using SaslRun run = await StartAsync(plus, options, offered, bindings);
        return run.Initial;
    }

    private static Task<SaslRun> StartAsync(bool plus, ScramOptions? options, string[]? offered, params (string, byte[])[] bindings)
        => SaslRun.StartAsync(
            new ScramMechanism(HashAlgorithmName.SHA1, plus, "u", "p", options, () => "cn"), SaslRun.Context(tls: true, offered: offered, bindings: bindings));
}
