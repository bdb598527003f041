using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImapAsync;

/// <summary>What a connection was opened with. All its parts may read it; it knows none of them.</summary>
internal sealed class ConnectionContext
{
    public ConnectionContext(IImapTransport transport, ImapConnectionOptions options, string host, int port)
    {
        (Transport, Options) = (transport, options);
        (Log, Wire) = OpenLogs(options.LoggerFactory);
        Telemetry = new ConnectionTelemetry(host, port, options.TimeProvider);
    }

    public IImapTransport Transport { get; }

    public ImapConnectionOptions Options { get; }

    public ImapLimits Limits => Options.Limits;

    public TimeProvider Time => Options.TimeProvider;

    public string Host => Telemetry.Host;

    /// <summary>The port that the caller named; 0 if there is none, as with a caller-supplied transport.</summary>
    public int Port => Telemetry.Port;

    /// <summary>The server, for messages.</summary>
    public string Server => Port == 0 ? Host : HostAndPort.Format(Host, Port);

    public ConnectionLog Log { get; }

    public WireLog Wire { get; }

    public ConnectionTelemetry Telemetry { get; }

    /// <summary>Logs what TLS has negotiated, if there is TLS.</summary>
    public void LogTls()
    {
        if (Transport.Tls is { } tls)
            Log.Secured(tls.Protocol, tls.CipherSuite);
    }

    private static (ConnectionLog, WireLog) OpenLogs(ILoggerFactory factory)
    {
        if (factory is NullLoggerFactory)
            return (ConnectionLog.None, WireLog.None);
        int number = ConnectionLog.NextNumber();
        return (
            new ConnectionLog(factory.CreateLogger(ConnectionLog.Category), number),
            new WireLog(factory.CreateLogger(WireLog.Category), number));
    }
}
