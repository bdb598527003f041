using System.Diagnostics;

namespace ImapAsync;

/// <summary>One connection as traces and metrics see it.</summary>
/// <param name="host">The server's name.</param>
/// <param name="port">Its port; 0 where there is none.</param>
/// <param name="time">The clock of the durations.</param>
internal sealed class ConnectionTelemetry(string host, int port, TimeProvider time)
{
    // One box for all measurements.
    private object? _port;
    private bool _isCounted;

    public TimeProvider Time { get; } = time;

    /// <summary>
    /// Begins to watch a command that its caller sends at this moment; null where nobody wants to know.
    /// </summary>
    public CommandProbe? Begin(ImapCommand command) =>
        Telemetry.WatchesCommands ? new CommandProbe(this, command.Name) : null;

    public void Sent(long octets) => Count(octets, "transmit");

    public void Received(long octets) => Count(octets, "receive");

    public void Opened()
    {
        // Whoever begins to listen later must not see connections end that he never saw begin.
        if (!Telemetry.Connections.Enabled)
            return;
        Volatile.Write(ref _isCounted, true);
        Telemetry.Connections.Add(1, ServerTags());
    }

    /// <summary>May be called more than once, and by several at once.</summary>
    public void Closed()
    {
        if (Interlocked.Exchange(ref _isCounted, false))
            Telemetry.Connections.Add(-1, ServerTags());
    }

    public TagList ServerTags()
    {
        TagList tags = default;
        tags.Add(Telemetry.ServerAddress, host);
        if (port != 0)
            tags.Add(Telemetry.ServerPort, _port ??= port);
        return tags;
    }

    private void Count(long octets, string direction)
    {
        if (octets == 0 || !Telemetry.Octets.Enabled)
            return;

        TagList tags = ServerTags();
        tags.Add(Telemetry.Direction, direction);
        Telemetry.Octets.Add(octets, tags);
    }
}
