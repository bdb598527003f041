namespace ImapAsync.Benchmarks;

/// <summary>Runs a work with each peer in turn, repeatedly, so that other load on the machine affects all of them.</summary>
internal static class Interleaved
{
    public static async Task<List<Figure>> RunAsync(Work work, IReadOnlyList<Peer> peers, int rounds, Func<Peer, Task<Measurement>> run)
    {
        Peer[] able = [.. peers.Where(peer => peer.Version is not null && peer.Does(work))];
        Dictionary<Peer, List<Measurement>> runs = able.ToDictionary(peer => peer, _ => new List<Measurement>());
        for (int round = 0; round < rounds; round++)
        {
            foreach (Peer peer in able)
            {
                try
                {
                    runs[peer].Add(await run(peer));
                }
                catch (InvalidOperationException failure) when (peer.Name is not (PeerList.Raw or PeerList.Sdk))
                {
                    await Console.Error.WriteLineAsync($"{peer.Title} fails in {work.Name}: {failure.Message}");
                }
            }
        }

        return [.. able.Where(peer => runs[peer].Count > 0).Select(peer => Figure.Of(work, peer, runs[peer]))];
    }
}
