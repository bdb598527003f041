namespace ImapAsync.Benchmarks;

/// <summary>W9: from connect to the first envelope.</summary>
internal static class SdkFirstEnvelope
{
    public static async Task<WorkResult> RunAsync(ClientSettings settings)
    {
        await using ImapConnection imap = await SdkClient.ConnectAsync(settings);
        await imap.LoginAsync(settings.User, settings.Password);
        SelectedMailbox mailbox = await imap.SelectAsync(settings.Mailbox);
        await foreach (FetchedMessage message in mailbox.FetchAsync(UidSet.Parse(settings.Set), FetchItems.Envelope))
            return new WorkResult(message.Envelope.Subject.Length);
        return default;
    }
}
