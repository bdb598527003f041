namespace ImapAsync.Benchmarks;

/// <summary>W9: from connect to the first envelope; what follows is not measured.</summary>
internal static class SdkFirstEnvelope
{
    public static async Task<Measurement> RunAsync(ClientSettings settings)
    {
        List<ImapConnection> connections = [];
        Measurement measured = await MeasuredRun.OfAsync(settings, () => ReachAsync(settings, connections), () => ReachAsync(settings, connections));
        foreach (ImapConnection connection in connections)
            await connection.DisposeAsync();
        return measured;
    }

    private static async Task<WorkResult> ReachAsync(ClientSettings settings, List<ImapConnection> connections)
    {
        ImapConnection imap = await SdkClient.ConnectAsync(settings);
        connections.Add(imap);
        await imap.LoginAsync(settings.User, settings.Password);
        // SELECT and FETCH are sent together.
        SelectedMailbox mailbox = imap.BeginSelect(new SelectCommand(settings.Mailbox));
        await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(UidSet.Parse(settings.Set), FetchItems.Envelope)))
            return new WorkResult(message.Envelope.Subject.Length);
        return default;
    }
}
