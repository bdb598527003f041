namespace ImapAsync.Benchmarks;

/// <summary>Runs one work or a few, for optimising them: a line for each peer.</summary>
internal static class OneWork
{
    private const int WarmUpMs = 1500;

    /// <param name="names">The works, with commas between.</param>
    /// <param name="more">How many rounds; <c>--all</c> for every peer; <c>--sockets</c> and names, or <c>all</c>, for
    /// ways to use a socket.</param>
    public static async Task<int> RunAsync(string names, string[] more)
    {
        int rounds = more.Length > 0 && int.TryParse(more[0], out int given) ? given : 5;
        bool all = more.Contains("--all");
        int ways = Array.IndexOf(more, "--sockets");
        string? arrangements = ways < 0 ? null : more.ElementAtOrDefault(ways + 1) ?? "all";
        Peer[] peers = arrangements is null
            ? [.. (await PeerList.ProbeAsync()).Where(peer => all || peer.Name is PeerList.Raw or PeerList.Sdk)]
            : [.. (await PeerList.ArrangementsAsync()).Where(peer => IsNamed(peer, arrangements))];
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

    // "all", or names with commas between.
    private static bool IsNamed(Peer peer, string arrangements) =>
        arrangements == "all" || peer.Name == PeerList.Raw
        || arrangements.Split(',').Contains(peer.Name[(PeerList.Sdk.Length + 1)..]);

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
