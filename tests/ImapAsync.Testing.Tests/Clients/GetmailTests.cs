using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>getmail: takes the messages of two mailboxes and moves them to another.</summary>
public sealed class GetmailTests
{
    [Fact]
    public async Task Takes_mail_and_moves_it_away()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("getmail", "getmail6", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.Inbox.AddMessages(Letters.With("one"), Letters.With("two"));
        alice.AddMailbox("Lists").AddMessages(Letters.With("three"));
        ImapTestMailbox taken = alice.AddMailbox("Taken");
        string delivered = Directory.CreateDirectory(Path.Combine(environment.Folder, "delivered")).FullName;
        // It writes no files as root, but can run programs.
        string configuration = await environment.WriteAsync("getmailrc", $"""
            [retriever]
            type = SimpleIMAPSSLRetriever
            server = localhost
            port = {environment.Server.TlsEndpoint.Port}
            username = alice
            password = secret
            mailboxes = ("INBOX", "Lists")
            move_on_delete = Taken
            ca_certs = {environment.CertificateFile}
            [destination]
            type = MDA_external
            path = /bin/sh
            arguments = ("-c", "cat > $(mktemp {delivered}/XXXXXX)")
            allow_root_commands = true
            [options]
            delete = true

            """);

        await environment.RunAsync("getmail", "--getmaildir", environment.Folder, "--rcfile", configuration);
        Assert.Equal(["one", "three", "two"], Letters.SubjectsOf(Directory.GetFiles(delivered)));
        Assert.Equal(["one", "two", "three"], Letters.SubjectsOf(taken));
        Assert.Empty(alice.Inbox.Messages);

        await environment.RunAsync("getmail", "--getmaildir", environment.Folder, "--rcfile", configuration);
        Assert.Equal(3, Directory.GetFiles(delivered).Length);
        Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
    }
}
