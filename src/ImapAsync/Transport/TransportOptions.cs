namespace ImapAsync;

/// <summary>How TCP connections are established and kept alive.</summary>
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
    /// The time limit for resolving the address, connecting and, if there is a proxy, its part, taken together. The
    /// same limit applies again to the server's greeting, which begins after that and after TLS.
    /// </summary>
    /// <value>Default: 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> leaves it to the operating system.</value>
    public TimeSpan ConnectTimeout
    {
        get => _connectTimeout;
        init => _connectTimeout = TimeLimit.Check(value);
    }

    /// <summary>How long a connection is silent before TCP probes whether the other end is still there.</summary>
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
    /// How many unanswered keep-alive probes end the connection. With the defaults, a vanished peer is noticed within
    /// two minutes.
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

    /// <summary>How the connection reads from and writes to the socket.</summary>
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
    /// Opens the transport of a connection, instead of TCP: a tunnel, a child process
    /// (<see cref="ImapTransport.StartProcess"/>), a stream in memory. It is called for each connection; if the
    /// endpoint asks for TLS, TLS starts on what it returns.
    /// </summary>
    /// <value>
    /// Default: null, a TCP connection to the host. <see cref="Proxy"/>, <see cref="SocketMode"/> and the keep-alive
    /// options apply only to TCP.
    /// </value>
    public Func<CancellationToken, ValueTask<IImapTransport>>? ConnectCallback { get; init; }

    /// <summary>The clock for all timeouts of the transport.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    private static TimeSpan CheckSeconds(TimeSpan value) =>
        value >= TimeSpan.FromSeconds(1) && value <= TimeSpan.FromSeconds(short.MaxValue)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "Keep-alive times must be between 1 and 32767 seconds.");
}
