using ImapAsync;
using ImapAsync.Testing;
using Xunit;

namespace Shop.Mail;

public sealed class ServerTests
{
    [Fact]
    public async Task Marks_unread_invoices_and_nothing_else()
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(options => options.AddUser("alice", "secret").Inbox.AddMessages(
            ImapTestMessage.Simple("Bob <bob@example.org>", "alice@example.org", "Invoice 1", "Please pay."),
            ImapTestMessage.Simple("Bob <bob@example.org>", "alice@example.org", "Invoice 2", "Paid already.", Flag.Seen),
            ImapTestMessage.Simple("Eve <eve@example.org>", "alice@example.org", "Hello", "How are you?")));
        await using ImapConnection imap = await server.ConnectAsync();    // through memory: no port is opened
        await imap.LoginAsync("alice", "secret");
        SelectedMailbox inbox = await imap.SelectAsync("INBOX");

        Assert.Equal(1, await new Invoices(inbox).TakeAsync(TestContext.Current.CancellationToken));

        Assert.Equal([true, true, false], server.User("alice").Inbox.Messages.Select(message => message.Flags.Contains(Flag.Seen)));
        Assert.Equal(["LOGIN", "SELECT", "UID SEARCH", "UID STORE"], server.Commands.Names);
    }
}
