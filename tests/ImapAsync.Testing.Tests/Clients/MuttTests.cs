using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>mutt: opens a mailbox over STARTTLS, tags by a pattern, and moves what it tagged.</summary>
public sealed class MuttTests
{
    [Fact]
    public async Task Moves_messages_from_one_mailbox_to_another()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("mutt", "mutt", cancellationToken);
        await ClientProgram.RequireAsync("script", "bsdutils", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.Inbox.AddMessages("From: a@example.org\nSubject: One\n\n1\n", "From: b@example.org\nSubject: Two\n\n2\n", "From: a@example.org\nSubject: Three\n\n3\n");
        ImapTestMailbox archive = alice.AddMailbox("Archive");
        string url = $"imap://alice@localhost:{environment.Server.Endpoint.Port}/";
        string configuration = Path.Combine(environment.Folder, "muttrc");
        await File.WriteAllTextAsync(configuration, $"""
            set imap_user=alice imap_pass=secret ssl_force_tls=yes certificate_file={environment.CertificateFile}
            set folder={url} spoolfile={url}INBOX record= move=no delete=yes confirmappend=no header_cache= quit=yes mail_check=1000
            set wait_key=no sleep_time=0
            push '<tag-pattern>~f a@example.org<enter><tag-prefix><save-message>=Archive<enter><sync-mailbox><quit>'

            """, cancellationToken);

        // mutt needs a terminal, which script gives it.
        (int exitCode, string output) = await ClientProgram.RunAsync(
            "script", ["-qec", $"mutt -n -F {configuration}", "/dev/null"], new(environment.Variables) { ["TERM"] = "xterm" }, cancellationToken);

        Assert.True(exitCode == 0, output + string.Join('\n', environment.Server.Commands));
        Assert.Equal(2, archive.Messages.Count);
        Assert.Equal(new Uid(2), Assert.Single(alice.Inbox.Messages).Uid);
        Assert.DoesNotContain(environment.Server.Commands, static command => command.Status == ImapStatus.Bad);
    }
}
