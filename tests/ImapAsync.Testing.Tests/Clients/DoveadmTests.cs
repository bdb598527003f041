using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>doveadm of Dovecot, whose imapc reads another server: backs an account up, again when it has changed, and synchronises both ways.</summary>
public sealed class DoveadmTests
{
    [Fact]
    public async Task Backs_up_and_synchronises()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.InstallAsync("../servers/install.sh", ["dovecot"], cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.Inbox.AddMessages(Letters.With("one"), Letters.With("two"), Letters.With("three"));
        alice.AddMailbox("Archive/2026").AddMessages(Letters.With("old"));
        string configuration = await ConfigureAsync(environment);

        await RunAsync("backup", "-R", "imapc:");
        Assert.Equal(["one", "three", "two"], Letters.SubjectsOf(environment.FilesIn("home", "mail")));
        Assert.Equal(["old"], Letters.SubjectsOf(environment.FilesIn("home", "mail", ".Archive.2026")));

        alice.Inbox.Deliver(Letters.With("four"));
        alice.Inbox.Remove(UidSet.Parse("1"));
        alice.Inbox.SetFlags(UidSet.Parse("2"), [Flag.Flagged]);
        environment.Server.Commands.Clear();
        await RunAsync("backup", "-R", "imapc:");
        Assert.Equal(["four", "three", "two"], Letters.SubjectsOf(environment.FilesIn("home", "mail")));
        Assert.Contains(environment.FilesIn("home", "mail"), static file => file.EndsWith(":2,F", StringComparison.Ordinal) && Letters.SubjectOf(File.ReadAllText(file)) == "two");
        Assert.Single(environment.Server.Commands.Texts, static text => text.Contains("BODY.PEEK[])", StringComparison.Ordinal));

        await environment.WriteAsync("letter", Letters.With("local"));
        await environment.RunAsync("sh", "-c", $"USER=alice doveadm -c {configuration} save -m Archive/2026 < {environment.Folder}/letter");
        alice.Inbox.Deliver(Letters.With("five"));
        await RunAsync("sync", "-1", "imapc:");
        await RunAsync("sync", "imapc:");
        Assert.Equal(["old", "local"], Letters.SubjectsOf(alice.Mailbox("Archive/2026")));
        Assert.Equal(["five", "four", "three", "two"], Letters.SubjectsOf(environment.FilesIn("home", "mail")));
        Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));

        async Task RunAsync(params string[] arguments) => await environment.RunAsync("env", ["USER=alice", "doveadm", "-c", configuration, .. arguments]);
    }

    // It drops root's privileges, and resolves names through its own service, which is not running.
    private static async Task<string> ConfigureAsync(ClientEnvironment environment)
    {
        string home = Directory.CreateDirectory(Path.Combine(environment.Folder, "home")).FullName;
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(environment.Folder, File.GetUnixFileMode(environment.Folder) | UnixFileMode.OtherExecute);
            File.SetUnixFileMode(home, File.GetUnixFileMode(home) | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        }

        return await environment.WriteAsync("dovecot.conf", $$"""
            base_dir = {{environment.Folder}}/run
            state_dir = {{environment.Folder}}/state
            log_path = /dev/stderr
            mail_home = {{home}}
            mail_location = maildir:{{home}}/mail
            mail_uid = {{(Environment.IsPrivilegedProcess ? "nobody" : Environment.UserName)}}
            mail_gid = {{(Environment.IsPrivilegedProcess ? "nogroup" : "")}}
            first_valid_uid = 0
            first_valid_gid = 0
            ssl_client_ca_file = {{environment.CertificateFile}}
            imapc_host = 127.0.0.1
            imapc_port = {{environment.Server.TlsEndpoint.Port}}
            imapc_ssl = imaps
            imapc_user = alice
            imapc_password = secret
            imapc_features = rfc822.size fetch-headers
            namespace inbox {
              inbox = yes
              separator = /
            }

            """);
    }
}
