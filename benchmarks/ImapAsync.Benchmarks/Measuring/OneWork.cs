namespace ImapAsync.Benchmarks;

/// <summary>One work or a few, for whoever works on them: a line for each peer.</summary>
internal static class OneWork
{
    public static async Task<int> RunAsync(string names, int rounds, bool all)
    {
        Peer[] peers = await PeerList.ProbeAsync();
        await using ReplayProcess server = await ReplayProcess.StartAsync();
        foreach (string name in names.Split(','))
        {
            Work work = WorkList.Get(name);
            List<Figure> figures = await Interleaved.RunAsync(work, [.. peers.Where(peer => all || peer.Name is PeerList.Raw or PeerList.Sdk)], rounds, peer => server.RunAsync(peer, work, warmUpMs: 3000));
            double raw = figures[0].Median.WallMs;
            Console.WriteLine($"{work.Name}: {work.Title}");
            foreach (Figure figure in figures)
            {
                Measurement median = figure.Median;
                Console.WriteLine($"  {figure.Peer.Title,-10} {median.WallMs,9:0.0} ms {median.WallMs / raw,7:0.00} x  cpu {median.CpuMs,7:0} ms  {figure.BytesEach,8:0} B/{work.Unit} ({median.Allocated / 1024:n0} K)  "
                    + $"rss {median.PeakRss >> 20,4} M  flights {median.Flights}  check {median.Check}  extra {median.Extra:n0}");
            }
        }

        return 0;
    }
}
