using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImapAsync;

/// <summary>The settings of a connection. The defaults suit most applications.</summary>
public sealed record ImapConnectionOptions
{
    private readonly TimeSpan _silenceTimeout = TimeSpan.FromMinutes(2);
    private readonly TimeSpan _idleRestart = TimeSpan.FromMinutes(28);
    private readonly TimeSpan _stallTimeout = TimeSpan.FromSeconds(10);
    private readonly TimeSpan _pollInterval = TimeSpan.FromMinutes(1);

    /// <summary>How certificates are validated, and other TLS settings.</summary>
    public TlsOptions Tls { get; init; } = TlsOptions.Default;

    /// <summary>How the TCP connection is established and kept alive, its timeout, and the proxy.</summary>
    public TransportOptions Transport { get; init; } = TransportOptions.Default;

    /// <summary>How much the server can make the client hold in memory.</summary>
    public ImapLimits Limits { get; init; } = ImapLimits.Default;

    /// <summary>Whether passwords and tokens may be sent without TLS.</summary>
    /// <value>Default: false.</value>
    public bool AllowPlaintext { get; init; }

    /// <summary>
    /// How long the server may be completely silent while commands wait for their answers before the connection counts
    /// as dead. A long download that makes progress is healthy.
    /// </summary>
    /// <value>Default: 2 minutes. <see cref="Timeout.InfiniteTimeSpan"/> waits indefinitely.</value>
    public TimeSpan SilenceTimeout { get => _silenceTimeout; init => _silenceTimeout = TimeLimit.Check(value); }

    /// <summary>
    /// How long IDLE runs before it is ended and restarted: servers log out clients that idle for 30 minutes (RFC 2177
    /// §3).
    /// </summary>
    /// <value>Default: 28 minutes.</value>
    public TimeSpan IdleRestart { get => _idleRestart; init => _idleRestart = TimeLimit.Check(value); }

    /// <summary>
    /// How often the server is polled for mailbox updates (NOOP) while idling if it does not support IDLE.
    /// </summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan PollInterval { get => _pollInterval; init => _pollInterval = TimeLimit.Check(value); }

    /// <summary>
    /// How long the consumer of a streamed body may make no progress, once <see cref="ImapLimits.MaxReadAheadOctets"/>
    /// is used up and other commands are waiting after it, before those commands end with
    /// <see cref="ImapBlockedException"/>.
    /// </summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan StallTimeout { get => _stallTimeout; init => _stallTimeout = TimeLimit.Check(value); }

    /// <summary>
    /// The size in octets above which a literal waits for the server's continuation even if LITERAL+ makes that
    /// unnecessary, so that a refusal costs no upload.
    /// </summary>
    /// <value>Default: 128 KiB. <see cref="long.MaxValue"/>: never.</value>
    public long SynchronizeLiteralsOver { get; init; } = 128 << 10;

    /// <summary>
    /// How many untagged responses are kept for <see cref="ImapConnection.TakeResponses"/>, per name.
    /// </summary>
    /// <value>Default: 100. 0: none.</value>
    public int KeptResponses { get; init; } = 100;

    /// <summary>
    /// Receives the text of each alert, which must be shown to the user (RFC 9051 §7.1), as the server sent it:
    /// whichever response contains it, from the greeting to the BYE, even if connecting or logging in fails. Called in
    /// wire order by the connection's reader, which waits for it: it should return soon, and must not wait for a
    /// command. Exceptions are logged. With <see cref="ImapSecurity.StartTls"/>, alerts sent before TLS are not shown.
    /// </summary>
    /// <value>Default: null. <see cref="ImapConnection.TakeResponses"/> returns the last alerts in any case.</value>
    public Action<string>? AlertCallback { get; init; }

    /// <summary>The clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The factory of the connection's loggers.</summary>
    /// <value>Default: no logging.</value>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    internal static ImapConnectionOptions Default { get; } = new();
}
