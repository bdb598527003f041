using System.Diagnostics;
using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>
/// Mutated responses: they may result only in <see cref="ImapProtocolException"/> or a contained malformed value, in bounded memory, and what is framed is what was sent.
/// </summary>
/// <remarks>
/// The long form: <c>IMAPASYNC_FUZZ=50000000 dotnet test tests/ImapAsync.Tests -c Release --filter FullyQualifiedName~MutationTests --logger "console;verbosity=detailed"</c>; it prints its seed,
/// which <c>IMAPASYNC_FUZZ_SEED</c> sets.
/// </remarks>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const long Count = 2_000_000;
    private const long Batch = 100_000;

    // A response that takes this long is one that never ends.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Mutated_responses_are_contained()
    {
        long count = Setting("IMAPASYNC_FUZZ") ?? Count;
        bool isLong = count > Count;
        int seed = (int?)Setting("IMAPASYNC_FUZZ_SEED") ?? (isLong ? Environment.TickCount : Seed);
        output.WriteLine($"{count} mutated responses, seed {seed}");
        Stopwatch watch = Stopwatch.StartNew();
        (long framed, long malformed, long broken) = (0, 0, 0);
        long next = -1;

        await Task.WhenAll(Enumerable.Range(0, isLong ? Environment.ProcessorCount : 1).Select(_ => Task.Run(async () =>
        {
            for (long batch = Interlocked.Increment(ref next); batch * Batch < count; batch = Interlocked.Increment(ref next))
            {
                FuzzRun run = new(unchecked(seed + (int)batch));
                await Task.Factory.StartNew(() => run.Run(Math.Min(Batch, count - (batch * Batch))), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(Hang);
                Interlocked.Add(ref framed, run.Counts.Framed);
                Interlocked.Add(ref malformed, run.Counts.Malformed);
                Interlocked.Add(ref broken, run.Counts.Broken);
            }
        })));

        output.WriteLine($"{framed} framed, {malformed} of them malformed, {broken} inputs with a literal over the limit; {watch.Elapsed.TotalSeconds:0} s");
        Assert.InRange(malformed, count / 50, framed);
        Assert.InRange(framed, count, long.MaxValue);
    }

    // Streamed literals and the loops themselves: whatever comes, the command ends.
    [Fact]
    public async Task Mutated_responses_end_their_command_and_nothing_else_throws()
    {
        ResponseMutator mutator = new(Seed);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] octets = mutator.Next();
            CorpusProbe probe = mutator.Source.Probe;
            Exception? exception = probe switch
            {
                { IsGreeting: true } => await CorpusClient.EndureGreetingAsync(octets),
                { IsContinuation: true } => await CorpusClient.EndureChallengeAsync(octets),
                _ => await CorpusClient.EndureAsync(i % 2 == 0 ? probe : probe.Streamed ?? probe, octets),
            };
            Assert.True(exception is null or ImapException, $"seed {Seed}, response {i}: \"{Canon.Octets(octets)}\"\n{exception}");
        }
    }

    private static long? Setting(string name) => long.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) ? value : null;
}
