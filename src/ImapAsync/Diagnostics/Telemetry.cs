using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ImapAsync;

/// <summary>
/// Traces and metrics, named <c>ImapAsync</c> both, in the manner of OpenTelemetry's semantic conventions for clients.
/// Nothing is measured while nobody listens.
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
        "How long commands take, from when they are sent by their caller until he is told their end.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60]
        });

    public static readonly Counter<long> Octets = Meter.CreateCounter<long>(
        "imap.client.network.io",
        unit: "By",
        "Octets of IMAP sent and received: before compression and encryption, and after they are undone.");

    public static readonly UpDownCounter<long> Connections = Meter.CreateUpDownCounter<long>(
        "imap.client.connection.count", unit: "{connection}", "Connections that are open.");

    /// <summary>Whether anybody wants to know of commands.</summary>
    public static bool WatchesCommands => Duration.Enabled || Source.HasListeners();
}
