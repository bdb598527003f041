using System.Text;

namespace ImapAsync.Tests;

public sealed class DigestMd5MechanismTests
{
    private const string Challenge = "realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8";

    [Theory]
    [InlineData("imap", "OA6MG9tEQGm2hh", "OA6MHXh6VqTrRk", "d388dad90d4bbd760a152321f2143af7", "ea40f60335c427b5527b84dbabcdfffd")]
    [InlineData("acap", "OA9BSXrbuRhWay", "OA9BSuZWMSpW8m", "6084c6db3fede7352c551284490fd0fc", "2f0b3d7c3c2e486600ef710726aa2eae")]
    public async Task Answers_as_in_rfc2831(string service, string nonce, string clientNonce, string response, string proof)
    {
        using SaslRun run = await StartAsync("chris", "secret", clientNonce, host: "elwood.innosoft.com", service: service);

        Assert.Null(run.Initial);
        Assert.Equal(
            $"charset=utf-8,username=\"chris\",realm=\"elwood.innosoft.com\",nonce=\"{nonce}\",nc=00000001,cnonce=\"{clientNonce}\","
                + $"digest-uri=\"{service}/elwood.innosoft.com\",response={response},qop=auth",
            await run.RespondAsync(Challenge.Replace("OA6MG9tEQGm2hh", nonce, StringComparison.Ordinal)));
        Assert.Equal("", await run.RespondAsync($"rspauth={proof}"));
        run.Complete(accepted: true);
        await run.FailAsync("more");
    }

    [Fact]
    public async Task Answers_dovecot_which_quotes_every_value()
    {
        using SaslRun run = await StartAsync("alice", "alice-pass", "UpfqV0ofth07", host: "localhost");

        string? response = await run.RespondAsync("realm=\"localhost\",nonce=\"NjLYiQBf60sTniHPbLjDWg==\",qop=\"auth\",charset=\"utf-8\",algorithm=\"md5-sess\"");

        Assert.Contains(",response=367a0837f5e93c8e734bb3e23543f2d1,", response, StringComparison.Ordinal);
        Assert.Equal("", await run.RespondAsync("rspauth=7200cbce4b8a187d5a82dc3b2db4bea6"));
    }

    [Theory]
    [InlineData("jürgen", "büro", "grüß", "584e9b23a583ce05c948b2bcc1d83930")] // all of it in ISO 8859-1: hashed as that
    [InlineData("jürgen", "東京", "密码", "a65d15023e3096a2ed9764555745ea5d")] // each by itself
    public async Task Latin1_is_hashed_as_latin1_and_sent_as_utf8(string user, string realm, string password, string response)
    {
        using SaslRun run = await StartAsync(user, password, "c1");

        Assert.Equal(
            $"charset=utf-8,username=\"{user}\",realm=\"{realm}\",nonce=\"n1\",nc=00000001,cnonce=\"c1\",digest-uri=\"imap/h\",response={response},qop=auth",
            await run.RespondAsync($"realm=\"{realm}\",nonce=\"n1\",algorithm=md5-sess,charset=utf-8"));
    }

    [Fact]
    public async Task Without_charset_the_names_go_as_latin1()
    {
        using SaslRun run = await StartAsync("jürgen", "grüß", "c1");

        byte[]? response = await run.RespondBytesAsync(Encoding.Latin1.GetBytes("realm=\"büro\",nonce=\"n1\",algorithm=md5-sess"));

        Assert.Equal(
            "username=\"jürgen\",realm=\"büro\",nonce=\"n1\",nc=00000001,cnonce=\"c1\",digest-uri=\"imap/h\",response=584e9b23a583ce05c948b2bcc1d83930,qop=auth",
            Encoding.Latin1.GetString(response!));
    }

    [Theory]
    [InlineData("密", "p", null)]
    [InlineData("u", "密", null)]
    [InlineData("u", "p", "ä")]
    public async Task Without_charset_other_names_cannot_be_sent(string user, string password, string? authorizationId)
    {
        using SaslRun run = await StartAsync(user, password, "c1", authorizationId: authorizationId);

        Assert.Contains("ISO 8859-1", (await run.FailAsync("nonce=\"n1\",algorithm=md5-sess")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_authorization_identity_is_part_of_the_digest()
    {
        using SaslRun run = await StartAsync("admin", "pw", "c1", authorizationId: "älice");

        Assert.Equal(
            "charset=utf-8,username=\"admin\",realm=\"r\",nonce=\"n1\",nc=00000001,cnonce=\"c1\",digest-uri=\"imap/h\","
                + "response=139015212f53db4f4a515ecd2fe54296,qop=auth,authzid=\"älice\"",
            await run.RespondAsync("realm=\"r\",nonce=\"n1\",algorithm=md5-sess,charset=utf-8"));
    }

    [Fact]
    public async Task Quotes_and_backslashes_are_escaped_but_hashed_bare_and_no_realm_is_none()
    {
        using SaslRun run = await StartAsync("a\"b\\c", "pw", "c1");

        Assert.Equal(
            "username=\"a\\\"b\\\\c\",nonce=\"n1\",nc=00000001,cnonce=\"c1\",digest-uri=\"imap/h\",response=914ba68cdfabcbe2b1c8d2c90a385e60,qop=auth",
            await run.RespondAsync("nonce=\"n1\",algorithm=md5-sess"));
    }

    [Theory]
    [InlineData("realm=\"first\",realm=\"second\"", null, "first")]
    [InlineData("realm=\"first\",realm=\"H\"", null, "H")]
    [InlineData("realm=\"first\",realm=\"second\"", "second", "second")]
    [InlineData("realm=\"first\"", "own", "own")]
    [InlineData("stale=true", "own", "own")]
    [InlineData("realm=\"a\\\"b, c\"", null, "a\\\"b, c")]
    public async Task One_realm_is_chosen(string directives, string? wanted, string chosen)
    {
        using SaslRun run = await StartAsync("u", "p", "c1", realm: wanted);

        Assert.Contains($"\"u\",realm=\"{chosen}\",nonce", await run.RespondAsync($" {directives} ,, nonce = \"n1\" ,\r\n algorithm=MD5-sess"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "nonce")]
    [InlineData("nonsense", "directives")]
    [InlineData("=x", "directives")]
    [InlineData("nonce=\"n1", "directives")]
    [InlineData("nonce=\"n1\\", "directives")]
    [InlineData("algorithm=md5-sess", "nonce")]
    [InlineData("nonce=\"n1\",nonce=\"n2\",algorithm=md5-sess", "more than one nonce")]
    [InlineData("nonce=\"n1\",algorithm=md5-sess,algorithm=md5-sess", "more than one algorithm")]
    [InlineData("nonce=\"n1\"", "md5-sess")]
    [InlineData("nonce=\"n1\",algorithm=sha-256", "md5-sess")]
    [InlineData("nonce=\"n1\",algorithm=md5-sess,charset=koi8-r", "utf-8")]
    [InlineData("nonce=\"n1\",algorithm=md5-sess,qop=\"auth-int,auth-conf\"", "security layer")]
    public async Task A_challenge_that_cannot_be_answered_is_refused(string challenge, string reason)
    {
        using SaslRun run = await StartAsync("u", "p", "c1");

        Assert.Contains(reason, (await run.FailAsync(challenge)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rspauth=ea40f60335c427b5527b84dbabcdfffe", "wrong")]
    [InlineData("rspauth=", "wrong")]
    [InlineData("nothing=1", "no proof")]
    [InlineData("", "no proof")]
    public async Task A_server_that_does_not_know_the_password_is_not_trusted(string proof, string reason)
    {
        using SaslRun run = await StartAsync("chris", "secret", "OA6MHXh6VqTrRk", host: "elwood.innosoft.com");
        await run.RespondAsync(Challenge);

        Assert.Contains(reason, (await run.FailAsync(proof)).Message, StringComparison.Ordinal);
        Assert.Throws<ImapAuthenticationException>(() => run.Complete(accepted: true));
    }

    [Fact]
    public async Task An_ok_without_the_servers_proof_is_a_failure()
    {
        using SaslRun run = await StartAsync("chris", "secret", "OA6MHXh6VqTrRk");
        await run.RespondAsync(Challenge);

        Assert.Contains("impostor", Assert.Throws<ImapAuthenticationException>(() => run.Complete(accepted: true)).Message, StringComparison.Ordinal);
        run.Complete(accepted: false);
    }

    [Fact]
    public async Task A_connection_without_a_host_cannot_use_it()
        => await Assert.ThrowsAsync<ImapAuthenticationException>(() => SaslRun.StartAsync(SaslMechanism.DigestMd5("u", "p"), SaslRun.Context(host: "")));

    [Fact]
    public async Task Each_run_has_its_own_nonce()
    {
        SaslMechanism mechanism = SaslMechanism.DigestMd5("u", "p");
        using SaslRun first = await SaslRun.StartAsync(mechanism);
        using SaslRun second = await SaslRun.StartAsync(mechanism);

        Assert.NotEqual(await first.RespondAsync(Challenge), await second.RespondAsync(Challenge));
    }

    private static Task<SaslRun> StartAsync(
        string user, string password, string clientNonce, string host = "h", string service = "imap", string? authorizationId = null, string? realm = null)
        => SaslRun.StartAsync(
            new DigestMd5Mechanism(user, password, authorizationId, realm, () => clientNonce), SaslRun.Context(host: host, service: service));
}
