using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>interimap: keeps two accounts the same by QRESYNC, one of them over TLS, the other compressed over STARTTLS.</summary>
public sealed class InterimapTests
{
    [Fact]
    public async Task Keeps_two_accounts_the_same()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("interimap", "interimap", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        (ImapTestUser alice, ImapTestUser bob) = (environment.Server.User("alice"), environment.Server.User("bob"));
        alice.Inbox.AddMessages(Letters.With("one"), Letters.With("two"), Letters.With("three"));
        bob.Inbox.AddMessages(Letters.With("four"));
        bob.AddMailbox("Archive").AddMessages(Letters.With("old"));
        string configuration = await ConfigureAsync(environment);

        await SyncAsync();
        Assert.Equal(["one", "two", "three", "four"], Letters.SubjectsOf(alice.Inbox));
        Assert.Equal(["old"], Letters.SubjectsOf(alice.Mailbox("Archive")));

        // On each side something new, flagged and gone.
        alice.Inbox.Deliver(Letters.With("five"));
        bob.Inbox.Deliver(Letters.With("six"));
        Change(alice, flagged: "one", removed: "two");
        Change(bob, flagged: "three", removed: "four");
        environment.Server.Commands.Clear();
        await SyncAsync();
        Assert.Equal(["five", "one", "six", "three"], Letters.SubjectsOf(alice.Inbox).Order(StringComparer.Ordinal));
        Assert.All(alice.Inbox.Messages, static message => Assert.Equal(SubjectOf(message) is "one" or "three", message.Flags.Contains(Flag.Flagged)));
        Assert.Contains(environment.Server.Commands, static command => command.Text.Contains("(QRESYNC (", StringComparison.Ordinal));

        environment.Server.Commands.Clear();
        await SyncAsync();
        Assert.DoesNotContain(environment.Server.Commands, static command => command.Name is "APPEND" or "UID STORE" or "UID EXPUNGE");

        async Task SyncAsync()
        {
            string output = await environment.RunAsync("interimap", $"--config={configuration}");
            Assert.True(!output.Contains("WARNING", StringComparison.Ordinal), output + string.Join('\n', environment.Server.Commands));
            Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
            Assert.Equal(Description(alice), Description(bob));
        }
    }

    private static void Change(ImapTestUser user, string flagged, string removed)
    {
        user.Inbox.SetFlags(user.Inbox.Messages.Single(message => SubjectOf(message) == flagged).Uid!.Value, [Flag.Flagged]);
        user.Inbox.Remove(user.Inbox.Messages.Single(message => SubjectOf(message) == removed).Uid!.Value);
    }

    private static IEnumerable<string> Description(ImapTestUser user) =>
        user.MailboxNames.SelectMany(name => user.Mailbox(name).Messages.Select(message => $"{name}: {SubjectOf(message)} {message.Flags}").Order(StringComparer.Ordinal));

    private static string SubjectOf(ImapTestMessage message) => Letters.SubjectOf(System.Text.Encoding.UTF8.GetString(message.Octets.Span));

    private static Task<string> ConfigureAsync(ClientEnvironment environment) => environment.WriteAsync("interimap.conf", $"""
        database = {environment.Folder}/interimap.db
        [local]
        type = imaps
        host = localhost
        port = {environment.Server.TlsEndpoint.Port}
        username = alice
        password = secret
        SSL_CAfile = {environment.CertificateFile}
        [remote]
        type = imap
        STARTTLS = YES
        host = localhost
        port = {environment.Server.Endpoint.Port}
        username = bob
        password = hunter2
        SSL_CAfile = {environment.CertificateFile}

        """);
}
