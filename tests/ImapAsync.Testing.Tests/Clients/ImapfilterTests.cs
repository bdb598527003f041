using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>imapfilter: searches, marks, moves to a mailbox that it has to create, copies, deletes and downloads.</summary>
public sealed class ImapfilterTests
{
    [Fact]
    public async Task Sorts_mail()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("imapfilter", "imapfilter", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.Inbox.AddMessages(Letters.With("one"), Letters.With("spam-1"), Letters.With("two"), Letters.With("spam-2"));
        ImapTestMailbox archive = alice.AddMailbox("Archive");
        archive.AddMessages(Letters.With("old"));
        string rules = await environment.WriteAsync("rules.lua", $$"""
            options.create = true
            options.subscribe = true
            alice = IMAP { server = 'localhost', port = {{environment.Server.TlsEndpoint.Port}}, username = 'alice', password = 'secret', ssl = 'auto' }
            spam = alice.INBOX:contain_subject('spam') * alice.INBOX:is_unseen()
            spam:move_messages(alice['Junk/2026'])
            alice.INBOX:match_body('Text of two'):mark_flagged()
            alice.INBOX:select_all():copy_messages(alice.Archive)
            alice.Archive:contain_field('Message-ID', 'old@example.org'):delete_messages()
            mailboxes, folders = alice:list_all()
            table.sort(mailboxes)
            print(table.concat(mailboxes, ' '))
            print(alice['Junk/2026']:check_status())

            """);

        string output = await environment.RunAsync("imapfilter", "-t", environment.CertificateFile, "-c", rules);

        Assert.Contains("Archive INBOX", output, StringComparison.Ordinal);
        Assert.Contains("2 messages, 2 recent, 2 unseen, in alice@localhost/Junk/2026.", output, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], Letters.SubjectsOf(alice.Inbox));
        Assert.Contains(Flag.Flagged, alice.Inbox.Messages[1].Flags);
        Assert.Equal(["spam-1", "spam-2"], Letters.SubjectsOf(alice.Mailbox("Junk/2026")));
        Assert.Equal(["one", "two"], Letters.SubjectsOf(archive));
        Assert.DoesNotContain(environment.Server.Commands, static command => command.Status == ImapStatus.Bad);
    }
}
