namespace ImapAsync.Tests;

/// <summary>SETACL, DELETEACL, GETACL, MYRIGHTS and LISTRIGHTS (RFC 4314 §3).</summary>
public sealed class AclCommandTests
{
    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new SetAclCommand("INBOX/Drafts", "David", "lrswida"), "SETACL INBOX/Drafts David lrswiad" },
        { new SetAclCommand("INBOX/Drafts", "Chris", "+cda"), "SETACL INBOX/Drafts Chris +acd" },
        { new SetAclCommand("x", "-bob", AclChange.Remove(Rights.Read)), "SETACL x -bob -r" },
        { new SetAclCommand("x", "anyone", Rights.None), "SETACL x anyone \"\"" },
        { new SetAclCommand("x", "group:Jörg & Co", Rights.Lookup), "SETACL x {16+}\r\ngroup:Jörg & Co l" },
        { new SetAclCommand("Gemeinsame Ablage", "$team", default), "SETACL \"Gemeinsame Ablage\" $team \"\"" },
        { new DeleteAclCommand("INBOX", "Fred"), "DELETEACL INBOX Fred" },
        { new GetAclCommand("INBOX/Drafts"), "GETACL INBOX/Drafts" },
        { new MyRightsCommand("Größe"), "MYRIGHTS Gr&APYA3w-e" },
        { new ListRightsCommand("~/Mail/saved", "smith \"x\""), "LISTRIGHTS ~/Mail/saved \"smith \\\"x\\\"\"" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Are_written(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void Identifier_cannot_end_the_line() =>
        Assert.Equal("SETACL x {17+}\r\nbob\r\nA2 LOGOUT\r\nx l", Encoded.Of(new SetAclCommand("x", "bob\r\nA2 LOGOUT\r\nx", "l")));

    [Fact]
    public void An_identifier_is_required()
    {
        Assert.Throws<ArgumentException>(() => new SetAclCommand("x", "", "l"));
        Assert.Throws<ArgumentException>(() => new DeleteAclCommand("x", ""));
        Assert.Throws<ArgumentException>(() => new ListRightsCommand("x", ""));
        Assert.Throws<ArgumentException>(() => new SetAclCommand("x", "bob", "+l r"));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new DeleteAclCommand("x", "b\0b")));
    }

    // RFC 4314 §3.2, Cyrus 3.6.1, Dovecot 2.3.19.
    [Theory]
    [InlineData("INBOX", "ACL INBOX Fred rwipslxetad -Fred wetd $team w", "Fred=lrswipxtead -Fred=wted $team=w")]
    [InlineData("INBOX.a", "ACL INBOX.a alice lrswipkxtecdan bob lrs", "alice=lrswipkxteacdn bob=lrs")]
    [InlineData("a", "acl \"a\" \"bob\" \"lrs\" alice {2}\r\nlr", "bob=lrs alice=lr")]
    [InlineData("a", "ACL a", "")]
    [InlineData("a", "ACL a bob \"\" \"Jörg\" l", "bob= Jörg=l")]
    public void ACL_is_read(string mailbox, string line, string expected)
    {
        Acl acl = new GetAclCommand(mailbox).Collect(line);

        Assert.Equal(mailbox, acl.Mailbox.Value);
        Assert.Equal(expected, string.Join(' ', acl.Entries.Select(entry => $"{entry.Identifier}={entry.Rights}")));
    }

    [Fact]
    public void Entry_is_found_by_its_identifier()
    {
        Acl acl = new GetAclCommand("INBOX").Collect("ACL INBOX Fred rw -Fred w");

        Assert.Equal<Rights>("rw", acl["Fred"]);
        Assert.Equal(Rights.None, acl["fred"]);
        Assert.Equal([false, true], acl.Entries.Select(entry => entry.IsNegative));
    }

    [Theory]
    [InlineData("MYRIGHTS INBOX rwiptsldaex", "lrswipxtead")]
    [InlineData("myrights \"inbox\" \"lr\"", "lr")]
    [InlineData("MYRIGHTS INBOX \"\"", "")]
    public void My_rights_are_read(string line, string expected) => Assert.Equal(expected, new MyRightsCommand("INBOX").Collect(line).ToString());

    [Theory]
    [InlineData("LISTRIGHTS INBOX bob p l r s w i k x t e c d a n 0", "p", "l r s w i k x t e c d a n 0")]
    [InlineData("LISTRIGHTS INBOX bob la r swicdkxte", "la", "r swikxtecd")]
    [InlineData("LISTRIGHTS INBOX \"bob\" \"\" \"lr\" {2}\r\nsw", "", "lr sw")]
    public void Grantable_rights_are_read(string line, string required, string optional)
    {
        GrantableRights rights = new ListRightsCommand("INBOX", "bob").Collect(line);

        Assert.Equal("bob", rights.Identifier);
        Assert.Equal(required, rights.Required.ToString());
        Assert.Equal(optional, string.Join(' ', rights.Optional));
    }

    [Fact]
    public void Answers_go_to_their_mailbox()
    {
        string[] lines = ["ACL b x l", "MYRIGHTS b l", "LISTRIGHTS a carol \"\" l", "LISTRIGHTS b bob \"\" l", "LIST () \"/\" a"];

        new GetAclCommand("a").Collect("", out List<string> acl, lines);
        new MyRightsCommand("a").Collect("", out List<string> mine, lines);
        new ListRightsCommand("a", "bob").Collect("", out List<string> grantable, lines);

        Assert.Equal(lines, acl);
        Assert.Equal(lines, mine);
        Assert.Equal(lines, grantable);
    }

    [Theory]
    [InlineData("ACL x bob (lrs)")]
    [InlineData("ACL x \"bob")]
    [InlineData("ACL x bob {9}\r\nlrs")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => new GetAclCommand("x").Collect(line));

    [Fact]
    public async Task Named_methods_send_their_commands()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        ImapConnection imap = server.Connection;

        Task changes = Task.WhenAll(imap.SetAclAsync("x", "bob", "+i"), imap.DeleteAclAsync("x", "bob"));
        Task<Acl> acl = imap.GetAclAsync("x");
        Task<Rights> mine = imap.MyRightsAsync("x");
        Task<GrantableRights> grantable = imap.ListRightsAsync("x", "bob");
        Assert.Equal("A1 SETACL x bob +i\r\nA2 DELETEACL x bob\r\nA3 GETACL x\r\nA4 MYRIGHTS x\r\nA5 LISTRIGHTS x bob\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("A1 OK\r\nA2 OK\r\n* ACL x alice lr\r\nA3 OK\r\n* MYRIGHTS x lrs\r\nA4 OK\r\n* LISTRIGHTS x bob l r\r\nA5 OK\r\n");
        await changes;

        Assert.Equal<Rights>("lr", (await acl)["alice"]);
        Assert.Equal<Rights>("lrs", await mine);
        Assert.Equal<Rights>("l", (await grantable).Required);
    }
}
