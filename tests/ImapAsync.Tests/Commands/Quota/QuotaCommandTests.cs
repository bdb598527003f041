namespace ImapAsync.Tests;

/// <summary>GETQUOTA, GETQUOTAROOT and SETQUOTA (RFC 9208 §4).</summary>
public sealed class QuotaCommandTests
{
    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new GetQuotaCommand("!partition/sda4"), "GETQUOTA !partition/sda4" },
        { new GetQuotaCommand("User quota"), "GETQUOTA \"User quota\"" },
        { new GetQuotaCommand(""), "GETQUOTA \"\"" },
        { new GetQuotaCommand("ü\r\nx"), "GETQUOTA {5+}\r\nü\r\nx" },
        { new GetQuotaRootCommand("INBOX"), "GETQUOTAROOT INBOX" },
        { new SetQuotaCommand("#user/alice", new QuotaLimit(QuotaResource.Storage, 510)), "SETQUOTA #user/alice (STORAGE 510)" },
        { new SetQuotaCommand("", new("STORAGE", 9_000_000_000), new("MESSAGE", 0)), "SETQUOTA \"\" (STORAGE 9000000000 MESSAGE 0)" },
        { new SetQuotaCommand("x"), "SETQUOTA x ()" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Are_written(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void Limits_are_names_and_numbers()
    {
        Assert.Throws<ArgumentException>(() => Encoded.Of(new SetQuotaCommand("x", new QuotaLimit("STORAGE 1) x (", 1))));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new SetQuotaCommand("x", new QuotaLimit("", 1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Encoded.Of(new SetQuotaCommand("x", new QuotaLimit("STORAGE", -1))));
    }

    // RFC 9208 §4.2.1, Dovecot 2.3.19, Gmail, and variants that servers send.
    [Theory]
    [InlineData("QUOTA x (STORAGE 104 10923847)", "STORAGE 104/10923847")]
    [InlineData("QUOTA \"x\" (STORAGE 2 51200 MESSAGE 3 5000)", "STORAGE 2/51200 MESSAGE 3/5000")]
    [InlineData("quota x (storage 17179869184 9223372036854775807)", "STORAGE 17179869184/9223372036854775807")]
    [InlineData("QUOTA x (STORAGE 1 18446744073709551615)", "STORAGE 1/9223372036854775807")]
    [InlineData("QUOTA x (\"X-Num-Folders\" \"3\" \"10\")", "X-NUM-FOLDERS 3/10")]
    [InlineData("QUOTA x ()", "")]
    [InlineData("QUOTA x", "")]
    [InlineData("QUOTA x NIL", "")]
    public void Quota_is_read(string line, string expected)
    {
        Quota quota = new GetQuotaCommand("x").Collect(line);

        Assert.Equal("x", quota.Root);
        Assert.Equal(expected, Format(quota));
    }

    [Theory]
    [InlineData("QUOTA x (STORAGE 10)", "")]
    [InlineData("QUOTA x ((STORAGE 1 2) MESSAGE 3 4)", "MESSAGE 3/4")]
    [InlineData("QUOTA x (STORAGE many 2 MESSAGE 3 4)", "MESSAGE 3/4")]
    [InlineData("QUOTA x (STORAGE (1) 2 MESSAGE 3 4)", "MESSAGE 3/4")]
    [InlineData("QUOTA x (STORAGE 99999999999999999999 2 MESSAGE 3 4)", "MESSAGE 3/4")]
    [InlineData("QUOTA x (MESSAGE 3 4 STORAGE \"1 2)", "MESSAGE 3/4")]
    [InlineData("QUOTA x (MESSAGE 3 4", "MESSAGE 3/4")]
    public void Resources_around_the_damage_are_read(string line, string expected) => Assert.Equal(expected, Format(new GetQuotaCommand("x").CollectDamaged(line)));

    private static string Format(Quota quota) => string.Join(' ', quota.Resources.Select(resource => $"{resource.Name} {resource.Usage}/{resource.Limit}"));

    [Fact]
    public void Resources_have_names()
    {
        Quota quota = new GetQuotaCommand("").Collect("QUOTA \"\" (STORAGE 2 51200 MESSAGE 3 5000 X-Y 1 2)");

        Assert.Equal(new QuotaResource("STORAGE", 2, 51200), quota.Storage);
        Assert.Equal(5000, quota.Messages?.Limit);
        Assert.Equal(1, quota["x-y"]?.Usage);
        Assert.Null(quota[QuotaResource.Mailbox]);
    }

    // RFC 9208 §4.1.2.
    [Fact]
    public void Quotas_of_a_mailbox_are_those_of_its_roots()
    {
        QuotaRoots roots = new GetQuotaRootCommand("INBOX").Collect(
            "", out List<string> passedOn,
            "QUOTAROOT INBOX \"#user/alice\" \"!partition/sda4\"", "QUOTA \"#user/alice\" (MESSAGE 42 1000)", "QUOTA \"!partition/sda4\" (STORAGE 104 10923847)", "QUOTA other (STORAGE 1 2)", "QUOTAROOT other x");

        Assert.Equal(["#user/alice", "!partition/sda4"], roots.Roots);
        Assert.Equal([1000, null], roots.Quotas.Select(quota => quota.Messages?.Limit));
        Assert.Equal(["QUOTA other (STORAGE 1 2)", "QUOTAROOT other x"], passedOn);
    }

    [Fact]
    public void Quota_may_come_before_its_root()
    {
        QuotaRoots roots = new GetQuotaRootCommand("inbox").Collect(
            "", out List<string> passedOn, "QUOTA b (STORAGE 1 2)", "QUOTA \"\" (STORAGE 3 4)", "QUOTA \"\" (STORAGE 5 6)", "QUOTAROOT INBOX \"\"");

        Assert.Equal([""], roots.Roots);
        Assert.Equal(5, Assert.Single(roots.Quotas).Storage?.Usage);
        // They may have been another command's.
        Assert.Equal(3, passedOn.Count);
    }

    [Fact]
    public void Mailbox_may_have_no_root() => Assert.Empty(new GetQuotaRootCommand("comp.mail.mime").Collect("QUOTAROOT comp.mail.mime").Roots);

    [Fact]
    public void Set_quota_reports_the_result()
    {
        SetQuotaCommand command = new("#user/alice", new QuotaLimit("STORAGE", 510));

        Assert.Equal(512, command.Collect("QUOTA #user/alice (STORAGE 58 512)")?.Storage?.Limit);
        Assert.Null(command.Collect());
        Assert.Null(command.Collect("QUOTA other (STORAGE 58 512)"));
    }

    [Fact]
    public void Quota_of_another_root_is_passed_on()
    {
        new GetQuotaCommand("a").Collect("", out List<string> passedOn, "QUOTA A (STORAGE 1 2)", "QUOTAROOT a b");

        Assert.Equal(2, passedOn.Count);
    }

    [Theory]
    [InlineData("QUOTA")]
    [InlineData("QUOTA x (STORAGE 1 2")]
    [InlineData("QUOTA x (\"STORAGE 1 2)")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => new GetQuotaCommand("x").Collect(line));

    [Fact]
    public async Task Named_methods_send_their_commands()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        ImapConnection imap = server.Connection;

        Task<Quota> quota = imap.GetQuotaAsync("r");
        Task<QuotaRoots> roots = imap.GetQuotaRootAsync("INBOX");
        Task<Quota?> set = imap.SetQuotaAsync("r", [new(QuotaResource.Storage, 9)]);
        Assert.Equal("A1 GETQUOTA r\r\nA2 GETQUOTAROOT INBOX\r\nA3 SETQUOTA r (STORAGE 9)\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("* QUOTA r (STORAGE 1 2)\r\nA1 OK\r\n* QUOTAROOT INBOX r\r\n* QUOTA r (STORAGE 3 4)\r\nA2 OK\r\n* QUOTA r (STORAGE 5 9)\r\nA3 OK\r\n");

        Assert.Equal(1, (await quota).Storage?.Usage);
        Assert.Equal(3, Assert.Single((await roots).Quotas).Storage?.Usage);
        Assert.Equal(5, (await set)?.Storage?.Usage);
    }
}
