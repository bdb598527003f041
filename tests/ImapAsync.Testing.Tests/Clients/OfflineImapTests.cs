using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>offlineimap: synchronises both ways, and finds nothing to do the second time.</summary>
public sealed class OfflineImapTests
{
    [Fact]
    public async Task Synchronises_both_ways()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("offlineimap", "offlineimap3", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.Inbox.AddMessages(Letters.With("one"), Letters.With("two"), Letters.With("three"));
        alice.AddMailbox("Archive/2026").AddMessages(Letters.With("old"));
        string configuration = await ConfigureAsync(environment);

        await SyncAsync();
        Assert.Equal(["one", "three", "two"], Letters.SubjectsOf(environment.FilesIn("mail", "INBOX")));
        Assert.Equal(["old"], Letters.SubjectsOf(environment.FilesIn("mail", "Archive.2026")));

        // Something on each side: new, flagged, gone.
        await environment.WriteAsync("mail/INBOX/new/1.local", Letters.With("local"));
        File.Delete(environment.FilesIn("mail", "INBOX").Single(static file => Letters.SubjectOf(File.ReadAllText(file)) == "one"));
        alice.Inbox.Deliver(Letters.With("remote"));
        alice.Inbox.SetFlags(UidSet.Parse("2"), [Flag.Flagged, Flag.Seen]);
        alice.Inbox.Remove(UidSet.Parse("3"));
        await SyncAsync();
        Assert.Equal(["local", "remote", "two"], Letters.SubjectsOf(environment.FilesIn("mail", "INBOX")));
        Assert.Equal(["local", "remote", "two"], Letters.SubjectsOf(alice.Inbox).Order(StringComparer.Ordinal));
        Assert.EndsWith(":2,FS", Assert.Single(environment.FilesIn("mail", "INBOX"), static file => file.Contains(",U=2,", StringComparison.Ordinal)), StringComparison.Ordinal);

        string[] before = environment.FilesIn("mail", "INBOX");
        environment.Server.Commands.Clear();
        await SyncAsync();
        Assert.Equal(before, environment.FilesIn("mail", "INBOX"));
        Assert.DoesNotContain(environment.Server.Commands, static command => command.Name is "APPEND" or "UID STORE" or "EXPUNGE" || command.Text.Contains("BODY", StringComparison.Ordinal));

        async Task SyncAsync()
        {
            await environment.RunAsync("offlineimap", "-o", "-c", configuration);
            Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
        }
    }

    private static Task<string> ConfigureAsync(ClientEnvironment environment) => environment.WriteAsync("offlineimaprc", $"""
        [general]
        accounts = alice
        metadata = {environment.Folder}/state
        ui = basic
        [Account alice]
        localrepository = near
        remoterepository = far
        [Repository near]
        type = Maildir
        localfolders = {environment.Folder}/mail
        [Repository far]
        type = IMAP
        remotehost = localhost
        remoteport = {environment.Server.TlsEndpoint.Port}
        ssl = yes
        sslcacertfile = {environment.CertificateFile}
        remoteuser = alice
        remotepass = secret

        """);
}
