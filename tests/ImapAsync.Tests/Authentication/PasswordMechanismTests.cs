using System.Text;

namespace ImapAsync.Tests;

public sealed class PasswordMechanismTests
{
    [Theory]
    [InlineData("tim", "tanstaaftanstaaf", null, "\0tim\0tanstaaftanstaaf")] // RFC 4616 §4
    [InlineData("Kurt", "xipj3plmq", "Ursel", "Ursel\0Kurt\0xipj3plmq")] // RFC 4616 §4
    [InlineData("jürgen", "пароль", "", "\0jürgen\0пароль")]
    public async Task Plain_is_one_message(string user, string password, string? authorizationId, string message)
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.Plain(user, password, authorizationId));

        Assert.Equal(message, run.Initial);
        run.Complete(accepted: true);
        await run.FailAsync("more?");
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("x", "")]
    [InlineData("a\0b", "x")]
    [InlineData("x", "se\0cret")]
    [InlineData("|b", "x")] // "|" stands for half of a surrogate pair, which an attribute cannot hold
    [InlineData("x", "se|cret")]
    public void What_cannot_be_sent_is_refused_without_showing_it(string user, string password)
    {
        user = user.Replace('|', '\ud83d');
        password = password.Replace('|', '\ude00');
        Func<SaslMechanism>[] all =
        [
            () => SaslMechanism.Plain(user, password), () => SaslMechanism.Login(user, password), () => SaslMechanism.CramMd5(user, password),
            () => SaslMechanism.DigestMd5(user, password), () => SaslMechanism.ScramSha256(user, password), () => SaslMechanism.ScramSha1Plus(user, password),
        ];
        foreach (Func<SaslMechanism> make in all)
            Assert.DoesNotContain("cret", Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Username:", "Password:")]
    [InlineData("User Name\0", "Password\0")]
    [InlineData("", "")]
    public async Task Login_answers_name_and_password_whatever_it_is_asked(string first, string second)
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.Login("tim", "tanstaaftanstaaf"));

        Assert.Null(run.Initial);
        Assert.Equal("tim", await run.RespondAsync(first));
        Assert.Equal("tanstaaftanstaaf", await run.RespondAsync(second));
        await run.FailAsync("Pet:");
    }

    [Fact]
    public async Task CramMd5_answers_as_in_rfc2195()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.CramMd5("tim", "tanstaaftanstaaf"));

        Assert.Null(run.Initial);
        Assert.Equal("tim b913a602c7eda7a495b4e6e7334d3890", await run.RespondAsync("<1896.697170952@postoffice.reston.mci.net>"));
        run.Complete(accepted: true);
        await run.FailAsync("<again>");
    }

    [Fact]
    public async Task CramMd5_answers_as_dovecot_expects()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.CramMd5("alice", "alice-pass"));

        string? response = await run.RespondAsync(Convert.FromBase64String("PDcxNzgzODQwNTkwMjA4MzkuMTc5NTMzNzQxMEB2bT4="));

        Assert.Equal("YWxpY2UgMTQ5MTcyZmM5YTg2YjAwMzgwZTEwMmFmMzMzYzc3OTQ=", Convert.ToBase64String(Encoding.UTF8.GetBytes(response!)));
    }

    [Fact]
    public async Task CramMd5_refuses_a_challenge_without_a_nonce()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.CramMd5("tim", "tanstaaftanstaaf"));

        Assert.Contains("empty", (await run.FailAsync("")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_an_eavesdropper_could_use_counts_as_clear_text()
    {
        SaslMechanism[] clear =
        [
            SaslMechanism.Plain("u", "p"), SaslMechanism.Login("u", "p"), SaslMechanism.XOAuth2("u", "t"), SaslMechanism.OAuthBearer(null, "t"),
            SaslMechanism.FromCallback("X-OWN", (_, _) => new((byte[]?)null)),
        ];
        SaslMechanism[] safe =
        [
            SaslMechanism.CramMd5("u", "p"), SaslMechanism.DigestMd5("u", "p"), SaslMechanism.ScramSha1("u", "p"), SaslMechanism.ScramSha512Plus("u", "p"),
            SaslMechanism.External(), SaslMechanism.Anonymous(), SaslMechanism.Gssapi(), SaslMechanism.GssSpnego(), SaslMechanism.Ntlm(),
        ];

        Assert.All(clear, m => Assert.True(m.SendsSecretInClear));
        Assert.All(safe, m => Assert.False(m.SendsSecretInClear));
        Assert.All(safe, m => Assert.True(m.IsRepeatable));
    }

    [Fact]
    public void A_mechanism_prints_as_its_name()
    {
        Assert.Equal("PLAIN", SaslMechanism.Plain("alice", "secret").ToString());
        Assert.Equal("SCRAM-SHA-256-PLUS", SaslMechanism.ScramSha256Plus("alice", "secret").ToString());
        Assert.Equal("OAUTHBEARER", SaslMechanism.OAuthBearer("alice", "secret").ToString());
    }
}
