namespace ImapAsync;

/// <summary>Options for SCRAM (RFC 5802).</summary>
public sealed record ScramOptions
{
    /// <summary>The user to act as, if different.</summary>
    /// <value>Default: <see langword="null"/>, the user who authenticates.</value>
    public string? AuthorizationId { get; init; }

    /// <summary>
    /// The channel binding type of a <c>-PLUS</c> mechanism: <c>tls-exporter</c> (RFC 9266), <c>tls-unique</c> or
    /// <c>tls-server-end-point</c> (RFC 5929).
    /// </summary>
    /// <value>Default: <see langword="null"/>, the first of these, in this order, that the connection has.</value>
    public string? ChannelBinding { get; init; }

    /// <summary>
    /// The smallest iteration count that is accepted. With fewer iterations, someone posing as the server could guess
    /// the password from the proof.
    /// </summary>
    /// <value>1 or more. Default: 4096 (RFC 5802 §5.1, RFC 7677 §4).</value>
    public int MinimumIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 4096;

    /// <summary>
    /// The largest iteration count that is accepted. A million iterations take about half a second of processor time.
    /// </summary>
    /// <value><see cref="MinimumIterations"/> or more. Default: 10,000,000.</value>
    public int MaximumIterations { get; init; } = 10_000_000;
}
