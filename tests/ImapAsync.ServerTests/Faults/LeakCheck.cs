using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace ImapAsync.ServerTests;

/// <summary>Counts what a connection could leave behind: sockets, timers, pooled buffers, and what the library itself counts as an open connection.</summary>
internal sealed class LeakCheck : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BufferCounter _buffers = new();
    private readonly MetricCollector<long> _connections = new(meterScope: null, "ImapAsync", "imap.client.connection.count");
    private readonly Counts _before;

    /// <summary>Starts counting.</summary>
    public LeakCheck() => _before = Take();

    /// <summary>Waits until nothing is left, and reports what is left if that does not happen.</summary>
    public async Task<string> WhenNothingIsLeftAsync()
    {
        long started = TimeProvider.System.GetTimestamp();
        Counts now;
        do
        {
            // What was abandoned without being closed is closed by finalizers: that would be found here by its buffers.
            now = Take();
            if (now.IsNoMoreThan(_before))
                break;
            // Finalizers and the closing of sockets do not report when they are done.
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
        while (TimeProvider.System.GetElapsedTime(started) < Patience);

        Assert.True(now.IsNoMoreThan(_before), $"before: {_before}; after: {now}");
        return now.ToString();
    }

    public void Dispose()
    {
        _connections.Dispose();
        _buffers.Dispose();
    }

    private static int Sockets() => Directory.GetFiles("/proc/self/fd").Count(IsSocket);

    private static bool IsSocket(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed since the list was created: the list itself, for example.
            return false;
        }
    }

    private Counts Take() => new(Sockets(), Timer.ActiveCount, _connections.GetMeasurementSnapshot().EvaluateAsCounter(), _buffers.Sizes);

    private sealed record Counts(int Sockets, long Timers, long Connections, IReadOnlyList<int> Buffers)
    {
        public bool IsNoMoreThan(Counts before) =>
            Sockets <= before.Sockets && Timers <= before.Timers && Connections <= before.Connections && Buffers.Count <= before.Buffers.Count;

        public override string ToString() =>
            $"{Sockets} sockets, {Timers} timers, {Connections} connections, {Buffers.Count} pooled buffers{(Buffers.Count == 0 ? "" : $" (of {string.Join(", ", Buffers)} octets)")}";
    }

    /// <summary>
    /// Which buffers of the shared pools are rented and not yet returned, from the pools' own events; except those that SslStream encrypts into, which it does not
    /// always return when the connection ends during a write: about one in a thousand connections.
    /// </summary>
    private sealed class BufferCounter : EventListener
    {
        private readonly ConcurrentDictionary<(object? Pool, object? Buffer), int> _out = [];

        public IReadOnlyList<int> Sizes => [.. _out.Values.Order()];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // Events of arrays of octets and of other things look alike: identifiers are distinguished by the pool's.
            if (eventData is { EventName: "BufferRented", Payload: [var rented, int size, var itsPool, ..] } && !IsEncrypting())
                _out[(itsPool, rented)] = size;
            else if (eventData is { EventName: "BufferReturned", Payload: [var returned, _, var pool, ..] })
                _out.TryRemove((pool, returned), out _);
        }

        // The event is raised on the renting thread, within the call.
        private static bool IsEncrypting() =>
            new StackTrace(fNeedFileInfo: false).GetFrames().Any(static frame => DiagnosticMethodInfo.Create(frame) is { DeclaringTypeName: "System.Net.Security.SslStreamPal" });
    }
}
