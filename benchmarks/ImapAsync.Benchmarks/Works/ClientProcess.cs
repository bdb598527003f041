namespace ImapAsync.Benchmarks;

/// <summary>The process of a peer that is written in C#: does one work, and prints one line of JSON.</summary>
internal static class ClientProcess
{
    public static async Task<int> RunAsync(string peer, ClientSettings settings)
    {
        using AllocationWatch? watch = Environment.GetEnvironmentVariable("IMAPASYNC_ALLOCATIONS") is null ? null : new AllocationWatch();
        Measurement measured = peer switch
        {
            PeerList.Sdk => await SdkClient.RunAsync(settings),
            _ when PeerList.FindArrangement(peer) is { } way =>
                await SdkClient.RunAsync(settings with { Transport = way.OptionsFor(settings.Host, settings.Port) }),
            "raw" => await RawClient.RunAsync(settings),
            "mailkit" => await MailKitPeer.RunAsync(settings),
            _ => throw new ArgumentException($"There is no peer {peer} in this program.", nameof(peer)),
        };
        if (watch is not null)
            await File.AppendAllTextAsync(Environment.GetEnvironmentVariable("IMAPASYNC_ALLOCATIONS")!, watch.Describe() + "\n");
        Console.WriteLine(measured.ToJson());
        return 0;
    }
}
