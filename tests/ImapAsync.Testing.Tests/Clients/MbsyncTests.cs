using System.Globalization;
using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>mbsync, of the package isync: synchronises both ways, and finds nothing to do the second time.</summary>
public sealed class MbsyncTests
{
    private const int Messages = 500;

    [Fact]
    public async Task Synchronises_both_ways_and_then_finds_nothing_to_do()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("mbsync", "isync", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(Messages, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.AddMailbox("Archive/2026").AddMessages(20);
        string inbox = WriteConfiguration(environment);

        await SyncAsync(environment, cancellationToken);
        Assert.Equal(Messages, FilesIn(inbox).Length);
        Assert.Equal(20, FilesIn(Path.Combine(environment.Folder, "mail", "Archive", "2026")).Length);

        await SyncAndChangeNothingAsync(environment, cancellationToken);

        // Something on each side: a new message here, a new one there, a flag there, a message gone there.
        await File.WriteAllTextAsync(Path.Combine(inbox, "new", "1.local"), "Subject: From here\n\nHello\n", cancellationToken);
        alice.Inbox.Deliver("Subject: From there\n\nHello\n");
        alice.Inbox.SetFlags(UidSet.Parse("7"), [Flag.Flagged, Flag.Seen]);
        alice.Inbox.Remove(UidSet.Parse("8"));
        await SyncAsync(environment, cancellationToken);
        Assert.Equal(Messages + 1, FilesIn(inbox).Length);
        Assert.Equal(Messages + 1, alice.Inbox.Messages.Count);
        Assert.Contains(FilesIn(inbox), static file => file.EndsWith(":2,FS", StringComparison.Ordinal));

        await SyncAndChangeNothingAsync(environment, cancellationToken);
    }

    private static async Task SyncAndChangeNothingAsync(ClientEnvironment environment, CancellationToken cancellationToken)
    {
        environment.Server.Commands.Clear();
        string[] before = AllFilesIn(environment);
        await SyncAsync(environment, cancellationToken);
        Assert.Equal(before, AllFilesIn(environment));
        Assert.DoesNotContain(environment.Server.Commands, static command => command.Name is "APPEND" or "UID STORE" or "STORE" or "EXPUNGE" or "UID EXPUNGE" or "CREATE" or "COPY" or "UID COPY");
        Assert.DoesNotContain(environment.Server.Commands, static command => command.Text.Contains("BODY.PEEK[]", StringComparison.Ordinal));
    }

    private static async Task SyncAsync(ClientEnvironment environment, CancellationToken cancellationToken)
    {
        (int exitCode, string output) = await ClientProgram.RunAsync(
            "mbsync", ["-c", Path.Combine(environment.Folder, "mbsyncrc"), "-V", "all"], environment.Variables, cancellationToken);
        Assert.True(exitCode == 0, output + string.Join('\n', environment.Server.Commands.TakeLast(5)));
        Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
    }

    private static string WriteConfiguration(ClientEnvironment environment)
    {
        string mail = Path.Combine(environment.Folder, "mail");
        Directory.CreateDirectory(mail);
        File.WriteAllText(Path.Combine(environment.Folder, "mbsyncrc"), string.Create(CultureInfo.InvariantCulture, $"""
            IMAPAccount server
            Host localhost
            Port {environment.Server.Endpoint.Port}
            User alice
            Pass secret
            SSLType STARTTLS
            CertificateFile {environment.CertificateFile}

            IMAPStore far
            Account server

            MaildirStore near
            SubFolders Verbatim
            Path {mail}/
            Inbox {mail}/INBOX

            Channel all
            Far :far:
            Near :near:
            Patterns *
            Create Both
            Expunge Both
            Sync All
            SyncState *

            """));
        return Path.Combine(mail, "INBOX");
    }

    private static string[] FilesIn(string maildir) =>
        [.. new[] { "cur", "new" }.Select(part => Path.Combine(maildir, part)).SelectMany(Directory.GetFiles)];

    private static string[] AllFilesIn(ClientEnvironment environment) =>
        [.. Directory.GetFiles(Path.Combine(environment.Folder, "mail"), "*", SearchOption.AllDirectories)
            .Where(static file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal)];
}
