namespace ImapAsync.Benchmarks;

/// <summary>All the peers: this library and the raw drain first.</summary>
internal static class PeerList
{
    public const string Raw = "raw";
    public const string Sdk = "sdk";

    /// <summary>The raw drain and this library over each way to use a socket.</summary>
    public static async Task<Peer[]> ArrangementsAsync()
    {
        IEnumerable<Peer> ways = Arrangement.All.Select(
            one => new DotNetPeer($"{Sdk}-{one.Name}", one.Title, one.Does, typeof(ImapConnection).Assembly));
        Peer[] peers = [Drain(), .. ways];
        foreach (Peer peer in peers)
            await peer.ProbeAsync();
        return peers;
    }

    public static Arrangement? FindArrangement(string peer) =>
        Array.Find(Arrangement.All, one => peer == $"{Sdk}-{one.Name}");

    public static async Task<Peer[]> ProbeAsync()
    {
        Peer[] peers =
        [
            Drain(),
            new DotNetPeer(Sdk, "ImapAsync", static _ => true, typeof(ImapConnection).Assembly),
            new ImaplibPeer(), new ImapflowPeer(), new CurlPeer(), new MbsyncPeer(),
            new DotNetPeer("mailkit", "MailKit", MailKitPeer.Does, MailKitPeer.Library),
        ];
        foreach (Peer peer in peers)
            await peer.ProbeAsync();
        return peers;
    }

    private static DotNetPeer Drain() =>
        new(Raw, "raw drain", static work => work.Kind != "W8", typeof(object).Assembly);
}
