using System.Diagnostics;

namespace ImapAsync.Benchmarks;

/// <summary>W13: from the start of a process to its first envelope, over TLS.</summary>
internal static class StartRun
{
    private static readonly Work Work = new("W13", "", "summary-10", "1", "1", 1);

    /// <summary>Runs each program in turn, repeatedly; the first run, which fills the disk cache, is not counted.</summary>
    public static async Task<IReadOnlyList<(StartProgram Program, Measurement Median)>> AllAsync(int rounds)
    {
        StartProgram[] programs = await StartProgram.AllAsync();
        List<Measurement>[] runs = [.. programs.Select(static _ => new List<Measurement>())];
        await using ReplayProcess server = await ReplayProcess.StartAsync();
        ClientSettings settings = server.SettingsFor(Work, warmUpMs: 0);
        for (int round = 0; round <= rounds; round++)
        {
            for (int i = 0; i < programs.Length; i++)
            {
                Measurement run = await OnceAsync(programs[i], settings);
                if (round > 0)
                    runs[i].Add(run);
            }
        }

        return [.. programs.Zip(runs, static (program, runs) => (program, Measurement.MedianOf(runs)))];
    }

    private static async Task<Measurement> OnceAsync(StartProgram program, ClientSettings to)
    {
        string[] server = [to.Host, $"{to.Port}", to.Certificate, to.User, to.Password, to.Mailbox];
        ProcessStartInfo start = new(program.File, [.. program.Arguments, .. server])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (!program.HasSystemRoots)
            start.Environment["SSL_CERT_DIR"] = start.Environment["SSL_CERT_FILE"] = to.Certificate;
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string? subject = await process.StandardOutput.ReadLineAsync();
        TimeSpan wall = Stopwatch.GetElapsedTime(began);
        if (subject is null)
            throw new InvalidOperationException($"{program.Title} has read no envelope.");
        // It waits for the end of its input.
        double cpu = process.TotalProcessorTime.TotalMilliseconds;
        long peak = MeasuredRun.StatusOf("VmHWM:", process.Id);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Measurement(wall.TotalMilliseconds, cpu, Allocated: -1, peak, Check: 1);
    }
}
