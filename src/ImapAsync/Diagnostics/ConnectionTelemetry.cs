using System.Diagnostics;

namespace ImapAsync;

/// <summary>One connection as traces and metrics see it.</summary>
/// <param name="host">The server's name.</param>
/// <param name="port">Its port; 0 if there is none.</param>
/// <param name="time">The clock that measures durations.</param>
internal sealed class ConnectionTelemetry(string host, int port, TimeProvider time)
{
    // Boxed once for all measurements.
    private object? _port;
    private bool _isCounted;

    public string Host { get; } = host;

    public int Port { get; } = port;

    public TimeProvider Time { get; } = time;

    /// <summary>
    /// Begins to observe a command at the moment when its caller sends it; null if nothing is listening.
    /// </summary>
    public CommandProbe? Begin(ImapCommand command) =>
        Telemetry.WatchesCommands ? new CommandProbe(this, command.Name) : null;

    public void Sent(long octets) => Count(octets, "transmit");

    public void Received(long octets) => Count(octets, "receive");

    public void Opened()
    {
        // A listener attached later must not see connections end whose beginning it has not seen.
        if (!Telemetry.Connections.Enabled)
            return;
        Volatile.Write(ref _isCounted, true);
        Telemetry.Connections.Add(1, ServerTags());
    }

    /// <summary>May be called more than once, and concurrently.</summary>
    public void Closed()
    {
        if (Interlocked.Exchange(ref _isCounted, false))
            Telemetry.Connections.Add(-1, ServerTags());
    }

    public TagList ServerTags()
    {
        TagList tags = default;
        tags.Add(Telemetry.ServerAddress, Host);
        if (Port != 0)
            tags.Add(Telemetry.ServerPort, _port ??= Port);
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
