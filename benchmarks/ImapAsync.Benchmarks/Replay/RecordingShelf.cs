using System.Collections.Concurrent;

namespace ImapAsync.Benchmarks;

/// <summary>The recordings of one server, created when they are first requested. A mailbox is named after what it contains: <c>summary-20000</c>.</summary>
internal sealed class RecordingShelf
{
    private readonly ConcurrentDictionary<string, Lazy<Recording>> _recordings = new(StringComparer.Ordinal);

    /// <summary>How many messages a mailbox has.</summary>
    public static int CountOf(string mailbox) => mailbox.LastIndexOf('-') is >= 0 and int dash && int.TryParse(mailbox.AsSpan(dash + 1), out int count) ? count : 8;

    public Recording Get(string mailbox, string items)
    {
        int count = CountOf(mailbox);
        string kind = mailbox.StartsWith("huge", StringComparison.Ordinal) ? "huge" : KindOf(items);
        return _recordings.GetOrAdd($"{kind}-{count}", _ => new Lazy<Recording>(() => Make(kind, count))).Value;
    }

    private static string KindOf(string items)
    {
        if (items.Contains("BODY[", StringComparison.OrdinalIgnoreCase) || items.Contains("BODY.PEEK[", StringComparison.OrdinalIgnoreCase))
            return "bodies";
        return items.Contains("ENVELOPE", StringComparison.OrdinalIgnoreCase) ? "summary" : "flags";
    }

    private static Recording Make(string kind, int count) => kind switch
    {
        "huge" => new HugeRecording(),
        "bodies" => RecordingFactory.Bodies(count),
        "summary" => RecordingFactory.Summaries(count),
        _ => RecordingFactory.Flags(count),
    };
}
