namespace ImapAsync.Tests;

public sealed class StatusCommandTests
{
    [Theory]
    [InlineData("blurdybloop", StatusItems.UidNext | StatusItems.Messages, "STATUS blurdybloop (MESSAGES UIDNEXT)")]
    [InlineData("INBOX", StatusItems.Basic, "STATUS INBOX (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)")]
    [InlineData("Lists & more", StatusItems.Size, "STATUS \"Lists &- more\" (SIZE)")]
    [InlineData("Größe", StatusItems.Recent, "STATUS Gr&APYA3w-e (RECENT)")]
    [InlineData("台北/日本語", StatusItems.Deleted | StatusItems.DeletedStorage, "STATUS &U,BTFw-/&ZeVnLIqe- (DELETED DELETED-STORAGE)")]
    [InlineData("x", StatusItems.HighestModSequence | StatusItems.MailboxId | StatusItems.AppendLimit, "STATUS x (HIGHESTMODSEQ MAILBOXID APPENDLIMIT)")]
    [InlineData("a\"b\\c", StatusItems.Messages, "STATUS \"a\\\"b\\\\c\" (MESSAGES)")]
    public void Is_written(string mailbox, StatusItems items, string expected) => Assert.Equal(expected, Encoded.Of(new StatusCommand(mailbox, items)));

    [Fact]
    public void Is_written_in_UTF8_where_that_is_enabled() =>
        Assert.Equal("STATUS \"Größe\" (MESSAGES)", Encoded.Of(new StatusCommand("Größe", StatusItems.Messages), utf8: true));

    [Fact]
    public void At_least_one_is_required()
    {
        Assert.Throws<ArgumentException>(() => new StatusCommand("INBOX", StatusItems.None));
        Assert.Throws<ArgumentException>(() => new StatusCommand("INBOX", (StatusItems)(1 << 20)));
        Assert.Throws<ArgumentException>(() => new StatusCommand("", StatusItems.Messages));
        Assert.Throws<ArgumentException>(() => new StatusCommand("INBOX (MESSAGES)\r\nA2 DELETE x", StatusItems.Messages));
    }

    [Fact]
    public void All_items_are_read()
    {
        MailboxStatus status = Collect(
            "blurdybloop",
            "STATUS blurdybloop (MESSAGES 231 RECENT 3 UIDNEXT 44292 UIDVALIDITY 1795337412 UNSEEN 0 DELETED 4 SIZE 99999999999 HIGHESTMODSEQ 90060115205545359 MAILBOXID (F2212ea87-6097) APPENDLIMIT 257890 DELETED-STORAGE 8)");

        Assert.Equal("blurdybloop", status.Name);
        Assert.Equal(231, status.Messages);
        Assert.Equal(3, status.Recent);
        Assert.Equal(new Uid(44292), status.UidNext);
        Assert.Equal(new UidValidity(1795337412), status.UidValidity);
        Assert.Equal(0, status.Unseen);
        Assert.Equal(4, status.Deleted);
        Assert.Equal(99_999_999_999, status.Size);
        Assert.Equal(new ModSequence(90060115205545359), status.HighestModSequence);
        Assert.Equal("F2212ea87-6097", status.MailboxId);
        Assert.Equal(257890, status.AppendLimit);
        Assert.Equal(8, status.DeletedStorage);
        Assert.Empty(status.Others);
    }

    // SmarterMail: zeros; 163.com: an empty list; Gmail: lower case; others: items that were not requested.
    [Theory]
    [InlineData("STATUS x (UIDVALIDITY 0 UIDNEXT 0 HIGHESTMODSEQ 0)")]
    [InlineData("STATUS x ()")]
    [InlineData("STATUS x")]
    [InlineData("STATUS x NIL")]
    [InlineData("status \"x\" (appendlimit NIL mailboxid nil)")]
    [InlineData("STATUS x (HIGHESTMODSEQ 18446744073709551615)")]
    public void What_the_server_does_not_know_is_null(string line) => Assert.Equal(new MailboxStatus("x"), Collect("x", line));

    [Theory]
    [InlineData("STATUS x (MESSAGES many UNSEEN 3)")]
    [InlineData("STATUS x (MESSAGES 99999999999999999999 UNSEEN 3)")]
    [InlineData("STATUS x (SIZE (1 2) UNSEEN 3)")]
    [InlineData("STATUS x (MESSAGES UNSEEN 3)")]
    [InlineData("STATUS x (UIDNEXT 4294967296 UNSEEN 3)")]
    [InlineData("STATUS x (UNSEEN 3 UIDVALIDITY 99999999999)")]
    [InlineData("STATUS x ((1) UNSEEN 3)")]
    [InlineData("STATUS x (UNSEEN 3 MESSAGES)")]
    [InlineData("STATUS x (UNSEEN 3 X-OTHER \"1)")]
    [InlineData("STATUS x (UNSEEN 3")]
    public void Items_around_the_damage_are_read(string line) =>
        Assert.Equal(new MailboxStatus("x") { Unseen = 3 }, new StatusCommand("x", StatusItems.Messages).CollectDamaged(line));

    [Theory]
    [InlineData("STATUS x (messages 7)", 7)]
    [InlineData("STATUS x (MESSAGES \"7\")", 7)]
    [InlineData("STATUS x (MESSAGES 7 X-OTHER (1 (2)))", 7)]
    [InlineData("STATUS x (MESSAGES 6) \r\n", 6)]
    public void Numbers_are_read_as_they_come(string line, int messages) => Assert.Equal(messages, Collect("x", line).Messages);

    [Fact]
    public void Unknown_items_are_kept()
    {
        MailboxStatus status = Collect("x", "STATUS x (X-Flagged 3 MESSAGES 7 XLIST (a \"b\"))");

        Assert.Equal(3u, status.Others["x-flagged"].Number);
        Assert.Equal("(a \"b\")", status.Others["XLIST"].ToString());
    }

    [Theory]
    [InlineData("INBOX", "STATUS inbox (MESSAGES 1)")]
    [InlineData("inbox", "STATUS \"INBOX\" (MESSAGES 1)")]
    [InlineData("Größe", "STATUS Gr&APYA3w-e (MESSAGES 1)")]
    [InlineData("Größe", "STATUS \"Größe\" (MESSAGES 1)")]
    [InlineData("a & b", "STATUS \"a &- b\" (MESSAGES 1)")]
    [InlineData("a & b", "STATUS \"a & b\" (MESSAGES 1)")]
    [InlineData("All Mail", "STATUS All Mail (MESSAGES 1)")]
    [InlineData("a\"b", "STATUS \"a\\\"b\" (MESSAGES 1)")]
    [InlineData("NIL", "STATUS NIL (MESSAGES 1)")]
    [InlineData("x", "STATUS {1}\r\nx (MESSAGES 1)")]
    public void Its_own_answer_is_known_by_name(string mailbox, string line) => Assert.Equal(1, Collect(mailbox, line).Messages);

    [Theory]
    [InlineData("x", "STATUS y (MESSAGES 1)")]
    [InlineData("x", "STATUS X (MESSAGES 1)")]
    [InlineData("All", "STATUS All Mail (MESSAGES 1)")]
    [InlineData("&AGE-", "STATUS a (MESSAGES 1)")]
    [InlineData("ä", "STATUS &-AOQ- (MESSAGES 1)")]
    [InlineData("&AOQ-", "STATUS &AOQ- (MESSAGES 1)")]
    [InlineData("x", "LIST () \"/\" x")]
    [InlineData("x", "7 EXISTS")]
    public void Others_are_passed_on(string mailbox, string line)
    {
        MailboxStatus status = new StatusCommand(mailbox, StatusItems.Messages).Collect("", out List<string> passedOn, line);

        Assert.Equal([line], passedOn);
        Assert.Equal(new MailboxStatus(mailbox), status);
    }

    [Theory]
    [InlineData("STATUS x (MESSAGES")]
    [InlineData("STATUS x (MESSAGES 1")]
    [InlineData("STATUS x (MESSAGES \"1)")]
    [InlineData("STATUS x (\"MESSAGES")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => Collect("x", line));

    [Fact]
    public void Prints_what_it_is()
    {
        Assert.Equal("STATUS \"INBOX\"", new StatusCommand("INBOX", StatusItems.Messages).ToString());
        Assert.Equal("STATUS INBOX", new StatusCommand("inbox", StatusItems.Messages).OwnedResponse);
    }

    [Fact]
    public async Task A_hundred_are_sent_together_and_each_gets_its_own()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        string[] names = [.. Enumerable.Range(0, 100).Select(i => $"Box {i}")];

        Task<MailboxStatus>[] pending = [.. names.Select(name => server.Connection.StatusAsync(name, StatusItems.Messages))];
        string sent = await server.ReceiveAllAsync();
        string[] lines = sent.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(100, lines.Length);
        // Answers first, backwards; then the tags.
        for (int i = 99; i >= 0; i--)
            await server.SendAsync($"* STATUS \"Box {i}\" (MESSAGES {i + 1000})\r\n");
        foreach (string line in lines)
            await server.SendAsync($"{line[..line.IndexOf(' ', StringComparison.Ordinal)]} OK done\r\n");
        MailboxStatus[] counts = await Task.WhenAll(pending);

        Assert.Equal(names, counts.Select(status => status.Name.Value));
        Assert.Equal(Enumerable.Range(1000, 100).Select(count => (long?)count), counts.Select(status => status.Messages));
    }

    private static MailboxStatus Collect(string mailbox, params string[] lines) => new StatusCommand(mailbox, StatusItems.Messages).Collect(lines);
}
