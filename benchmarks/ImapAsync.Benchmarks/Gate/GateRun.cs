using System.Diagnostics;

namespace ImapAsync.Benchmarks;

/// <summary>The short form: every goal that can be judged in under a minute, one line per figure.</summary>
internal static class GateRun
{
    // The best of several measurements in one process: occasionally a pool is emptied during one, or another process interferes.
    private const int Rounds = 5;

    // Judged only by allocations, flights and resident sizes, which do not depend on the machine.
    private static readonly string[] Counted = ["W1a", "W1b", "W1c", "W2", "W3", "W3p", "W4", "W5s", "W5t", "W6p", "W7", "W9", "W10c", "W10e", "W1b-tls"];

    // Also judged by time, or by momentary resident sizes.
    private static readonly string[] Timed = ["W1a", "W1b", "W1c", "W3", "W5s", "W5t-20ms", "W6p", "W8", "W10c"];

    /// <param name="withTimes">Whether times are judged too, as ratios to the raw drain within this run.</param>
    public static async Task<int> RunAsync(bool withTimes)
    {
        long start = Stopwatch.GetTimestamp();
        Peer[] peers = [.. (await PeerList.ProbeAsync()).Where(peer => peer.Name is PeerList.Raw or PeerList.Sdk)];
        await using ReplayProcess server = await ReplayProcess.StartAsync();
        int failed = 0;
        foreach (Goal goal in Goal.All.Where(goal => Counted.Contains(goal.Work) || (withTimes && Timed.Contains(goal.Work))))
        {
            bool timed = withTimes && Timed.Contains(goal.Work);
            Work work = WorkList.Get(goal.Work);
            List<Figure> figures = await Interleaved.RunAsync(work, timed && goal.Ratio is not null ? peers : [peers[1]], rounds: 1, peer => server.RunAsync(peer, work, timed ? 800 : 300, Rounds));
            foreach (Verdict verdict in goal.Judge(figures[^1], figures.Count > 1 ? figures[0] : null, timed))
            {
                Console.WriteLine(verdict);
                failed += verdict.Holds ? 0 : 1;
            }
        }

        Console.WriteLine($"{failed} failed, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return failed == 0 ? 0 : 1;
    }
}
