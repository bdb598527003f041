#if MAILKIT
using MailKit;
using MailKit.Security;
#endif
using System.Reflection;

namespace ImapAsync.Benchmarks;

/// <summary>The works done with MailKit, if the program was built with it (<c>-p:WithMailKit=true</c>).</summary>
internal static class MailKitPeer
{
    private static readonly string[] Works = ["W1a", "W1b", "W1c", "W2", "W3", "W4", "W5s", "W10e"];

    public static bool Does(Work work) => Works.Contains(work.Name);

#if MAILKIT
    public static Assembly? Library => typeof(MailKit.Net.Imap.ImapClient).Assembly;

    public static async Task<Measurement> RunAsync(ClientSettings settings)
    {
        using var client = new MailKit.Net.Imap.ImapClient();
        await client.ConnectAsync(settings.Host, settings.Port, SecureSocketOptions.None);
        await client.AuthenticateAsync(settings.User, settings.Password);
        IMailFolder folder = await client.GetFolderAsync(settings.Mailbox);
        await folder.OpenAsync(FolderAccess.ReadWrite);
        return await MeasuredRun.OfAsync(settings, () => RunAsync(client, folder, settings.Work.Kind, settings.WarmUp), () => RunAsync(client, folder, settings.Work.Kind, settings.Set));
    }

    private static async Task<WorkResult> RunAsync(MailKit.Net.Imap.ImapClient client, IMailFolder folder, string kind, string set)
    {
        switch (kind)
        {
            case "W1a" or "W1b" or "W1c":
                IList<IMessageSummary> summaries = await folder.FetchAsync(Uids(folder, set), MessageSummaryItems.Full | MessageSummaryItems.UniqueId | MessageSummaryItems.BodyStructure);
                return new WorkResult(summaries.Count, summaries);
            case "W2":
                IList<IMessageSummary> flags = await folder.FetchAsync(Uids(folder, set), MessageSummaryItems.Flags);
                return new WorkResult(flags.Count, flags);
            case "W10e":
                // It uses ESEARCH if the server has it.
                IList<UniqueId> hits = await folder.SearchAsync(MailKit.Search.SearchQuery.All);
                return new WorkResult(hits.Count, hits);
            case "W5s":
                return new WorkResult(await SendAsync(client, folder, Uids(folder, set)));
            default:
                long octets = 0;
                foreach (UniqueId uid in Uids(folder, set))
                {
                    using Stream body = await folder.GetStreamAsync(uid, "");
                    octets += body.Length;
                }

                return new WorkResult(octets);
        }
    }

    private static async Task<long> SendAsync(MailKit.Net.Imap.ImapClient client, IMailFolder folder, UniqueIdRange uids)
    {
        IMailFolder other = await client.GetFolderAsync("Box");
        foreach (UniqueId uid in uids)
        {
            await ((uid.Id % 3) switch
            {
                0 => folder.AddFlagsAsync(uid, MessageFlags.Seen, silent: true),
                1 => client.NoOpAsync(),
                _ => other.StatusAsync(MailKit.StatusItems.Count | MailKit.StatusItems.UidNext | MailKit.StatusItems.UidValidity | MailKit.StatusItems.Unread),
            });
        }

        return uids.Count;
    }

    // The recorded messages have the UIDs from 1 on.
    private static UniqueIdRange Uids(IMailFolder folder, string set)
    {
        uint[] ends = [.. set.Split(':').Select(end => end == "*" ? (uint)folder.Count : uint.Parse(end))];
        return new UniqueIdRange(new UniqueId(ends[0]), new UniqueId(ends[^1]));
    }
#else
    public static Assembly? Library => null;

    public static Task<Measurement> RunAsync(ClientSettings settings) =>
        throw new NotSupportedException($"{settings.Work.Name} with MailKit: build with -p:WithMailKit=true, where a registry carries it.");
#endif
}
