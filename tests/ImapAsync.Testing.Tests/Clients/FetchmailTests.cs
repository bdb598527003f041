using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>fetchmail: takes what is new, marks it as seen or removes it, and takes nothing twice.</summary>
public sealed class FetchmailTests
{
    [Fact]
    public async Task Takes_new_mail_once_and_keeps_or_removes_it()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("fetchmail", "fetchmail", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.Inbox.AddMessages(Letters.With("one"), Letters.With("two"));
        alice.Inbox.SetFlags(UidSet.Parse("1"), [Flag.Seen]);
        alice.AddMailbox("Lists/dotnet").AddMessages(Letters.With("three"));

        await FetchAsync(environment, "keep");
        Assert.Equal(["two", "three"], Delivered(environment));
        Assert.All(alice.Inbox.Messages, static message => Assert.Contains(Flag.Seen, message.Flags));

        alice.Inbox.Deliver(Letters.With("four"));
        await FetchAsync(environment, "no keep");
        Assert.Equal(["two", "three", "four"], Delivered(environment));
        Assert.Equal(["one", "two"], Letters.SubjectsOf(alice.Inbox));
        Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
    }

    private static async Task FetchAsync(ClientEnvironment environment, string what)
    {
        string configuration = await environment.WriteAsync("fetchmailrc", $"""
            poll localhost protocol imap port {environment.Server.TlsEndpoint.Port}
              user "alice" password "secret" ssl sslcertck sslcertfile "{environment.CertificateFile}"
              folder INBOX "Lists/dotnet" {what}
              mda "cat >> {environment.Folder}/delivered"

            """);
        await environment.RunAsync("fetchmail", "-f", configuration, "--pidfile", Path.Combine(environment.Folder, "pid"), "--nosyslog");
    }

    private static IEnumerable<string> Delivered(ClientEnvironment environment) =>
        File.ReadLines(Path.Combine(environment.Folder, "delivered")).Where(static line => line.StartsWith("Subject: ", StringComparison.Ordinal)).Select(Letters.SubjectOf);
}
