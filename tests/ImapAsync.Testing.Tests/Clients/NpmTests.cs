using ImapAsync.Testing.Tests.Support;
using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>Clients of Node.js: imapflow with QRESYNC, and node-imap.</summary>
public sealed class NpmTests
{
    [Theory]
    [InlineData("imapflow_all.mjs", "one", "written")]
    [InlineData("node_imap_all.mjs", "one written", "")]
    public async Task Reads_writes_moves_and_removes(string script, string inInbox, string alsoInArchive)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string clients = await ClientProgram.InstallAsync("install-npm.sh", [], cancellationToken);
        Assert.SkipUnless(Directory.Exists(clients), clients);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.Inbox.AddMessages(Letters.With("one"), Letters.With("two"), Letters.With("three"));
        ImapTestMailbox archive = alice.AddMailbox("Archive");

        await environment.RunAsync("env", $"NPM_CLIENTS={clients}", "node", RepositoryRoot.Combine("tests", "clients", script));

        Assert.Equal(inInbox, string.Join(' ', Letters.SubjectsOf(alice.Inbox)));
        Assert.Equal($"two {alsoInArchive}".TrimEnd(), string.Join(' ', Letters.SubjectsOf(archive)));
        Assert.True(alice.Inbox.Messages[0].Flags is { } flags && flags.Contains(Flag.Flagged) && flags.Contains(new Flag("Work")));
        Assert.Contains("Archive/Grüße", alice.MailboxNames);
        Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
    }
}
