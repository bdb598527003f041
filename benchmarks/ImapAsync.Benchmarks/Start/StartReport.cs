using System.Globalization;
using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>The results of W13, as a section of docs/benchmarks.md.</summary>
internal static class StartReport
{
    private const double GoalMs = 60;
    private const double GoalRatio = 0.25;

    public static async Task<int> PrintAsync(int rounds)
    {
        IReadOnlyList<(StartProgram, Measurement)> figures = await StartRun.AllAsync(rounds);
        Console.WriteLine(Write(figures));
        return Judge(figures).All(static verdict => verdict.Holds) ? 0 : 1;
    }

    public static string Write(IReadOnlyList<(StartProgram Program, Measurement Median)> figures)
    {
        StringBuilder text = new($"""

            ## Start of a process

            **W13** from the start of a process to the first envelope: TLS on loopback, login, SELECT, FETCH; on disk without the runtime, where it is shared. Load at the end {MarkdownReport.Load()}.

            | | wall ms | CPU ms | peak RSS MB | on disk MB |
            |---|---:|---:|---:|---:|

            """);
        foreach ((StartProgram program, Measurement median) in figures)
        {
            string size = program.Size == 0 ? "" : Number(program.Size / 1048576.0);
            text.Append($"| {program.Title} | {Number(median.WallMs)} | {Number(median.CpuMs)} | {Number(median.PeakRss / 1048576.0)} | {size} |\n");
        }

        text.Append('\n');
        foreach (Verdict verdict in Judge(figures))
            text.Append($"* {verdict.What}: {verdict.Reached:0.##}, goal {verdict.Goal:0.##}: {(verdict.Holds ? "holds" : "**missed**")}.\n");
        return text.ToString();
    }

    private static IEnumerable<Verdict> Judge(IReadOnlyList<(StartProgram Program, Measurement Median)> figures)
    {
        double? aot = figures.FirstOrDefault(static figure => figure.Program.Title == StartProgram.Aot).Median?.WallMs;
        double? jit = figures.FirstOrDefault(static figure => figure.Program.Title == StartProgram.Jit).Median?.WallMs;
        yield return new Verdict("W13", "milliseconds, compiled ahead of time", aot ?? double.NaN, GoalMs);
        yield return new Verdict("W13", "beside the JIT's", aot / jit ?? double.NaN, GoalRatio);
    }

    private static string Number(double value) => value.ToString(value >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture);
}
