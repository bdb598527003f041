namespace ImapAsync.Benchmarks;

/// <summary>W8: what a connection costs that only listens. Allocated is the managed heap of all, Extra the resident size of all.</summary>
internal static class SdkIdle
{
    public static async Task<Measurement> RunAsync(ClientSettings settings)
    {
        List<ImapConnection> connections = [];
        await OpenAsync(settings, int.Parse(settings.WarmUp), connections);
        (long heap, long rss) = Sizes();
        await OpenAsync(settings, int.Parse(settings.Set), connections);
        (long heapAfter, long rssAfter) = Sizes();
        foreach (ImapConnection connection in connections)
            await connection.DisposeAsync();
        return new Measurement(0, 0, heapAfter - heap, MeasuredRun.StatusOf("VmHWM:"), connections.Count - int.Parse(settings.WarmUp), rssAfter - rss);
    }

    private static async Task OpenAsync(ClientSettings settings, int count, List<ImapConnection> connections)
    {
        // One for all, as in an account.
        ImapConnectionOptions options = SdkClient.OptionsFor(settings);
        for (int i = 0; i < count; i++)
        {
            ImapConnection imap = await SdkClient.ConnectAsync(settings, options);
            connections.Add(imap);
            await imap.LoginAsync(settings.User, settings.Password);
            SelectedMailbox mailbox = await imap.SelectAsync(settings.Mailbox);
            _ = ListenAsync(mailbox);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
    }

    private static async Task ListenAsync(SelectedMailbox mailbox)
    {
        try
        {
            await foreach (MailboxEvent news in mailbox.IdleAsync())
                Console.Error.WriteLine($"{news} was not expected");
        }
        catch (ImapConnectionException)
        {
            // The connection was closed: the measurement is over.
        }
    }

    private static (long Heap, long Rss) Sizes()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (GC.GetTotalMemory(forceFullCollection: true), MeasuredRun.StatusOf("VmRSS:"));
    }
}
