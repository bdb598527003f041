using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace ImapAsync.Tests;

/// <summary>Keeps the spans and measurements of the library, these as text: <c>value key=value …</c>, with the keys in order.</summary>
internal sealed class TelemetryCapture : IDisposable
{
    private const string Name = "ImapAsync";

    private readonly List<Activity> _spans = [];
    private readonly TracerProvider _tracer;
    private readonly MetricCollector<double> _durations = new(meterScope: null, Name, "imap.client.operation.duration");
    private readonly MetricCollector<long> _octets = new(meterScope: null, Name, "imap.client.network.io");
    private readonly MetricCollector<long> _connections = new(meterScope: null, Name, "imap.client.connection.count");

    // If a caller's span is not recorded, the default sampler omits those below it.
    public TelemetryCapture() => _tracer = Sdk.CreateTracerProviderBuilder()
        .AddSource(Name)
        .SetSampler<AlwaysOnSampler>()
        .AddInMemoryExporter(_spans)
        .Build();

    public IReadOnlyList<Activity> Spans => [.. _spans];

    public IReadOnlyList<string> Durations => TextOf(_durations);

    public IReadOnlyList<string> Octets => TextOf(_octets);

    public IReadOnlyList<string> Connections => TextOf(_connections);

    public long OctetsOf(string direction) =>
        _octets.GetMeasurementSnapshot().ContainsTags(new KeyValuePair<string, object?>("network.io.direction", direction)).EvaluateAsCounter();

    public static string TextOf(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}"));

    public void Dispose()
    {
        _tracer.Dispose();
        _durations.Dispose();
        _octets.Dispose();
        _connections.Dispose();
    }

    private static IReadOnlyList<string> TextOf<T>(MetricCollector<T> measurements)
        where T : struct =>
        [.. measurements.GetMeasurementSnapshot().Select(static measurement => $"{measurement.Value} {TextOf(measurement.Tags)}")];
}
