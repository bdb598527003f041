using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>What LIST reports about each mailbox in separate responses: STATUS, MYRIGHTS, METADATA.</summary>
public sealed class ListStatusTests
{
    private static readonly ListCommand WithStatus = new("", "*") { Status = StatusItems.Messages | StatusItems.Unseen };

    // Cyrus 3.6.1 and Dovecot 2.3.19.
    [Fact]
    public void Status_goes_to_the_mailbox_before_it()
    {
        IReadOnlyList<MailboxInfo> mailboxes = WithStatus.Collect(
            "", out List<string> passedOn,
            @"LIST (\HasChildren) ""."" INBOX",
            "STATUS INBOX (MESSAGES 1 UNSEEN 0)",
            @"LIST (\NonExistent) ""/"" Public",
            @"LIST () ""/"" ""Public/Lists and {3}""",
            @"LIST () ""/"" ""News &- more""",
            @"STATUS ""News &- more"" (MESSAGES 8 UNSEEN 7)");

        Assert.Empty(passedOn);
        Assert.Equal([1, null, null, 8], mailboxes.Select(mailbox => mailbox.Status?.Messages));
        Assert.Equal([0, null, null, 7], mailboxes.Select(mailbox => mailbox.Status?.Unseen));
        Assert.Equal("News & more", mailboxes[3].Status?.Name);
    }

    [Fact]
    public void Status_finds_its_mailbox_in_any_order_and_spelling()
    {
        IReadOnlyList<MailboxInfo> mailboxes = WithStatus.Collect(
            @"LIST () ""/"" inbox", @"LIST () ""/"" ""a b""", @"LIST () ""/"" Gr&APwA3w-e",
            "STATUS {3}\r\na b (MESSAGES 2)", "STATUS \"Gr&APwA3w-e\" (MESSAGES 3)", "STATUS INBOX (MESSAGES 1)",
            @"LIST () ""/"" late", "STATUS late (MESSAGES 4)");

        Assert.Equal([1, 2, 3, 4], mailboxes.Select(mailbox => mailbox.Status?.Messages));
    }

    [Fact]
    public void A_name_without_quotes_may_have_spaces()
    {
        IReadOnlyList<MailboxInfo> mailboxes = WithStatus.Collect(
            "LIST () \"/\" All Mail", "STATUS All Mail (MESSAGES 2)", "LIST () \"/\" All", "STATUS All (MESSAGES 3)", "STATUS All Mail (MESSAGES 4)");

        Assert.Equal([4, 3], mailboxes.Select(mailbox => mailbox.Status?.Messages));
    }

    [Fact]
    public void The_status_of_another_mailbox_belongs_to_another_command()
    {
        WithStatus.Collect("", out List<string> passedOn, "STATUS early (MESSAGES 1)", @"LIST () ""/"" a", "STATUS other (MESSAGES 1)", "STATUS a2 (MESSAGES 1)");

        Assert.Equal(["STATUS early (MESSAGES 1)", "STATUS other (MESSAGES 1)", "STATUS a2 (MESSAGES 1)"], passedOn);
    }

    [Fact]
    public void Rights_and_metadata_are_added()
    {
        ListCommand command = new("", "*") { Return = ListReturnOptions.MyRights, Metadata = ["/shared/comment", "/private/comment"] };

        IReadOnlyList<MailboxInfo> mailboxes = command.Collect(
            "", out List<string> passedOn,
            @"LIST (\HasChildren) ""."" INBOX", "MYRIGHTS INBOX lrswipkxtecdan", @"METADATA INBOX (""/shared/comment"" NIL)", @"METADATA INBOX (""/private/comment"" {2}" + "\r\nhi)",
            @"LIST (\HasNoChildren) ""."" news", "MYRIGHTS \"news\" lrs", "METADATA news /shared/comment", "STATUS news (MESSAGES 3)");

        Assert.Equal(["METADATA news /shared/comment", "STATUS news (MESSAGES 3)"], passedOn);
        Assert.Equal<Rights?>("lrswipkxtecdan", mailboxes[0].MyRights);
        Assert.Equal<Rights?>("lrs", mailboxes[1].MyRights);
        Assert.Null(mailboxes[0].Metadata!["/shared/comment"]);
        Assert.Equal("hi", mailboxes[0].Metadata!["/private/comment"]!.Value.Text);
        Assert.Null(mailboxes[1].Metadata);
    }

    [Fact]
    public void Copy_of_a_mailbox_can_be_changed()
    {
        MailboxInfo mailbox = WithStatus.Collect(@"LIST () ""/"" a", "STATUS a (MESSAGES 5)")[0];

        MailboxInfo changed = mailbox with { MyRights = "l", OldName = "b", Status = new MailboxStatus("a") { Messages = 6 } };

        Assert.Equal((5, 6), (mailbox.Status?.Messages, changed.Status?.Messages));
        Assert.Null(mailbox.MyRights);
        Assert.Null(mailbox.OldName);
        Assert.NotEqual(mailbox, changed);
        Assert.Equal(changed, mailbox with { MyRights = "l", OldName = "b", Status = new MailboxStatus("a") { Messages = 6 } });
    }

    [Fact]
    public void A_mailbox_with_its_status_takes_little_memory()
    {
        const int Count = 1000;
        string[] names = [.. Enumerable.Range(0, Count).Select(i => $"Projects/2026/{i:D6}")];
        byte[][] raw = [.. names.SelectMany(name => new[] { $@"LIST (\HasNoChildren \UnMarked) ""/"" ""{name}""", $@"STATUS ""{name}"" (MESSAGES 231 UIDNEXT 44292 UIDVALIDITY 1795337412 UNSEEN 2)" }).Select(System.Text.Encoding.ASCII.GetBytes)];
        IReadOnlyList<MailboxInfo> mailboxes = [];
        long each = Allocated.By(() => mailboxes = Collect(raw, new ListCommand("", "*") { Status = StatusItems.Basic })) / Count;

        Assert.Equal(231, mailboxes[^1].Status?.Messages);
        Assert.InRange(each, 0, 300);
    }

    private static IReadOnlyList<MailboxInfo> Collect(byte[][] responses, ListCommand command)
    {
        ResponseCollector<IReadOnlyList<MailboxInfo>> collector = command.CreateCollector();
        foreach (byte[] response in responses)
            Assert.True(collector.TryCollect(new Extensibility.UntaggedResponse(response, ImapLimits.Default)));
        return collector.Complete(null);
    }
}
