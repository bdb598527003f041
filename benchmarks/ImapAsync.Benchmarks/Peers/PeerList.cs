namespace ImapAsync.Benchmarks;

/// <summary>All the peers: this library and the raw drain first.</summary>
internal static class PeerList
{
    public const string Raw = "raw";
    public const string Sdk = "sdk";

    public static async Task<Peer[]> ProbeAsync()
    {
        Peer[] peers =
        [
            new DotNetPeer(Raw, "raw drain", static work => work.Kind != "W8", typeof(object).Assembly),
            new DotNetPeer(Sdk, "ImapAsync", static _ => true, typeof(ImapConnection).Assembly),
            new ImaplibPeer(), new ImapflowPeer(), new CurlPeer(), new MbsyncPeer(),
            new DotNetPeer("mailkit", "MailKit", MailKitPeer.Does, MailKitPeer.Library),
        ];
        foreach (Peer peer in peers)
            await peer.ProbeAsync();
        return peers;
    }
}
