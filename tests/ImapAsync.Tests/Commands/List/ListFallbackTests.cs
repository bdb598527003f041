namespace ImapAsync.Tests;

/// <summary>Servers that do not know LIST-EXTENDED, or only claim to.</summary>
public sealed class ListFallbackTests
{
    // Proton Bridge answers BAD, strato nothing at all.
    [Theory]
    [InlineData("{tag} BAD Command not recognized\r\n")]
    [InlineData("{tag} OK done\r\n")]
    public async Task Status_is_requested_one_by_one_and_all_at_once(string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<IReadOnlyList<MailboxInfo>> listing = server.Connection.ListAsync("*", StatusItems.Messages);
        await server.AnswerAsync("A1 LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", answer);
        await server.AnswerAsync(
            "A2 LIST \"\" *\r\n", "* LIST (\\Noselect) \"/\" Public\r\n* LIST () \"/\" INBOX\r\n* LIST () \"/\" secret\r\n{tag} OK\r\n");
        await server.ExpectAsync("A3 STATUS INBOX (MESSAGES)\r\nA4 STATUS secret (MESSAGES)\r\n");
        await server.SendAsync("* STATUS INBOX (MESSAGES 7)\r\nA3 OK\r\nA4 NO [NOPERM] no\r\n");

        Assert.Equal([("Public", null), ("INBOX", 7L), ("secret", (long?)null)], (await listing).Select(mailbox => (mailbox.Name.Value, mailbox.Status?.Messages)));
    }

    [Fact]
    public async Task Subscribed_mailboxes_come_from_LSUB()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<IReadOnlyList<MailboxInfo>> listing = server.Connection.ListAsync(new ListCommand("", "a*", "*b") { Selection = ListSelectionOptions.Subscribed });
        await server.AnswerAsync("A1 LIST (SUBSCRIBED) \"\" (a* *b)\r\n", "{tag} BAD what?\r\n");
        await server.AnswerAsync("A2 LSUB \"\" a*\r\n", "* LSUB () \"/\" ab\r\n* LSUB () \"/\" ac\r\n{tag} OK\r\n");
        await server.AnswerAsync("A3 LSUB \"\" *b\r\n", "* LSUB () \"/\" ab\r\n* LSUB () \"/\" bb\r\n{tag} OK\r\n");

        Assert.Equal(["ab", "ac", "bb"], (await listing).Select(mailbox => mailbox.Name.Value));
    }

    [Fact]
    public async Task Special_use_is_picked_from_all()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<IReadOnlyList<MailboxInfo>> listing = server.Connection.ListAsync(new ListCommand("", "*") { Selection = ListSelectionOptions.SpecialUse });
        await server.AnswerAsync("A1 LIST (SPECIAL-USE) \"\" *\r\n", "{tag} BAD what?\r\n");
        await server.AnswerAsync("A2 LIST \"\" *\r\n", "* LIST (\\Sent) \"/\" s\r\n* LIST () \"/\" x\r\n{tag} OK\r\n");

        Assert.Equal(["s"], (await listing).Select(mailbox => mailbox.Name.Value));
    }

    [Fact]
    public async Task A_refusal_is_not_a_reason_to_ask_in_another_way()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<IReadOnlyList<MailboxInfo>> listing = server.Connection.ListAsync("*", StatusItems.Messages);
        await server.AnswerAsync("A1 LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "{tag} NO [UNAVAILABLE] later\r\n");

        await Assert.ThrowsAsync<ImapCommandException>(() => listing);
    }

    [Fact]
    public async Task Plain_listing_asks_once()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task<IReadOnlyList<MailboxInfo>> listing = server.Connection.ListAsync();
        await server.AnswerAsync("A1 LIST \"\" *\r\n", "{tag} OK\r\n");
        Assert.Empty(await listing);

        listing = server.Connection.LsubAsync("INBOX/*");
        await server.AnswerAsync("A2 LSUB \"\" INBOX/*\r\n", "* LSUB () \"/\" INBOX/a\r\n{tag} OK\r\n");
        Assert.Single(await listing);
    }
}
