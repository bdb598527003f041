using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class SaslSelectionTests
{
    [Theory]
    [InlineData("SCRAM-SHA-512-PLUS", "PLAIN SCRAM-SHA-1 SCRAM-SHA-512 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS SCRAM-SHA-512-PLUS", true)]
    [InlineData("SCRAM-SHA-1-PLUS", "PLAIN SCRAM-SHA-512 SCRAM-SHA-1-PLUS", true)]
    [InlineData("SCRAM-SHA-512", "SCRAM-SHA-1 SCRAM-SHA-512 SCRAM-SHA-256 PLAIN", true)]
    [InlineData("SCRAM-SHA-256", "scram-sha-1 scram-sha-256", false)]
    [InlineData("SCRAM-SHA-1", "CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-1-PLUS", false)] // no TLS, nothing to bind to
    [InlineData("PLAIN", "LOGIN PLAIN CRAM-MD5 DIGEST-MD5", true)]
    [InlineData("LOGIN", "LOGIN CRAM-MD5", true)]
    [InlineData("CRAM-MD5", "PLAIN LOGIN DIGEST-MD5 CRAM-MD5", false)]
    [InlineData("DIGEST-MD5", "PLAIN LOGIN DIGEST-MD5", false)]
    [InlineData("DIGEST-MD5", "DIGEST-MD5 XOAUTH2", true)]
    [InlineData(null, "PLAIN LOGIN", false)]
    [InlineData(null, "XOAUTH2 GSSAPI EXTERNAL ANONYMOUS", true)]
    [InlineData(null, "", true)]
    public void The_strongest_for_a_password(string? name, string offered, bool tls)
        => Assert.Equal(name, SaslSelection.ForPassword(Context(offered, tls), "alice", "secret")?.Name);

    [Theory]
    [InlineData("PLAIN", "PLAIN LOGIN")]
    [InlineData("CRAM-MD5", "PLAIN LOGIN CRAM-MD5")]
    public void Clear_text_where_it_is_allowed(string name, string offered)
        => Assert.Equal(name, SaslSelection.ForPassword(Context(offered, tls: false), "alice", "secret", allowPlaintext: true)?.Name);

    [Theory]
    [InlineData("SCRAM-SHA-1", "LOGIN CRAM-MD5 SCRAM-SHA-1")]
    [InlineData("PLAIN", "LOGIN CRAM-MD5 PLAIN")]
    [InlineData("DIGEST-MD5", "LOGIN CRAM-MD5 DIGEST-MD5")]
    [InlineData(null, "LOGIN CRAM-MD5")]
    public void Only_what_can_act_for_another_user(string? name, string offered)
        => Assert.Equal(name, SaslSelection.ForPassword(Context(offered, tls: true), "admin", "secret", authorizationId: "alice")?.Name);

    [Fact]
    public void A_password_that_scram_cannot_take_goes_another_way()
        => Assert.Equal("PLAIN", SaslSelection.ForPassword(Context("SCRAM-SHA-256 PLAIN", tls: true), "alice", "bell\u0007")?.Name);

    [Fact]
    public void A_binding_that_servers_need_not_know_is_left_to_those_who_ask_for_it()
    {
        SaslContext context = SaslRun.Context(tls: true, offered: ["SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"], bindings: ("tls-server-end-point", [1]));

        Assert.Equal("SCRAM-SHA-256", SaslSelection.ForPassword(context, "alice", "secret")?.Name);
    }

    [Theory]
    [InlineData("OAUTHBEARER", "XOAUTH2 OAUTHBEARER PLAIN", true, false)]
    [InlineData("XOAUTH2", "XOAUTH2 PLAIN", true, false)]
    [InlineData("XOAUTH2", "XOAUTH2", false, true)]
    [InlineData(null, "XOAUTH2", false, false)]
    [InlineData(null, "PLAIN SCRAM-SHA-256", true, false)]
    public void The_best_for_a_token(string? name, string offered, bool tls, bool allowPlaintext)
        => Assert.Equal(name, SaslSelection.ForToken(Context(offered, tls), "alice", _ => new("token"), allowPlaintext)?.Name);

    [Fact]
    public void Nothing_is_chosen_while_the_offer_is_not_known()
        => Assert.Null(SaslSelection.ForPassword(SaslRun.Context(tls: true), "alice", "secret"));

    private static Extensibility.SaslContext Context(string offered, bool tls)
        => SaslRun.Context(tls: tls, offered: offered.Split(' ', StringSplitOptions.RemoveEmptyEntries), bindings: tls ? [("tls-unique", [1])] : []);
}
