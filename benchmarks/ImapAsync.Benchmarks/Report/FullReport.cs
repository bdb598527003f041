using System.Diagnostics;

namespace ImapAsync.Benchmarks;

/// <summary>All works with all peers: the table on the screen and in docs/benchmarks.md, with its charts.</summary>
internal static class FullReport
{
    private const int WarmUpMs = 1500;
    private const int GrowthRounds = 3;

    public static async Task<int> RunAsync(int rounds, IReadOnlyList<string> only)
    {
        long start = Stopwatch.GetTimestamp();
        Peer[] peers = await PeerList.ProbeAsync();
        List<Figure> figures = [];
        string processes = only.Count == 0 || only.Contains("W13") ? StartReport.Write(await StartRun.AllAsync(rounds)) : "";
        // Written after each work, so that nothing is lost if a later one fails.
        await using (ReplayProcess server = await ReplayProcess.StartAsync())
        {
            foreach (Work work in WorkList.All.Where(work => IsWanted(work, only)))
            {
                Add(figures, await Interleaved.RunAsync(work, PeersFor(work, peers), work.IsGrowth ? GrowthRounds : rounds, peer => server.RunAsync(peer, work, WarmUpMs)));
                await WriteAsync(new MarkdownReport(figures, peers, rounds, "they were not reached", processes, Stopwatch.GetElapsedTime(start)), figures);
            }
        }

        string? live = await RunLiveAsync(peers, rounds, figures, only);
        await WriteAsync(new MarkdownReport(figures, peers, rounds, live, processes, Stopwatch.GetElapsedTime(start)), figures);
        return 0;
    }

    private static async Task WriteAsync(MarkdownReport report, List<Figure> figures)
    {
        string folder = Path.Combine(RepositoryFolder.Path, "docs");
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.md"), await report.WriteAsync());
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.svg"), RatioChart.Draw(figures));
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks-growth.svg"), GrowthChart.Draw(figures));
    }

    private static bool IsWanted(Work work, IReadOnlyList<string> only) => only.Count == 0 || only.Contains(work.Name);

    private static Peer[] PeersFor(Work work, Peer[] peers) => work.IsGrowth ? [.. peers.Where(peer => peer.Name is PeerList.Raw or PeerList.Sdk)] : peers;

    // Returns why it was left out.
    private static async Task<string?> RunLiveAsync(Peer[] peers, int rounds, List<Figure> figures, IReadOnlyList<string> only)
    {
        if (only.Count > 0 && !LiveServer.Works.Any(work => only.Contains(work.Name)))
            return "not asked for";
        await using LiveServer? server = await LiveServer.StartAsync();
        if (server is null)
            return "no Dovecot: see tests/servers/README.md";
        foreach (Work work in LiveServer.Works)
            Add(figures, await server.RunAsync(work, peers, rounds, WarmUpMs));

        return null;
    }

    private static void Add(List<Figure> figures, List<Figure> more)
    {
        figures.AddRange(more);
        foreach (Figure figure in more)
            Console.WriteLine($"{figure.Work.Name,-14} {figure.Peer.Title,-10} {figure.Median.WallMs,10:0.0} ms  {figure.Median.CpuMs,8:0} ms CPU  {figure.BytesEach,8:0} B/{figure.Work.Unit}  {figure.Median.PeakRss >> 20,5} MB");
    }
}
