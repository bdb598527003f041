using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace ImapAsync.Tests;

/// <summary>An application's own code is tested without a mail server: results are plain records, easy to create.</summary>
public sealed class MadeUpAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Code_that_uses_a_connection_can_be_given_prepared_answers()
    {
        IImapSession imap = Substitute.For<IImapSession>();
        imap.SendAsync(Arg.Any<StatusCommand>(), Arg.Any<CancellationToken>())
            .Returns(call => new ImapResult<MailboxStatus>(new MailboxStatus(call.Arg<StatusCommand>().Mailbox) { Unseen = 3 }));

        Assert.Equal(6, await CountUnseenAsync(imap, "INBOX", "Archive"));

        await imap.Received(1).SendAsync(Arg.Is<StatusCommand>(command => command.Mailbox == "Archive"), Token);
    }

    [Fact]
    public async Task Code_that_uses_a_connection_can_be_given_a_refusal()
    {
        IImapSession imap = Substitute.For<IImapSession>();
        imap.SendAsync(Arg.Any<StatusCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ImapResult<MailboxStatus>(ImapStatus.No, code: null, "no such mailbox", "STATUS \"INBOX\""));

        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(() => CountUnseenAsync(imap, "INBOX"));

        Assert.Equal("STATUS \"INBOX\" was refused: NO no such mailbox", refusal.Message);
    }

    [Fact]
    public async Task Code_that_uses_a_mailbox_can_be_given_prepared_messages()
    {
        IImapMailbox inbox = Substitute.For<IImapMailbox>();
        inbox.SendAsync(Arg.Any<UidSearchCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ImapResult<SearchResult>(new SearchResult { Uids = UidSet.Parse("4,7") }));
        inbox.StreamAsync(Arg.Any<UidFetchCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ListedStream<FetchedMessage>(Message(4, "Invoice 17"), Message(7, "Invoice 18")));

        Assert.Equal(["Invoice 17", "Invoice 18"], await SubjectsAsync(inbox, "billing@"));
    }

    [Fact]
    public async Task Code_that_uses_an_account_can_be_given_an_unreachable_server()
    {
        IImapClient client = Substitute.For<IImapClient>();
        client.ConnectAsync(Arg.Any<CancellationToken>()).ThrowsAsync(new ImapConnectionException("imap.example.org:993 could not be reached."));

        ImapConnectionException away = await Assert.ThrowsAsync<ImapConnectionException>(() => client.ConnectAsync(Token));

        Assert.Equal(CommandOutcome.NotSent, away.Outcome);
    }

    [Fact]
    public async Task A_substitute_that_was_not_set_up_fails_with_words()
    {
        IImapMailbox inbox = Substitute.For<IImapMailbox>();
        inbox.StreamAsync(Arg.Any<UidFetchCommand>(), Arg.Any<CancellationToken>()).Returns((ImapItems<FetchedMessage>)null!);

        InvalidOperationException status = await Assert.ThrowsAsync<InvalidOperationException>(() => CountUnseenAsync(inbox, "INBOX"));
        InvalidOperationException search = await Assert.ThrowsAsync<InvalidOperationException>(() => SubjectsAsync(inbox, "billing@"));
        InvalidOperationException fetch = await Assert.ThrowsAsync<InvalidOperationException>(async () => await inbox.FetchAsync(new Uid(1), FetchItems.Flags, Token).FirstAsync(Token));
        InvalidOperationException store = await Assert.ThrowsAsync<InvalidOperationException>(() => inbox.AddFlagsAsync(new Uid(1), Flag.Seen, Token));

        Assert.StartsWith("The session returned null for STATUS \"INBOX\": a substitute needs a result for each command", status.Message, StringComparison.Ordinal);
        Assert.EndsWith("SendAsync(Arg.Any<UidSearchCommand>(), …).Returns(new ImapResult<…>(value)).", search.Message, StringComparison.Ordinal);
        Assert.EndsWith("StreamAsync(Arg.Any<UidFetchCommand>(), …).Returns(items).", fetch.Message, StringComparison.Ordinal);
        Assert.EndsWith("SendAsync(Arg.Any<UidStoreCommand>(), …).Returns(new ImapResult<…>(value)).", store.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_over_a_connection_is_given_a_selected_mailbox()
    {
        IImapMailbox inbox = Substitute.For<IImapMailbox>();
        inbox.Exists.Returns(3);
        inbox.IdleAsync(Arg.Any<CancellationToken>()).Returns(Events());
        IImapConnection imap = Substitute.For<IImapConnection>();
        imap.Capabilities.Returns(ImapCapabilities.Of("IMAP4rev1", "IDLE"));
        imap.State.Returns(ImapConnectionState.Authenticated);
        imap.SelectAsync("INBOX", Token).Returns(inbox);

        IImapMailbox selected = await imap.SelectAsync("INBOX", Token);

        Assert.Equal(3, selected.Exists);
        await foreach (MailboxEvent update in selected.IdleAsync(Token))
            Assert.Equal(4, Assert.IsType<MailboxEvent.Exists>(update).Count);

        static async IAsyncEnumerable<MailboxEvent> Events()
        {
            await Task.Yield();
            yield return new MailboxEvent.Exists(4);
        }
    }

    private static async Task<long> CountUnseenAsync(IImapSession imap, params string[] mailboxes)
    {
        MailboxStatus[] counts = await Task.WhenAll(mailboxes.Select(name => imap.StatusAsync(name, StatusItems.Unseen, Token)));
        return counts.Sum(count => count.Unseen ?? 0);
    }

    private static async Task<List<string>> SubjectsAsync(IImapMailbox mailbox, string from)
    {
        SearchResult hits = await mailbox.SearchAsync(SearchQuery.From(from), Token);
        List<string> subjects = [];
        await foreach (FetchedMessage message in mailbox.FetchAsync(hits.Uids, FetchItems.Envelope, Token))
            subjects.Add(message.Envelope.Subject);
        return subjects;
    }

    private static FetchedMessage Message(uint uid, string subject) => new() { Uid = new(uid), Envelope = new Envelope { Subject = subject } };
}
