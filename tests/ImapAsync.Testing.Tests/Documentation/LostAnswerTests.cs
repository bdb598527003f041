using ImapAsync;
using ImapAsync.Testing;
using Xunit;

namespace Shop.Mail;

public sealed class LostAnswerTests
{
    [Fact]
    public async Task A_lost_answer_leaves_the_outcome_unknown()
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(options => options.AddUser("alice", "secret").Inbox.AddMessages(
            ImapTestMessage.Simple("Bob <bob@example.org>", "alice@example.org", "Invoice 1", "Please pay.")));
        await using ImapConnection imap = await server.ConnectAsync();
        await imap.LoginAsync("alice", "secret");
        SelectedMailbox inbox = await imap.SelectAsync("INBOX");
        server.Faults.On("STORE").LoseAnswer();    // the flag is set, and the connection is gone

        ImapConnectionException error = await Assert.ThrowsAsync<ImapConnectionException>(
            () => new Invoices(inbox).TakeAsync(TestContext.Current.CancellationToken));

        Assert.Equal(CommandOutcome.Unknown, error.Outcome);
        Assert.Contains(Flag.Seen, server.User("alice").Inbox.Messages[0].Flags);
    }
}
