using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;

namespace ImapAsync.Benchmarks;

/// <summary>Commands through the whole library, over pipes in memory with the replay's answers at the other end.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private const int Commands = 100;
    private ImapConnection _imap = null!;
    private SelectedMailbox _mailbox = null!;

    /// <summary>Connects and selects.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        Pipe there = new(new PipeOptions(useSynchronizationContext: false));
        Pipe back = new(new PipeOptions(useSynchronizationContext: false));
        MemoryDuplex far = new(there.Reader.AsStream(), back.Writer.AsStream());
        new Thread(() => new ReplaySession(far, new RecordingShelf(), new FlightCounter()).Run()) { IsBackground = true }.Start();
        _imap = await ImapConnection.ConnectAsync(ImapTransport.FromPipe(new Near(back.Reader, there.Writer)), new ImapConnectionOptions { AllowPlaintext = true });
        await _imap.LoginAsync("user", "secret");
        _mailbox = await _imap.SelectAsync("summary-100");
    }

    /// <summary>Logs out.</summary>
    [GlobalCleanup]
    public async Task CleanupAsync() => await _imap.DisposeAsync();

    /// <summary>A hundred NOOPs together.</summary>
    [Benchmark(OperationsPerInvoke = Commands)]
    public Task NoopsAsync() => Task.WhenAll(Enumerable.Range(0, Commands).Select(_ => _imap.NoopAsync()));

    /// <summary>A FETCH of a hundred messages.</summary>
    [Benchmark(OperationsPerInvoke = Commands)]
    public async Task<long> FetchAsync() => (await SdkSummaries.PassAsync(_mailbox, "1:*", SdkSummaries.Items, SdkSummaries.ReadFields)).Check;

    private sealed record Near(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
