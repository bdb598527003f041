using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>Writes docs/benchmarks.md.</summary>
internal sealed class MarkdownReport(IReadOnlyList<Figure> figures, IReadOnlyList<Peer> peers, int rounds, string? withoutLive, string start, TimeSpan duration)
{
    private readonly StringBuilder _text = new();

    public async Task<string> WriteAsync()
    {
        WriteHead();
        WriteGoals();
        WriteTable();
        WriteGrowth();
        _text.Append(start);
        string notes = Path.Combine(RepositoryFolder.Path, "benchmarks", "notes.md");
        if (File.Exists(notes))
            _text.Append('\n').Append(await File.ReadAllTextAsync(notes));
        return _text.ToString();
    }

    private void WriteHead()
    {
        _text.Append($"""
            # Benchmarks

            Written by the program in `benchmarks/ImapAsync.Benchmarks`, which measures this library beside a raw drain (the same command octets, the answer read into a buffer of
            64 KiB and thrown away: the limit) and beside what people use. All do the same work on the same octets in the same run, in turn; each run is a fresh process that warms
            up first, as long as the runtime compiles better versions of its code; the figures are medians of {rounds}. The runtime's settings are its defaults but for
            `ConcurrentGarbageCollection`, which is off for all peers in .NET, the raw drain too, as a program sets it that does one work. To run it again:

            ```
            dotnet run -c Release --project benchmarks/ImapAsync.Benchmarks                  # everything: this file and its charts
            dotnet run -c Release --project benchmarks/ImapAsync.Benchmarks -- gate          # the goals, one line a figure; exit code 1 where one is missed
            dotnet run -c Release --project benchmarks/ImapAsync.Benchmarks -- gate --counts # the same without times: what does not depend on the machine
            dotnet run -c Release --project benchmarks/ImapAsync.Benchmarks -- work W1a,W3   # some works, with --all beside every peer
            dotnet run -c Release --project benchmarks/ImapAsync.Benchmarks -- work W1a,W3 5 --sockets all  # some works over each way through a socket, in turn
            dotnet run -c Release --project benchmarks/ImapAsync.Benchmarks -- start         # W13: from the start of a process to the first envelope
            dotnet run -c Release --project benchmarks/ImapAsync.Benchmarks -- micro         # parts of the library, by BenchmarkDotNet
            ```

            {Machine()}

            ![Times as multiples of the raw drain](benchmarks.svg)


            """);
    }

    private string Machine()
    {
        IEnumerable<string> there = peers.Where(peer => peer.Version is not null && peer.Name != PeerList.Raw).Select(peer => peer.Version!);
        string[] missing = [.. peers.Where(peer => peer.Version is null).Select(peer => $"{peer.Title} ({peer.Missing})")];
        string left = missing.Length == 0 ? "" : $" Left out: {string.Join(", ", missing)}.";
        string live = withoutLive is null ? "" : $" Without the works against a live server: {withoutLive}.";
        return $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores ({Processor()}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}. "
            + $"{string.Join(", ", there)}.{left}{live} The run took {duration.TotalMinutes:0} minutes; load at its end {Load()}.";
    }

    private static string Processor() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
        : RuntimeInformation.ProcessArchitecture.ToString();

    public static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private void WriteGoals()
    {
        _text.Append("## Goals\n");
        WriteGoals(Goal.All);
        _text.Append("\nGoals for what comes next; those that were reached are held from now on:\n");
        WriteGoals(Goal.Next);
    }

    private void WriteGoals(Goal[] goals)
    {
        _text.Append("\n| work | figure | reached | goal | |\n|---|---|---:|---:|---|\n");
        foreach (Goal goal in goals)
        {
            if (Find(goal.Work, PeerList.Sdk) is not { } sdk)
                continue;
            foreach (Verdict verdict in goal.Judge(sdk, Find(goal.Work, PeerList.Raw), withTimes: true))
                _text.Append($"| {verdict.Work} | {verdict.What} | {Number(verdict.Reached)} | {Number(verdict.Goal)} | {(verdict.Holds ? "holds" : "**missed**")} |\n");
        }
    }

    private void WriteTable()
    {
        _text.Append("\n## Figures\n\nWall clock and user plus system time of the client; × is the wall clock as a multiple of the raw drain's; bytes are what the runtime allocated. ");
        _text.Append("curl and mbsync are measured with their start and login.\n");
        foreach (IGrouping<Work, Figure> group in figures.Where(figure => !figure.Work.IsGrowth).GroupBy(figure => figure.Work))
        {
            _text.Append($"\n**{group.Key.Name}** {group.Key.Title}\n\n| | wall ms | × raw | CPU ms | peak RSS MB | allocated KB | bytes each | beside ImapAsync |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
            foreach (Figure figure in group)
                WriteRow(figure);
        }
    }

    private void WriteRow(Figure figure)
    {
        Measurement median = figure.Median;
        double? raw = Find(figure.Work.Name, PeerList.Raw)?.Median.WallMs;
        double? sdk = Find(figure.Work.Name, PeerList.Sdk)?.Median.WallMs;
        string allocated = median.Allocated < 0 ? " | " : $"{Number(median.Allocated / 1024.0)} | {Number(figure.BytesEach)}";
        string rss = median.PeakRss == 0 ? "" : Number(median.PeakRss / 1048576.0);
        _text.Append($"| {figure.Peer.Title} | {Number(median.WallMs)} | {Ratio(median.WallMs, raw)} | {Number(median.CpuMs)} | {rss} | {allocated} | {Ratio(median.WallMs, sdk)} |\n");
        if (figure.Work.Kind == "W8")
            _text.Append($"| resident a connection | {Number(median.Extra / median.Check / 1024)} KB | | | | | | |\n");
    }

    private void WriteGrowth()
    {
        _text.Append("\n## How cost grows\n\n![Time and peak memory against the number of messages](benchmarks-growth.svg)\n\n");
        _text.Append("| work | messages | kept | wall ms | µs a message | peak RSS MB |\n|---|---:|---|---:|---:|---:|\n");
        foreach (Figure figure in figures.Where(figure => figure.Work.IsGrowth && figure.Peer.Name == PeerList.Sdk))
        {
            string kept = figure.Work.Kind.EndsWith('n') ? "no" : "yes";
            _text.Append($"| {figure.Work.Kind[..2]} | {figure.Work.Count} | {kept} | {Number(figure.Median.WallMs)} | {Number(figure.Median.WallMs * 1000 / figure.Work.Count)} | {Number(figure.Median.PeakRss / 1048576.0)} |\n");
        }
    }

    private Figure? Find(string work, string peer) => figures.FirstOrDefault(figure => figure.Work.Name == work && figure.Peer.Name == peer);

    private static string Ratio(double value, double? to) => to is > 0 ? (value / to.Value).ToString("0.00", CultureInfo.InvariantCulture) : "";

    private static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
