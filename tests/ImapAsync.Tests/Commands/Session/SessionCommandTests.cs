using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>CAPABILITY, NOOP, LOGIN, LOGOUT, PROXYAUTH, STARTTLS, COMPRESS, UNAUTHENTICATE, LANGUAGE and COMPARATOR.</summary>
public sealed class SessionCommandTests
{
    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new CapabilityCommand(), "CAPABILITY" },
        { new NoopCommand(), "NOOP" },
        { new LogoutCommand(), "LOGOUT" },
        { new StartTlsCommand(), "STARTTLS" },
        { new CompressCommand(), "COMPRESS DEFLATE" },
        { new UnauthenticateCommand(), "UNAUTHENTICATE" },
        { new ProxyAuthCommand("bob"), "PROXYAUTH bob" },
        { new ProxyAuthCommand("bob smith"), "PROXYAUTH \"bob smith\"" },
        { new LoginCommand("SMITH", "SESAME"), "LOGIN SMITH \"SESAME\"" },
        { new LoginCommand("alice*admin", "a \"b\" \\c"), "LOGIN \"alice*admin\" \"a \\\"b\\\" \\\\c\"" },
        { new LoginCommand("", ""), "LOGIN \"\" \"\"" },
        { new LoginCommand("jürgen", "grün"), "LOGIN {7+}\r\njürgen {5+}\r\ngrün" },
        { new LoginCommand("x", "line\r\nA2 LOGOUT"), "LOGIN x {15+}\r\nline\r\nA2 LOGOUT" },
        { new LanguageCommand(), "LANGUAGE" },
        { new LanguageCommand("fr-CA", "en-CA"), "LANGUAGE fr-CA en-CA" },
        { new ComparatorCommand(), "COMPARATOR" },
        { new ComparatorCommand("cz;*", "i;basic"), "COMPARATOR \"cz;*\" i;basic" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Are_written(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void Password_is_always_a_string()
    {
        Assert.Equal("LOGIN x \"NIL\"", Encoded.Of(new LoginCommand("x", "NIL")));
        Assert.Equal("LOGIN x \"grün\"", Encoded.Of(new LoginCommand("x", "grün"), utf8: true));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new LoginCommand("x", "a\0b")));
    }

    [Fact]
    public void The_password_cannot_be_read_anywhere()
    {
        LoginCommand command = new("alice", "sesame");

        Assert.Equal("LOGIN", command.ToString());
        Assert.True(command.Traits.HasFlag(CommandTraits.Secret | CommandTraits.Exclusive));
        Assert.Equal(command, new LoginCommand("alice", "sesame"));
        Assert.NotEqual(command, new LoginCommand("alice", "other"));
        Assert.DoesNotContain(typeof(LoginCommand).GetProperties(), property => property.Name.Contains("assword", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CAPABILITY IMAP4rev1 STARTTLS AUTH=GSSAPI LOGINDISABLED")]
    [InlineData("capability  IMAP4rev1 STARTTLS AUTH=GSSAPI LOGINDISABLED  ")]
    public void Capabilities_are_read_and_passed_on(string line)
    {
        ImapCapabilities capabilities = new CapabilityCommand().Collect("", out List<string> passedOn, line);

        Assert.Equal(["IMAP4rev1", "STARTTLS", "AUTH=GSSAPI", "LOGINDISABLED"], capabilities);
        Assert.Single(passedOn);
    }

    [Fact]
    public void Capabilities_may_stand_in_the_code_or_be_broken()
    {
        Assert.Equal(["IMAP4rev1", "LITERAL+", "+x"], new CapabilityCommand().Collect("CAPABILITY IMAP4rev1 LITERAL + +x"));
        Assert.Equal(["IMAP4rev1", "IDLE"], new CapabilityCommand().Collect("[CAPABILITY IMAP4rev1 IDLE]", out _));
        Assert.Empty(new CapabilityCommand().Collect());
        Assert.Empty(new CapabilityCommand().Collect("CAPABILITY"));
    }

    [Fact]
    public void Languages_are_read()
    {
        Assert.Equal(["EN", "DE", "IT", "i-default"], new LanguageCommand().Collect("LANGUAGE (EN DE IT i-default)"));
        Assert.Equal(["DE"], new LanguageCommand("DE").Collect("", out List<string> passedOn, "LANGUAGE (\"DE\")", "NAMESPACE ((\"\" \"/\")) NIL NIL"));
        Assert.Single(passedOn);
        Assert.Equal(["EN"], new LanguageCommand("fr").Collect("LANGUAGE EN"));
        Assert.Empty(new LanguageCommand("fr").Collect());
        Assert.Throws<ImapProtocolException>(() => new LanguageCommand("fr").Collect("LANGUAGE (EN"));
    }

    [Fact]
    public void Comparators_are_read()
    {
        Assert.Equal("i;basic", new ComparatorCommand().Collect("COMPARATOR i;basic").Active);
        ComparatorResult several = new ComparatorCommand("i;*").Collect("COMPARATOR \"i;octet\" (\"i;octet\" i;basic)");
        Assert.Equal("i;octet", several.Active);
        Assert.Equal(["i;octet", "i;basic"], several.Matching);
        Assert.Null(new ComparatorCommand().Collect().Active);
        Assert.Throws<ImapProtocolException>(() => new ComparatorCommand().Collect("COMPARATOR"));
    }

    [Fact]
    public void Commands_that_change_the_connection_run_alone()
    {
        ImapCommand[] alone = [new LoginCommand("x", "y"), new LogoutCommand(), new StartTlsCommand(), new CompressCommand(), new UnauthenticateCommand(), new ProxyAuthCommand("x")];

        Assert.All(alone, command => Assert.True(command.Traits.HasFlag(CommandTraits.Exclusive)));
        Assert.All(alone, command => Assert.False(command.Traits.HasFlag(CommandTraits.Idempotent)));
    }

    // Equal sets are one object: that it is the same as before does not mean that nothing was reported.
    [Fact]
    public async Task A_login_that_sends_the_same_capabilities_again_is_not_followed_by_CAPABILITY()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
        ImapCapabilities before = server.Connection.Capabilities;

        Task login = server.Connection.LoginAsync("alice", "sesame");
        await server.AnswerAsync("A1 LOGIN alice \"sesame\"\r\n", "{tag} OK [CAPABILITY IMAP4rev1 IDLE] in\r\n");
        await login.InTime();
        Assert.Same(before, server.Connection.Capabilities);
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    [Fact]
    public async Task Named_methods_send_their_commands()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        ImapConnection imap = server.Connection;

        Task login = imap.LoginAsync("alice", "sesame");
        await server.AnswerAsync("A1 LOGIN alice \"sesame\"\r\n", "{tag} OK [CAPABILITY IMAP4rev1 UNAUTHENTICATE] in\r\n");
        await login;
        Task proxied = imap.ProxyAuthAsync("bob");
        await server.AnswerAsync("A2 PROXYAUTH bob\r\n", "{tag} OK\r\n");
        await proxied;
        Task<ImapCapabilities> capabilities = imap.CapabilityAsync();
        await server.AnswerAsync("A3 CAPABILITY\r\n", "* CAPABILITY IMAP4rev1 IDLE\r\n{tag} OK\r\n");
        Assert.Equal(["IMAP4rev1", "IDLE"], await capabilities);
        Assert.Equal(["IMAP4rev1", "IDLE"], imap.Capabilities);
        Task<IReadOnlyList<string>> languages = imap.LanguageAsync(["de"]);
        await server.AnswerAsync("A4 LANGUAGE de\r\n", "* LANGUAGE (de)\r\n{tag} OK\r\n");
        Assert.Equal(["de"], await languages);
        Task<ComparatorResult> comparator = imap.ComparatorAsync([]);
        await server.AnswerAsync("A5 COMPARATOR\r\n", "* COMPARATOR i;octet\r\n{tag} OK\r\n");
        Assert.Equal("i;octet", (await comparator).Active);
        Task unauthenticated = imap.UnauthenticateAsync();
        await server.AnswerAsync("A6 UNAUTHENTICATE\r\n", "{tag} OK\r\n");
        await unauthenticated;
        Assert.Equal(ImapConnectionState.NotAuthenticated, imap.State);
        Task noop = imap.NoopAsync();
        await server.AnswerAsync("A7 NOOP\r\n", "{tag} OK\r\n");
        await noop;
        Task logout = imap.LogoutAsync();
        await server.AnswerAsync("A8 LOGOUT\r\n", "* BYE see you\r\n{tag} OK\r\n");
        await logout;
    }
}
