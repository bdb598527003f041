namespace ImapAsync;

/// <summary>How a TCP connection is made and kept alive.</summary>
public sealed record TransportOptions
{
    private readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _keepAliveTime = TimeSpan.FromSeconds(60);
    private readonly TimeSpan _keepAliveInterval = TimeSpan.FromSeconds(15);
    private readonly int _keepAliveRetries = 4;
    private readonly SocketMode _socketMode;

    /// <summary>The defaults.</summary>
    public static TransportOptions Default { get; } = new();

    /// <summary>
    /// The longest that finding the address, connecting and, where there is one, the proxy's part may take together;
    /// and after that, and after TLS, the longest that the server may take to greet.
    /// </summary>
    /// <value>Default: 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> leaves it to the operating system.</value>
    public TimeSpan ConnectTimeout
    {
        get => _connectTimeout;
        init => _connectTimeout = TimeLimit.Check(value);
    }

    /// <summary>How long a connection is silent before TCP asks whether the other end is still there.</summary>
    /// <value>
    /// Default: 60 seconds, in whole seconds from 1. <see cref="Timeout.InfiniteTimeSpan"/> turns keep-alive off.
    /// </value>
    public TimeSpan KeepAliveTime
    {
        get => _keepAliveTime;
        init => _keepAliveTime = value == Timeout.InfiniteTimeSpan ? value : CheckSeconds(value);
    }

    /// <summary>The time between two unanswered keep-alive probes.</summary>
    /// <value>Default: 15 seconds, in whole seconds from 1.</value>
    public TimeSpan KeepAliveInterval
    {
        get => _keepAliveInterval;
        init => _keepAliveInterval = CheckSeconds(value);
    }

    /// <summary>
    /// How many unanswered keep-alive probes end the connection. With the defaults a peer that vanished is noticed
    /// within two minutes.
    /// </summary>
    /// <value>Default: 4. Range: 1 to 255.</value>
    public int KeepAliveRetries
    {
        get => _keepAliveRetries;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 255);
            _keepAliveRetries = value;
        }
    }

    /// <summary>What stands between the socket and the connection.</summary>
    /// <value>Default: <see cref="SocketMode.Stream"/>.</value>
    public SocketMode SocketMode
    {
        get => _socketMode;
        init => _socketMode = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such mode.");
    }

    /// <summary>The proxy to go through.</summary>
    /// <value>
    /// Default: null, a direct connection. The system's proxy settings and environment variables are never consulted.
    /// </value>
    public ImapProxy? Proxy { get; init; }

    /// <summary>
    /// Opens what a connection goes over, in place of TCP: a tunnel, a child process
    /// (<see cref="ImapTransport.StartProcess"/>), a stream in memory. Called for each connection; TLS, where the
    /// endpoint asks for it, begins on what it returns.
    /// </summary>
    /// <value>Default: null, a TCP connection to the host. <see cref="Proxy"/>, <see cref="SocketMode"/> and the
    /// keep-alive options are for TCP only.</value>
    public Func<CancellationToken, ValueTask<IImapTransport>>? ConnectCallback { get; init; }

    /// <summary>The clock behind every timeout of the transport.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    private static TimeSpan CheckSeconds(TimeSpan value) =>
        value >= TimeSpan.FromSeconds(1) && value <= TimeSpan.FromSeconds(short.MaxValue)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "Keep-alive times are from 1 to 32767 seconds.");
}
