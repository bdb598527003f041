using System.Diagnostics;
using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>
/// Whatever a server says reaches the commands that it concerns, exactly once and for the right message: random questions about a model mailbox, answered truthfully in random form.
/// </summary>
/// <remarks>
/// The long form: <c>IMAPASYNC_CONVERSATIONS=20000000</c>. A failure names its seed: <c>IMAPASYNC_CONVERSATION_SEED</c> repeats the same conversations.
/// </remarks>
public sealed class ConservationTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261130;
    private const long OnOneConnection = 300;

    // Enough to keep the threads of the pool busy: a single conversation mostly waits for one.
    private const int AtOnce = 16;

    // Always from the same seed, as many as the machine has time for.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    // A conversation that takes this long is one that never ends.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Its_text_is_reported()
    {
        long count = (long?)Setting("IMAPASYNC_CONVERSATIONS") ?? long.MaxValue;
        bool isLong = count != long.MaxValue;
        ulong seed = Setting("IMAPASYNC_CONVERSATION_SEED") ?? (isLong ? (ulong)Environment.TickCount64 << 32 : Seed);
        Stopwatch watch = Stopwatch.StartNew();
        long next = -1;
        long had = 0;

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (long i = Interlocked.Increment(ref next); i * OnOneConnection < count && (isLong || watch.Elapsed < Usual); i = Interlocked.Increment(ref next))
            {
                await RunAsync(seed + (ulong)i);
                Interlocked.Add(ref had, OnOneConnection);
            }
        })));

        output.WriteLine($"{had} conversations, first seed {seed}, {watch.Elapsed.TotalSeconds:0} s");
        Assert.True(had > 0);
    }

    private static async Task RunAsync(ulong seed)
    {
        Conversation conversation = await Conversation.BeginAsync(seed).WaitAsync(Hang);
        string? fault;
        try
        {
            fault = await RunAsync(conversation).WaitAsync(Hang);
        }
        catch (TimeoutException)
        {
            fault = "it does not end";
        }

        Assert.True(fault is null, $"IMAPASYNC_CONVERSATION_SEED={seed}: {fault}\n{conversation.Transcript}");
        await conversation.DisposeAsync();
    }

    private static async Task<string?> RunAsync(Conversation conversation)
    {
        for (int i = 0; i < OnOneConnection; i++)
        {
            if (await conversation.RunAsync() is { } fault)
                return $"conversation {i}: {fault}";
        }

        return null;
    }

    private static ulong? Setting(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out ulong value) ? value : null;
}
