namespace ImapAsync.Testing;

/// <summary>The output of a session: collected, then sent in one piece, as the faults allow.</summary>
internal sealed class SessionOutput(ClientSession session)
{
    private long _sent;

    public ResponseWriter Writer { get; } = new();

    /// <summary>
    /// Whether something has been sent since the client's last input: its next input is a new round trip.
    /// </summary>
    public bool HasSpoken { get; private set; }

    /// <summary>Sends what is written.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> octets = Writer.Written;
        if (octets.IsEmpty)
            return;

        ServerFaults faults = session.Server.Faults;
        long left = faults.OctetsBeforeDrop(_sent);
        bool isDropped = octets.Length >= left;
        if (isDropped)
            octets = octets[..(int)Math.Max(0, left)];
        HasSpoken = true;
        await SendAsync(octets, faults.OctetsPerSecond, cancellationToken).ConfigureAwait(false);
        Writer.Clear();
        if (isDropped)
            throw new ConnectionDroppedException();
    }

    /// <summary>Records input from the client; returns whether it began a round trip.</summary>
    public bool Heard()
    {
        bool wasSpoken = HasSpoken;
        HasSpoken = false;
        return wasSpoken;
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> octets, int? perSecond, CancellationToken cancellationToken)
    {
        _sent += octets.Length;
        if (perSecond is not { } rate)
        {
            await WriteAsync(octets, cancellationToken).ConfigureAwait(false);
            return;
        }

        int step = Math.Max(1, rate / 10);
        for (; !octets.IsEmpty; octets = octets[Math.Min(step, octets.Length)..])
        {
            // The requested slowness, by the clock of the test.
            await Task.Delay(
                TimeSpan.FromSeconds((double)Math.Min(step, octets.Length) / rate),
                session.Server.Clock,
                cancellationToken).ConfigureAwait(false);
            await WriteAsync(octets[..Math.Min(step, octets.Length)], cancellationToken).ConfigureAwait(false);
        }
    }

    // A client that does not read is treated like one that is silent.
    private async ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        Task writing = session.Wire.WriteAsync(octets, cancellationToken).AsTask();
        if (writing.IsCompleted)
        {
            await writing.ConfigureAwait(false);
            return;
        }

        using InactivityWatch watch =
            new InactivityWatch(session.Server.Clock, session.Server.Options.InactivityTimeout, session.Abort);
        await writing.ConfigureAwait(false);
    }
}
