using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>neomutt: with a header cache and QRESYNC, it learns what changed while it was away, and moves what it tags.</summary>
public sealed class NeomuttTests
{
    [Fact]
    public async Task Learns_of_changes_by_q_resync()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("neomutt", "neomutt", cancellationToken);
        await ClientProgram.RequireAsync("script", "bsdutils", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.Inbox.AddMessages(Letters.With("one"), Letters.With("two"), Letters.With("three"), Letters.With("four"));
        ImapTestMailbox archive = alice.AddMailbox("Archive");
        string configuration = await ConfigureAsync(environment);

        await RunAsync("<quit>");
        Assert.Single(environment.Server.Commands.Texts, static text => text.StartsWith("FETCH 1:4 (UID FLAGS INTERNALDATE", StringComparison.Ordinal));

        alice.Inbox.Deliver(Letters.With("five"));
        alice.Inbox.Remove(UidSet.Parse("2"));
        alice.Inbox.SetFlags(UidSet.Parse("3"), [Flag.Flagged]);
        environment.Server.Commands.Clear();
        await RunAsync("<tag-pattern>~F | ~s five<enter><tag-prefix><save-message>=Archive<enter><sync-mailbox><quit>");
        Assert.Contains(environment.Server.Commands.Texts, static text => text.EndsWith(" VANISHED)", StringComparison.Ordinal));
        Assert.Equal(["one", "four"], Letters.SubjectsOf(alice.Inbox));
        Assert.Equal(["three", "five"], Letters.SubjectsOf(archive));

        // Nothing has changed: no header is requested.
        environment.Server.Commands.Clear();
        await RunAsync("<quit>");
        Assert.DoesNotContain(environment.Server.Commands.Texts, static text => text.Contains("HEADER", StringComparison.Ordinal));

        async Task RunAsync(string keys)
        {
            // neomutt needs a terminal, which script gives it.
            await environment.RunAsync("env", "TERM=xterm", "script", "-qec", $"neomutt -n -F {configuration} -e \"push '{keys}'\"", "/dev/null");
            Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
        }
    }

    private static Task<string> ConfigureAsync(ClientEnvironment environment)
    {
        string url = $"imap://alice@localhost:{environment.Server.Endpoint.Port}/";
        Directory.CreateDirectory(Path.Combine(environment.Folder, "headers"));
        return environment.WriteAsync("neomuttrc", $"""
            set imap_user=alice imap_pass=secret ssl_force_tls=yes ssl_starttls=yes certificate_file={environment.CertificateFile}
            set folder={url} spoolfile={url}INBOX record= move=no delete=yes confirmappend=no quit=yes mail_check=1000
            set imap_condstore=yes imap_qresync=yes header_cache={environment.Folder}/headers wait_key=no sleep_time=0

            """);
    }
}
