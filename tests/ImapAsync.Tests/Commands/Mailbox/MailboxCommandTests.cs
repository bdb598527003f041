using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>CREATE, DELETE, RENAME, SUBSCRIBE, UNSUBSCRIBE, CLOSE, UNSELECT, CHECK and RECENT.</summary>
public sealed class MailboxCommandTests
{
    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new CreateCommand("owatagusiam/"), "CREATE owatagusiam/" },
        { new CreateCommand("Über & unter"), "CREATE \"&ANw-ber &- unter\"" },
        { new CreateCommand("MySpecial") { SpecialUse = [MailboxAttribute.Drafts, MailboxAttribute.Sent] }, @"CREATE MySpecial (USE (\Drafts \Sent))" },
        { new DeleteCommand("blurdybloop"), "DELETE blurdybloop" },
        { new DeleteCommand("a \"b\""), "DELETE \"a \\\"b\\\"\"" },
        { new RenameCommand("blurdybloop", "sarasoop/x y"), "RENAME blurdybloop \"sarasoop/x y\"" },
        { new RenameCommand("INBOX", "旧"), "RENAME INBOX &Zec-" },
        { new SubscribeCommand("#news.comp.mail.mime"), "SUBSCRIBE #news.comp.mail.mime" },
        { new UnsubscribeCommand("NIL"), "UNSUBSCRIBE \"NIL\"" },
        { new CloseCommand(), "CLOSE" },
        { new UnselectCommand(), "UNSELECT" },
        { new CheckCommand(), "CHECK" },
        { new RecentCommand(), "NOOP" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Are_written(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    private static readonly Dictionary<string, Func<string, ImapCommand>> ByName = new()
    {
        ["CREATE"] = static name => new CreateCommand(name),
        ["DELETE"] = static name => new DeleteCommand(name),
        ["RENAME from"] = static name => new RenameCommand(name, "x"),
        ["RENAME to"] = static name => new RenameCommand("x", name),
        ["SUBSCRIBE"] = static name => new SubscribeCommand(name),
        ["UNSUBSCRIBE"] = static name => new UnsubscribeCommand(name),
        ["STATUS"] = static name => new StatusCommand(name, StatusItems.Messages),
        ["SELECT"] = static name => new SelectCommand(name),
        ["EXAMINE"] = static name => new ExamineCommand(name),
        ["GETACL"] = static name => new GetAclCommand(name),
        ["MYRIGHTS"] = static name => new MyRightsCommand(name),
        ["SETACL"] = static name => new SetAclCommand(name, "bob", "l"),
        ["DELETEACL"] = static name => new DeleteAclCommand(name, "bob"),
        ["LISTRIGHTS"] = static name => new ListRightsCommand(name, "bob"),
        ["GETQUOTAROOT"] = static name => new GetQuotaRootCommand(name),
    };

    public static TheoryData<string> WithName => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(WithName))]
    public void No_name_ends_the_line_or_is_empty(string kind)
    {
        Assert.Throws<ArgumentException>(() => ByName[kind](""));
        Assert.Throws<ArgumentException>(() => ByName[kind]("x\r\nA2 DELETE INBOX"));
        Assert.Throws<ArgumentException>(() => ByName[kind]("x\n"));
        Assert.Throws<ArgumentException>(() => ByName[kind]("x\0"));
        Assert.Throws<ArgumentException>(() => ByName[kind]("half \ud83d"));
    }

    [Theory]
    [MemberData(nameof(WithName))]
    public void Any_unicode_text_is_a_name(string kind)
    {
        Assert.Contains("&2D3eAA-", Encoded.Of(ByName[kind]("😀")), StringComparison.Ordinal);
        Assert.Contains("\"😀\"", Encoded.Of(ByName[kind]("😀"), utf8: true), StringComparison.Ordinal);
        Assert.Contains("&AAc-", Encoded.Of(ByName[kind]("bell\a")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithName))]
    public void Prints_its_mailbox(string kind) => Assert.Contains("\"Größe\"", ByName[kind]("Größe").ToString(), StringComparison.Ordinal);

    [Fact]
    public void Create_reports_the_ID_and_the_servers_name_for_it()
    {
        CreateCommand command = new("INBOX.foo");

        Assert.Equal(new CreateResult("INBOX.foo"), command.Collect());
        Assert.Equal(new CreateResult("INBOX.foo", "F2212ea87-6097"), command.Collect("[MAILBOXID (F2212ea87-6097)]", out _));
        Assert.Equal(new CreateResult("INBOX.foo"), command.Collect("[MAILBOXID]", out _));
        Assert.Equal(
            new CreateResult("INBOX/foo"), command.Collect("", out List<string> passedOn, @"LIST () ""/"" x", @"LIST () ""/"" ""INBOX/foo"" (""OLDNAME"" (""INBOX.foo""))", @"LIST () ""/"" y (""OLDNAME"" (z))"));
        Assert.Equal([@"LIST () ""/"" x", @"LIST () ""/"" y (""OLDNAME"" (z))"], passedOn);
    }

    [Fact]
    public void A_special_use_that_a_server_invented_is_not_sent_blindly()
    {
        MailboxInfo odd = Assert.Single(new ListCommand("", "*").Collect("LIST (\\a{5} \\%) \"/\" x"));

        Assert.Throws<ArgumentException>(() => Encoded.Of(new CreateCommand("y") { SpecialUse = odd.Attributes }));
    }

    [Fact]
    public void Recent_is_counted_and_passed_on()
    {
        Assert.Equal(2, new RecentCommand().Collect("", out List<string> passedOn, "3 RECENT", "8 EXISTS", "2 RECENT"));
        Assert.Equal(3, passedOn.Count);
        Assert.Null(new RecentCommand().Collect("8 EXISTS"));
    }

    [Fact]
    public void What_removes_messages_needs_its_mailbox()
    {
        Assert.True(new CloseCommand().Traits.HasFlag(CommandTraits.NeedsSelection | CommandTraits.EndsSelection));
        Assert.True(new UnselectCommand().Traits.HasFlag(CommandTraits.NeedsSelection | CommandTraits.EndsSelection));
        Assert.False(new DeleteCommand("x").Traits.HasFlag(CommandTraits.Idempotent));
        Assert.False(new RenameCommand("x", "y").Traits.HasFlag(CommandTraits.Idempotent));
    }

    [Fact]
    public async Task Named_methods_throw_when_the_server_refuses()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task created = server.Connection.CreateMailboxAsync("INBOX");
        await server.AnswerAsync("A1 CREATE INBOX\r\n", "{tag} NO [ALREADYEXISTS] Mailbox exists\r\n");

        ImapCommandException refused = await Assert.ThrowsAsync<ImapCommandException>(() => created);
        Assert.Equal("CREATE \"INBOX\" was refused: NO [ALREADYEXISTS] Mailbox exists (LIST shows the names that are taken).", refused.Message);
    }

    [Fact]
    public async Task Named_methods_send_their_commands()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        ImapConnection imap = server.Connection;

        Task all = Task.WhenAll(
            imap.CreateMailboxAsync("a", MailboxAttribute.Junk), imap.RenameMailboxAsync("a", "b"), imap.SubscribeAsync("b"), imap.UnsubscribeAsync("b"), imap.DeleteMailboxAsync("b"));

        Assert.Equal("A1 CREATE a (USE (\\Junk))\r\nA2 RENAME a b\r\nA3 SUBSCRIBE b\r\nA4 UNSUBSCRIBE b\r\nA5 DELETE b\r\n", await server.ReceiveAllAsync());
        await server.SendAsync("A1 OK\r\nA2 OK\r\nA3 OK\r\nA4 OK\r\nA5 OK\r\n");
        await all;
    }
}
