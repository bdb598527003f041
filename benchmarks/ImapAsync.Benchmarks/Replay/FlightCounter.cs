namespace ImapAsync.Benchmarks;

/// <summary>Counts a client's flights: how often it sent something after the server had.</summary>
internal sealed class FlightCounter
{
    private volatile bool _serverSpoke = true;

    public int Flights { get; private set; }

    public void ClientSpoke()
    {
        if (!_serverSpoke)
            return;
        _serverSpoke = false;
        Flights++;
    }

    public void ServerSpoke() => _serverSpoke = true;
}
