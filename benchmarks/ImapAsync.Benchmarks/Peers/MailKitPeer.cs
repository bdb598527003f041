#if MAILKIT
using MailKit;
using MailKit.Security;
#endif
using System.Reflection;

namespace ImapAsync.Benchmarks;

/// <summary>The works done with MailKit, where the program was built with it (<c>-p:WithMailKit=true</c>).</summary>
internal static class MailKitPeer
{
    private static readonly string[] Works = ["W1a", "W1b", "W1c", "W2", "W3", "W4", "W5s", "W10c"];

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
                IList<IMessageSummary> summaries = await folder.FetchAsync(Range(set), MessageSummaryItems.Full | MessageSummaryItems.UniqueId | MessageSummaryItems.BodyStructure);
                return new WorkResult(summaries.Count, summaries);
            case "W2":
                IList<IMessageSummary> flags = await folder.FetchAsync(Range(set), MessageSummaryItems.Flags);
                return new WorkResult(flags.Count, flags);
            case "W10c":
                IList<UniqueId> hits = await folder.SearchAsync(MailKit.Search.SearchQuery.All);
                return new WorkResult(hits.Count, hits);
            case "W5s":
                foreach (UniqueId uid in Range(set))
                    await client.NoOpAsync();
                return new WorkResult(1);
            default:
                long octets = 0;
                foreach (UniqueId uid in Range(set))
                {
                    using Stream body = await folder.GetStreamAsync(uid, "");
                    octets += body.Length;
                }

                return new WorkResult(octets);
        }
    }

    private static UniqueIdRange Range(string set) => UniqueIdRange.Parse(set);
#else
    public static Assembly? Library => null;

    public static Task<Measurement> RunAsync(ClientSettings settings) =>
        throw new NotSupportedException($"{settings.Work.Name} with MailKit: build with -p:WithMailKit=true, where a registry carries it.");
#endif
}
