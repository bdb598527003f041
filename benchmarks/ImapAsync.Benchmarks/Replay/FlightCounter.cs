namespace ImapAsync.Benchmarks;

/// <summary>Counts a client's flights: how often it sent something after the server had.</summary>
internal sealed class FlightCounter
{
    private volatile bool _serverSpoke = true;

    public int Flights { get; private set; }

    /// <summary>How many there were up to the last command: what ends the connection does not count.</summary>
    public int FlightsWithCommands { get; private set; }

    public void CommandRead() => FlightsWithCommands = Flights;

    public void ClientSpoke()
    {
        if (!_serverSpoke)
            return;
        _serverSpoke = false;
        Flights++;
    }

    public void ServerSpoke() => _serverSpoke = true;
}
