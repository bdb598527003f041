using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace ImapAsync.Benchmarks;

/// <summary>Reports what is allocated, by type, from the runtime's own samples: one per 100 KB. It shows what a figure consists of.</summary>
internal sealed class AllocationWatch : EventListener
{
    private const EventKeywords Garbage = (EventKeywords)1;

    private readonly ConcurrentDictionary<string, int> _samples = [];

    /// <summary>The types with the most samples.</summary>
    public string Describe()
    {
        double all = Math.Max(1, _samples.Values.Sum());
        return string.Join('\n', _samples.OrderByDescending(entry => entry.Value).Take(25).Select(entry => $"{entry.Value / all,7:0.0%}  {entry.Key}"));
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, Garbage);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) == true && eventData.Payload?[5] is string type)
            _samples.AddOrUpdate(type, 1, static (_, count) => count + 1);
    }
}
