using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace ImapAsync.ServerTests;

/// <summary>Counts what a connection could leave behind: sockets, timers, pooled buffers, and what the library itself takes for an open connection.</summary>
internal sealed class LeakCheck : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BufferCounter _buffers = new();
    private readonly MeterListener _meters = new();
    private readonly Counts _before;
    private long _connections;

    /// <summary>Begins to count.</summary>
    public LeakCheck()
    {
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "ImapAsync" && instrument.Name.Contains("connection", StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (instrument is UpDownCounter<long>)
                Interlocked.Add(ref _connections, value);
        });
        _meters.Start();
        _before = Take();
    }

    /// <summary>Waits until nothing is left, and says what is left if that does not happen.</summary>
    public async Task<string> WhenNothingIsLeftAsync()
    {
        long started = TimeProvider.System.GetTimestamp();
        Counts now;
        do
        {
            // What was given up without being closed is for the finalizers to close: that would be found here by its buffers.
            now = Take();
            if (now.IsNoMoreThan(_before))
                break;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
        while (TimeProvider.System.GetElapsedTime(started) < Patience);

        Assert.True(now.IsNoMoreThan(_before), $"before: {_before}; after: {now}");
        return now.ToString();
    }

    public void Dispose()
    {
        _meters.Dispose();
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
            // Closed since the list was made: the list itself, for one.
            return false;
        }
    }

    private Counts Take() => new(Sockets(), Timer.ActiveCount, Interlocked.Read(ref _connections), _buffers.Out);

    private sealed record Counts(int Sockets, long Timers, long Connections, long Buffers)
    {
        public bool IsNoMoreThan(Counts before) =>
            Sockets <= before.Sockets && Timers <= before.Timers && Connections <= before.Connections && Buffers <= before.Buffers;

        public override string ToString() => $"{Sockets} sockets, {Timers} timers, {Connections} connections, {Buffers} pooled buffers";
    }

    /// <summary>How many buffers of the shared pools are rented and not yet given back, from the pools' own events.</summary>
    private sealed class BufferCounter : EventListener
    {
        private long _out;

        public long Out => Interlocked.Read(ref _out);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "BufferRented")
                Interlocked.Increment(ref _out);
            else if (eventData.EventName == "BufferReturned")
                Interlocked.Decrement(ref _out);
        }
    }
}
