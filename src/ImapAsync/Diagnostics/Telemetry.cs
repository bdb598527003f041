using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ImapAsync;

/// <summary>
/// Traces and metrics, both named <c>ImapAsync</c>, following OpenTelemetry's semantic conventions for clients. Nothing
/// is measured unless something is listening.
/// </summary>
internal static class Telemetry
{
    public const string Name = "ImapAsync";

    public const string Operation = "imap.operation.name";
    public const string StatusCode = "imap.response.status_code";
    public const string ResponseCode = "imap.response.code";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string Direction = "network.io.direction";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "imap.client.operation.duration",
        unit: "s",
        "The duration of commands, from when the caller sends them until the caller gets their result.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60]
        });

    public static readonly Counter<long> Octets = Meter.CreateCounter<long>(
        "imap.client.network.io",
        unit: "By",
        "Octets of IMAP sent and received, counted before compression and encryption and after their removal.");

    public static readonly UpDownCounter<long> Connections = Meter.CreateUpDownCounter<long>(
        "imap.client.connection.count", unit: "{connection}", "Open connections.");

    /// <summary>Whether anything observes commands.</summary>
    public static bool WatchesCommands => Duration.Enabled || Source.HasListeners();
}
