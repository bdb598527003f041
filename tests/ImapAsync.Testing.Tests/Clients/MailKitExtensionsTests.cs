using ImapAsync.Testing.Tests.Support;
using MailKit;
using MailKit.Search;
using MailKitClient = MailKit.Net.Imap.ImapClient;
using MailKitQuery = MailKit.Search.SearchQuery;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>MailKit: what few clients use: sorting, threads, quotas, metadata, rights, parts of a message, updates while it idles.</summary>
public sealed class MailKitExtensionsTests
{
    [Fact]
    public async Task Sorts_and_threads()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        environment.Server.User("alice").Inbox.AddMessages(Letters.With("one"), Letters.With("two"), Letters.With("a"), Letters.With("three").Replace("Message-ID:", "References: <one@example.org>\nMessage-ID:", StringComparison.Ordinal));
        using MailKitClient client = await MailKitTests.ConnectAsync(environment, cancellationToken);
        IMailFolder inbox = client.Inbox!;
        await inbox.OpenAsync(FolderAccess.ReadOnly, cancellationToken);

        Assert.Equal([3u, 1u, 4u, 2u], (await inbox.SortAsync(MailKitQuery.All, [OrderBy.Subject], cancellationToken)).Select(static uid => uid.Id));
        SearchResults found = await inbox.SearchAsync(SearchOptions.Count | SearchOptions.Min | SearchOptions.Max, MailKitQuery.HeaderContains("References", "one"), cancellationToken);
        Assert.Equal((1, 4u, 4u), (found.Count, found.Min!.Value.Id, found.Max!.Value.Id));
        Assert.Equal([2u, 3u], (await inbox.SearchAsync(MailKitQuery.Not(MailKitQuery.BodyContains("one").Or(MailKitQuery.SubjectContains("three"))), cancellationToken)).Select(static uid => uid.Id));
        IList<MessageThread> threads = await inbox.ThreadAsync(ThreadingAlgorithm.References, MailKitQuery.All, cancellationToken);
        Assert.Equal([4u], threads.Single(static thread => thread.UniqueId?.Id == 1).Children.Select(static child => child.UniqueId!.Value.Id));
        IMessageSummary summary = (await inbox.FetchAsync([new UniqueId(2)], MessageSummaryItems.BodyStructure | MessageSummaryItems.UniqueId, cancellationToken)).Single();
        Assert.Equal("Text of two", ((MimeKit.TextPart)await inbox.GetBodyPartAsync(summary.UniqueId, summary.TextBody!, cancellationToken)).Text.Trim());
        Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
    }

    [Fact]
    public async Task Administers_mailboxes()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 2, cancellationToken);
        environment.Server.User("alice").WithQuota(messages: 100);
        using MailKitClient client = await MailKitTests.ConnectAsync(environment, cancellationToken);

        IMailFolder made = (await client.GetFolder(client.PersonalNamespaces[0]).CreateAsync("Müll", isMessageFolder: true, cancellationToken))!;
        await made.SubscribeAsync(cancellationToken);
        await made.RenameAsync(made.ParentFolder!, "Müll2", cancellationToken);
        Assert.Contains("Müll2", environment.Server.User("alice").MailboxNames);
        await made.AddAccessRightsAsync("bob", new AccessRights("lr"), cancellationToken);
        Assert.Contains(await made.GetAccessControlListAsync(cancellationToken), static entry => entry is { Name: "bob", Rights: { } rights } && rights.Contains(AccessRight.LookupFolder) && rights.Contains(AccessRight.OpenFolder));
        Assert.Contains(AccessRight.Administer, await made.GetMyAccessRightsAsync(cancellationToken));
        await made.SetMetadataAsync(new MetadataCollection([new Metadata(MetadataTag.PrivateComment, "Grüße")]), cancellationToken);
        Assert.Equal("Grüße", await made.GetMetadataAsync(MetadataTag.PrivateComment, cancellationToken));
        FolderQuota quota = await client.Inbox!.GetQuotaAsync(cancellationToken);
        Assert.Equal((2u, 100u), (quota.CurrentMessageCount, quota.MessageLimit));
        await made.StatusAsync(MailKit.StatusItems.Count | MailKit.StatusItems.UidNext | MailKit.StatusItems.HighestModSeq | MailKit.StatusItems.Size, cancellationToken);
        Assert.Equal((0, 1u), (made.Count, made.UidNext!.Value.Id));
        await made.DeleteAsync(cancellationToken);
        Assert.DoesNotContain("Müll2", environment.Server.User("alice").MailboxNames);
        Assert.All(environment.Server.Commands, static command => Assert.Equal(ImapStatus.Ok, command.Status));
    }

    [Fact]
    public async Task Receives_updates_while_it_idles()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 2, cancellationToken);
        ImapTestUser alice = environment.Server.User("alice");
        using MailKitClient client = await MailKitTests.ConnectAsync(environment, cancellationToken);
        IMailFolder inbox = client.Inbox!;
        await inbox.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        (int gone, bool isFlagged) = (-1, false);
        inbox.CountChanged += (_, _) => Heard();
        inbox.MessageExpunged += (_, expunged) =>
        {
            gone = expunged.Index;
            Heard();
        };
        inbox.MessageFlagsChanged += (_, changed) =>
        {
            isFlagged |= changed.Flags.HasFlag(MessageFlags.Flagged);
            Heard();
        };

        Task idling = client.IdleAsync(done.Token, cancellationToken);
        await environment.Server.Commands.WhenReceivedAsync("IDLE", cancellationToken);
        alice.Inbox.Deliver(Letters.With("new"));
        alice.Inbox.SetFlags(UidSet.Parse("2"), [Flag.Flagged]);
        alice.Inbox.Remove(UidSet.Parse("1"));
        await idling.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);

        Assert.Equal((0, true, 2), (gone, isFlagged, inbox.Count));

        // The last update ends it. They arrive in one batch or several.
        void Heard()
        {
            if (gone >= 0 && isFlagged && inbox.Count == 2)
            {
                done.Cancel();
            }
        }
    }
}
