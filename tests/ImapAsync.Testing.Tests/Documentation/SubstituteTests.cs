using ImapAsync;
using NSubstitute;
using Xunit;

namespace Shop.Mail;

public sealed class SubstituteTests
{
    [Fact]
    public async Task Marks_what_it_found()
    {
        IImapMailbox mailbox = Substitute.For<IImapMailbox>();
        mailbox.SendAsync(Arg.Any<UidSearchCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ImapResult<SearchResult>(new SearchResult { Uids = UidSet.Parse("4,7") }));
        mailbox.SendAsync(Arg.Any<UidStoreCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ImapResult<StoreResult<UidSet>>(new StoreResult<UidSet>()));

        Assert.Equal(2, await new Invoices(mailbox).TakeAsync(TestContext.Current.CancellationToken));

        await mailbox.Received(1).SendAsync(Arg.Is<UidStoreCommand>(command => command.Messages == UidSet.Parse("4,7")), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Reports_a_refusal()
    {
        IImapMailbox mailbox = Substitute.For<IImapMailbox>();
        mailbox.SendAsync(Arg.Any<UidSearchCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ImapResult<SearchResult>(ImapStatus.No, code: null, "Busy", "UID SEARCH"));

        await Assert.ThrowsAsync<ImapCommandException>(() => new Invoices(mailbox).TakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unreachable_account()
    {
        IImapClient client = Substitute.For<IImapClient>();
        client.ConnectAsync(Arg.Any<CancellationToken>()).Returns<Task<IImapConnection>>(_ => throw new ImapConnectionException("No route to host"));

        ImapConnectionException error = await Assert.ThrowsAsync<ImapConnectionException>(() => client.ConnectAsync(TestContext.Current.CancellationToken));

        Assert.Equal(CommandOutcome.NotSent, error.Outcome);
    }

    [Fact]
    public async Task An_account_with_an_inbox()
    {
        IImapMailbox inbox = Substitute.For<IImapMailbox>();
        inbox.Exists.Returns(12);
        IImapConnection connection = Substitute.For<IImapConnection>();
        connection.SelectAsync("INBOX", Arg.Any<CancellationToken>()).Returns(inbox);
        IImapClient client = Substitute.For<IImapClient>();
        client.ConnectAsync(Arg.Any<CancellationToken>()).Returns(connection);

        await using IImapConnection imap = await client.ConnectAsync(TestContext.Current.CancellationToken);

        Assert.Equal(12, (await imap.SelectAsync("INBOX", TestContext.Current.CancellationToken)).Exists);
    }
}
