using System.Diagnostics;
using System.Threading.Channels;

namespace ImapAsync.Benchmarks;

/// <summary>The replay server as a process of its own, from here.</summary>
internal sealed class ReplayProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly int[] _ports;
    private readonly Channel<int> _flights = Channel.CreateUnbounded<int>();

    private ReplayProcess(Process process, int[] ports)
    {
        _process = process;
        _ports = ports;
        _ = ReadFlightsAsync();
    }

    private static string Certificate { get; } = Path.Combine(Path.GetTempPath(), $"imapasync-replay-{Environment.ProcessId}.pem");

    public static async Task<ReplayProcess> StartAsync()
    {
        ProcessStartInfo start = new(DotNetPeer.Program, ["replay", Certificate]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        string ports = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The replay server did not start.");
        return new ReplayProcess(process, [.. ports.Split(' ').Select(int.Parse)]);
    }

    /// <summary>What a peer has to know.</summary>
    public ClientSettings SettingsFor(Work work, int warmUpMs, int rounds = 1) =>
        new(work, "127.0.0.1", _ports[(work.IsTls ? 2 : 0) + (work.IsDelayed ? 1 : 0)], Certificate, "user", "secret", work.Mailbox, work.Set, work.WarmUp, Math.Min(warmUpMs, work.LongestWarmUpMs), rounds);

    /// <summary>Runs a work, and counts the flights of its last connection.</summary>
    public async Task<Measurement> RunAsync(Peer peer, Work work, int warmUpMs, int rounds = 1)
    {
        while (_flights.Reader.TryRead(out _))
        {
            // Those of earlier runs.
        }

        Measurement measured = await peer.RunAsync(SettingsFor(work, warmUpMs, rounds));
        int flights = await ReadFlightsOfAsync();
        while (work.Kind == "W9" && _flights.Reader.TryRead(out int later))
            flights = later;
        return measured with { Flights = flights };
    }

    // The server reports that it has seen the connection's end; a client that is killed may leave it none to see.
    private async Task<int> ReadFlightsOfAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(2), TimeProvider.System);
        try
        {
            return await _flights.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(Certificate);
    }

    private async Task ReadFlightsAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            _flights.Writer.TryWrite(int.Parse(line.Split(' ')[1]));
    }
}
