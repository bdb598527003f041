using System.Net.Security;
using ImapAsync.Testing.Tests.Support;
using MailKit;
using MailKit.Security;
using MimeKit;
using MailKitClient = MailKit.Net.Imap.ImapClient;
using MailKitQuery = MailKit.Search.SearchQuery;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>MailKit: logs in by SCRAM, lists, fetches, searches, appends, moves, and learns of changes by QRESYNC.</summary>
public sealed class MailKitTests
{
    [Fact]
    public async Task Reads_writes_and_learns_of_changes()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 10, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        alice.AddMailbox("Archive");
        using MailKitClient client = await ConnectAsync(environment, cancellationToken);
        await client.EnableQuickResyncAsync(cancellationToken);
        IMailFolder inbox = client.Inbox!;
        IMailFolder archive = await client.GetFolderAsync("Archive", cancellationToken);

        await inbox.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        IList<IMessageSummary> summaries = await inbox.FetchAsync(0, -1, MessageSummaryItems.Full | MessageSummaryItems.UniqueId | MessageSummaryItems.BodyStructure, cancellationToken);
        Assert.Equal(alice.Inbox.Messages.Select(static message => message.Uid!.Value.Value), summaries.Select(static summary => summary.UniqueId.Id));
        foreach (IMessageSummary summary in summaries)
        {
            using MemoryStream octets = new();
            await (await inbox.GetMessageAsync(summary.UniqueId, cancellationToken)).WriteToAsync(octets, cancellationToken);
            Assert.Equal(summary.Size, (uint)alice.Inbox.Messages[summary.Index].Octets.Length);
        }

        await inbox.AddFlagsAsync(new UniqueId(2), MessageFlags.Flagged, silent: true, cancellationToken);
        Assert.Equal([2u], (await inbox.SearchAsync(MailKitQuery.Flagged, cancellationToken)).Select(static uid => uid.Id).Where(static uid => uid == 2));
        UniqueId? moved = await inbox.MoveToAsync(new UniqueId(3), archive, cancellationToken);
        Assert.Equal(new Uid(moved!.Value.Id), Assert.Single(alice.Mailbox("Archive").Messages).Uid);
        MimeMessage letter = new([new MailboxAddress("Ann", "ann@example.org")], [], "written", new TextPart("plain") { Text = "Grüße" });
        UniqueId? appended = await archive.AppendAsync(letter, MessageFlags.Seen, cancellationToken);
        Assert.Contains("written", Letters.SubjectsOf(alice.Mailbox("Archive")));
        Assert.Equal(2u, appended!.Value.Id);

        (uint validity, ulong known) = (inbox.UidValidity, inbox.HighestModSeq);
        await inbox.CloseAsync(expunge: false, cancellationToken);
        alice.Inbox.Remove(UidSet.Parse("4"));
        alice.Inbox.SetFlags(UidSet.Parse("5"), [Flag.Draft]);
        List<uint> vanished = [];
        List<uint> changed = [];
        inbox.MessagesVanished += (_, news) => vanished.AddRange(news.UniqueIds.Select(static uid => uid.Id));
        inbox.MessageFlagsChanged += (_, news) => changed.Add(news.UniqueId!.Value.Id);
        await inbox.OpenAsync(FolderAccess.ReadWrite, validity, known, [], cancellationToken);
        Assert.Equal([4u], vanished);
        Assert.Equal([5u], changed);
        await client.DisconnectAsync(quit: true, cancellationToken);
        Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
    }

    /// <summary>Logs alice in over STARTTLS.</summary>
    internal static async Task<MailKitClient> ConnectAsync(ClientEnvironment environment, CancellationToken cancellationToken)
    {
        MailKitClient client = new()
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == SslPolicyErrors.None || certificate!.GetCertHashString() == environment.Server.Certificate.GetCertHashString(),
        };
        await client.ConnectAsync("localhost", environment.Server.Endpoint.Port, SecureSocketOptions.StartTls, cancellationToken);
        await client.AuthenticateAsync(new SaslMechanismScramSha256("alice", "secret"), cancellationToken);
        return client;
    }
}
