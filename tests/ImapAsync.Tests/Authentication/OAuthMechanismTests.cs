using System.Text;

namespace ImapAsync.Tests;

public sealed class OAuthMechanismTests
{
    private const string Token = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==";

    [Fact]
    public async Task OAuthBearer_says_what_rfc7628_shows()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.OAuthBearer("user@example.com", Token));

        Assert.Equal($"n,a=user@example.com,\u0001host=server.example.com\u0001port=143\u0001auth=Bearer {Token}\u0001\u0001", run.Initial);
        Assert.Equal( // RFC 7628 §4.1
            "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(run.Initial!)));
        run.Complete(accepted: true);
    }

    [Fact]
    public async Task OAuthBearer_leaves_out_what_it_does_not_know_and_escapes_the_name()
    {
        using SaslRun anonymous = await SaslRun.StartAsync(SaslMechanism.OAuthBearer(null, Token), SaslRun.Context(host: "", port: 0));
        using SaslRun odd = await SaslRun.StartAsync(SaslMechanism.OAuthBearer("a=b,c", Token), SaslRun.Context(host: "", port: 0));

        Assert.Equal($"n,,\u0001auth=Bearer {Token}\u0001\u0001", anonymous.Initial);
        Assert.Equal($"n,a=a=3Db=2Cc,\u0001auth=Bearer {Token}\u0001\u0001", odd.Initial);
    }

    [Fact]
    public async Task XOAuth2_says_user_and_token()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.XOAuth2("someuser@example.com", "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg"));

        Assert.Equal(
            "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(run.Initial!)));
    }

    [Fact]
    public async Task An_error_is_answered_so_that_the_server_can_say_no()
    {
        using SaslRun bearer = await SaslRun.StartAsync(SaslMechanism.OAuthBearer("u", Token));
        using SaslRun xoauth2 = await SaslRun.StartAsync(SaslMechanism.XOAuth2("u", Token));

        // RFC 7628 §4.3, and Dovecot 2.3.
        Assert.Equal("\u0001", await bearer.RespondAsync(
            "{\"status\":\"invalid_token\",\"scope\":\"https://mail.example.com/\",\"openid-configuration\":\"https://example.com/.well-known/openid-configuration\"}"));
        Assert.Equal("", await xoauth2.RespondAsync("{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}"));

        Assert.Equal(
            new("invalid_token", "https://mail.example.com/", "https://example.com/.well-known/openid-configuration"), bearer.ServerError! with { Text = null });
        Assert.Equal("invalid_token, scope https://mail.example.com/", bearer.ServerError!.ToString());
        Assert.Equal(new("401", "mail") { Text = "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}" }, xoauth2.ServerError);
        bearer.Complete(accepted: false);
        Assert.Equal("invalid_token", (await bearer.FailAsync("{}")).ServerError!.Code);
    }

    [Theory]
    [InlineData("", "unknown")]
    [InlineData("no json", "unknown")]
    [InlineData("[1]", "unknown")]
    [InlineData("{}", "unknown")]
    [InlineData("{\"status\":null}", "unknown")]
    [InlineData("{\"status\":\"\"}", "unknown")]
    [InlineData("{\"status\":\"\\ud800\"}", "unknown")]
    [InlineData("{\"status\":400,}", "400")]
    [InlineData("{\"status\":\"a\\r\\nb\\u001bc\"}", "a??b?c")]
    [InlineData("[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", "unknown")]
    public async Task An_odd_error_is_still_an_error(string challenge, string code)
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.OAuthBearer("u", Token));

        Assert.Equal("\u0001", await run.RespondAsync(challenge));
        Assert.Equal(new(code), run.ServerError! with { Text = null });
        Assert.Equal(code == "unknown" && challenge.Length > 0 ? $"unknown: {challenge}" : code, run.ServerError!.ToString());
    }

    [Theory]
    [InlineData("{\"error\":\"invalid_grant\",\"error_description\":\"expired\"}", "invalid_grant")]
    [InlineData("{\"error\":{\"code\":401,\"message\":\"expired\"}}", "unknown")]
    [InlineData("{\"errors\":[\"expired\"]}", "unknown")]
    [InlineData("<html>401 expired</html>", "unknown")]
    [InlineData("\"expired\"", "unknown")]
    public async Task What_an_error_of_another_shape_says_is_there(string challenge, string code)
    {
        foreach (SaslMechanism mechanism in new[] { SaslMechanism.OAuthBearer("u", Token), SaslMechanism.XOAuth2("u", Token) })
        {
            using SaslRun run = await SaslRun.StartAsync(mechanism);
            await run.RespondAsync(challenge);
            Assert.Equal(new(code) { Text = challenge }, run.ServerError);
            Assert.Contains(code == "unknown" ? challenge : code, run.ServerError!.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("no good: {0}")]
    [InlineData("{{\"status\":\"{0}\",\"scope\":\"Bearer {0}\"}}")]
    [InlineData("{{\"error\":{{\"token\":\"{0}\"}}}}")]
    public async Task A_token_that_the_server_repeats_is_not_shown(string challenge)
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.OAuthBearer("u", "secret.token"));
        await run.RespondAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, challenge, "secret.token"));
        SaslError error = run.ServerError!;
        Assert.DoesNotContain("secret.token", error.Code + error.Scope + error.Text + error, StringComparison.Ordinal);
        Assert.Contains("****", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_error_is_cut()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.OAuthBearer("u", Token));

        await run.RespondAsync($"{{\"status\":\"{new string('x', 5000)}\"}}");

        Assert.Equal((200, 1000), (run.ServerError!.Code.Length, run.ServerError.Text!.Length));
    }

    [Fact]
    public async Task A_token_is_requested_for_each_authentication()
    {
        int asked = 0;
        ValueTask<string> NextToken(CancellationToken cancellationToken) => new($"token{++asked}");
        SaslMechanism[] mechanisms = [SaslMechanism.XOAuth2("u", NextToken), SaslMechanism.OAuthBearer("u", NextToken)];

        foreach (SaslMechanism mechanism in mechanisms)
        {
            using SaslRun first = await SaslRun.StartAsync(mechanism);
            Assert.Contains($"token{asked}\u0001", first.Initial, StringComparison.Ordinal);
            using SaslRun second = await SaslRun.StartAsync(mechanism);
            Assert.Contains($"token{asked}\u0001", second.Initial, StringComparison.Ordinal);
        }

        Assert.Equal(4, asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("to ken")]
    [InlineData("to\u0001ken")]
    [InlineData("to\r\nken")]
    [InlineData("tökén")]
    public async Task What_is_not_a_token_is_not_sent_and_not_shown(string token)
    {
        ImapAuthenticationException fromProvider = await Assert.ThrowsAsync<ImapAuthenticationException>(() => SaslRun.StartAsync(SaslMechanism.XOAuth2("u", _ => new(token))));
        ArgumentException given = Assert.ThrowsAny<ArgumentException>(() => SaslMechanism.OAuthBearer("u", token));

        Assert.Contains("was not sent", fromProvider.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ken\"", fromProvider.Message, StringComparison.Ordinal);
        if (token.Length > 0)
            Assert.DoesNotContain(token, fromProvider.Message + given.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_fails_says_so_itself()
        => await Assert.ThrowsAsync<TimeoutException>(() => SaslRun.StartAsync(SaslMechanism.XOAuth2("u", _ => throw new TimeoutException())));

    [Fact]
    public void A_name_cannot_smuggle_a_field_in()
    {
        Assert.Throws<ArgumentException>(() => SaslMechanism.XOAuth2("u\u0001auth=Bearer x", Token));
        Assert.Throws<ArgumentException>(() => SaslMechanism.OAuthBearer("u\u0001auth=Bearer x", Token));
    }
}
