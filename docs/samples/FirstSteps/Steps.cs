using ImapAsync;

namespace FirstSteps;

/// <summary>List, append, search, sort, thread, and stream bodies to files: one connection, one mailbox.</summary>
internal sealed class Steps(IImapClient client)
{
    private const string Mailbox = "First steps";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using IImapConnection imap = await client.ConnectAsync(cancellationToken);
        Console.WriteLine($"Connected: {imap.Tls}, {imap.ProtocolVersion}");

        await ListAsync(imap, cancellationToken);
        await AppendAsync(imap, cancellationToken);

        IImapMailbox mailbox = await imap.SelectAsync(Mailbox, cancellationToken);
        SearchResult hits = await SearchAsync(mailbox, cancellationToken);
        await SortAsync(mailbox, cancellationToken);
        await ThreadAsync(mailbox, cancellationToken);
        await SaveAsync(mailbox, hits.Uids, cancellationToken);
    }

    // All the STATUS commands are sent at once, and their answers come back in one round trip.
    private static async Task ListAsync(IImapConnection imap, CancellationToken cancellationToken)
    {
        IReadOnlyList<MailboxInfo> mailboxes = await imap.ListAsync("*", cancellationToken);
        MailboxStatus[] counts = await Task.WhenAll(
            from mailbox in mailboxes
            where mailbox.IsSelectable
            select imap.StatusAsync(mailbox.Name, StatusItems.Messages | StatusItems.Unseen, cancellationToken));
        foreach (MailboxStatus count in counts)
            Console.WriteLine($"  {count.Name}: {count.Messages} messages, {count.Unseen} unseen");

        if (!mailboxes.Any(mailbox => mailbox.Name == Mailbox))
            await imap.CreateMailboxAsync(Mailbox, cancellationToken);
    }

    private static async Task AppendAsync(IImapConnection imap, CancellationToken cancellationToken)
    {
        foreach (AppendMessage message in SampleMail.Messages)
        {
            AppendResult result = await imap.AppendAsync(Mailbox, message, cancellationToken);
            Console.WriteLine($"Appended as message {result.Uid}");
        }
    }

    private static async Task<SearchResult> SearchAsync(IImapMailbox mailbox, CancellationToken cancellationToken)
    {
        SearchResult hits =
            await mailbox.SearchAsync(SearchQuery.From("billing@") & !SearchQuery.Seen, cancellationToken);
        Console.WriteLine($"Unseen from billing@: {hits.Uids}");
        return hits;
    }

    private static async Task SortAsync(IImapMailbox mailbox, CancellationToken cancellationToken)
    {
        SortResult<Uid> sorted =
            await mailbox.SortAsync([SortKey.Subject, SortKey.Date.Reversed], SearchQuery.All, cancellationToken);
        Console.WriteLine($"By subject, the newest first: {string.Join(", ", sorted)}");
    }

    private static async Task ThreadAsync(IImapMailbox mailbox, CancellationToken cancellationToken)
    {
        ThreadResult<Uid> threads =
            await mailbox.ThreadAsync(ThreadAlgorithm.References, SearchQuery.All, cancellationToken);
        foreach (ThreadNode<Uid> thread in threads)
            Console.WriteLine($"Conversation: {thread}");
    }

    // A body goes from the socket to its file as it arrives, whatever its size; the STORE runs while the FETCH does.
    private static async Task SaveAsync(IImapMailbox mailbox, UidSet uids, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("first-steps-");
        await foreach (FetchedMessage message in mailbox.FetchAsync(
            uids, [FetchItem.Envelope, FetchItem.BodyStructure, FetchItem.Body()], cancellationToken))
        {
            string path = Path.Combine(folder.FullName, $"{message.Uid}.eml");
            await using (FileStream file = File.Create(path))
                await message.CopyBodyToAsync(file, cancellationToken);
            await mailbox.AddFlagsAsync(message.Uid, Flag.Seen, cancellationToken);
            Console.WriteLine(
                $"{path}: \"{message.Envelope.Subject}\" from {message.Envelope.From[0]}, attachments: "
                + $"{message.BodyStructure.Attachments.Count()}");
        }
    }
}
