namespace ImapAsync.Benchmarks;

/// <summary>One work or a few, for whoever works on them: a line for each peer.</summary>
internal static class OneWork
{
    private const int WarmUpMs = 1500;

    public static async Task<int> RunAsync(string names, int rounds, bool all)
    {
        Peer[] peers = [.. (await PeerList.ProbeAsync()).Where(peer => all || peer.Name is PeerList.Raw or PeerList.Sdk)];
        Work[] works = [.. names.Split(',').Select(WorkList.Get)];
        await using ReplayProcess server = await ReplayProcess.StartAsync();
        await using LiveServer? live = works.Any(LiveServer.Works.Contains) ? await LiveServer.StartAsync() : null;
        foreach (Work work in works)
        {
            if (!LiveServer.Works.Contains(work))
                Write(work, await Interleaved.RunAsync(work, peers, rounds, peer => server.RunAsync(peer, work, WarmUpMs)));
            else if (live is not null)
                Write(work, await live.RunAsync(work, peers, rounds, WarmUpMs));
        }

        return 0;
    }

    private static void Write(Work work, List<Figure> figures)
    {
        double raw = figures[0].Median.WallMs;
        Console.WriteLine($"{work.Name}: {work.Title}");
        foreach (Figure figure in figures)
        {
            Measurement median = figure.Median;
            Console.WriteLine($"  {figure.Peer.Title,-10} {median.WallMs,9:0.0} ms {median.WallMs / raw,7:0.00} x  cpu {median.CpuMs,7:0} ms  {figure.BytesEach,8:0} B/{work.Unit} ({median.Allocated / 1024:n0} K)  "
                + $"rss {median.PeakRss >> 20,4} M  flights {median.Flights}  check {median.Check}  extra {median.Extra:n0}");
        }
    }
}
