using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImapAsync;

/// <summary>How a connection behaves. The defaults are right for most.</summary>
public sealed record ImapConnectionOptions
{
    private readonly TimeSpan _commandTimeout = TimeSpan.FromMinutes(2);
    private readonly TimeSpan _idleRestart = TimeSpan.FromMinutes(28);
    private readonly TimeSpan _stallTimeout = TimeSpan.FromSeconds(10);
    private readonly TimeSpan _pollInterval = TimeSpan.FromMinutes(1);

    /// <summary>How certificates are checked, and the rest of TLS.</summary>
    public TlsOptions Tls { get; init; } = TlsOptions.Default;

    /// <summary>
    /// How the TCP connection is made and kept alive, the time allowed for it, and a proxy to go through.
    /// </summary>
    public TransportOptions Transport { get; init; } = TransportOptions.Default;

    /// <summary>How much the server may make the client hold in memory.</summary>
    public ImapLimits Limits { get; init; } = ImapLimits.Default;

    /// <summary>Whether passwords and tokens may be sent without TLS.</summary>
    /// <value>Default: false.</value>
    public bool AllowPlaintext { get; init; }

    /// <summary>
    /// How long the server may say nothing at all while commands wait for their answers, before the connection counts
    /// as dead. A long download that moves is healthy.
    /// </summary>
    /// <value>Default: 2 minutes. <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</value>
    public TimeSpan CommandTimeout { get => _commandTimeout; init => _commandTimeout = TimeLimit.Check(value); }

    /// <summary>
    /// After how long IDLE is ended and begun anew: servers log out who idles for 30 minutes (RFC 2177 §3).
    /// </summary>
    /// <value>Default: 28 minutes.</value>
    public TimeSpan IdleRestart { get => _idleRestart; init => _idleRestart = TimeLimit.Check(value); }

    /// <summary>How often the server is asked for news (NOOP) while idling where it has no IDLE.</summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan PollInterval { get => _pollInterval; init => _pollInterval = TimeLimit.Check(value); }

    /// <summary>
    /// How long the consumer of a streamed body may stand still, when <see cref="ImapLimits.MaxReadAheadOctets"/> is
    /// used up and other commands wait behind it, before those commands end with <see cref="ImapBlockedException"/>.
    /// </summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan StallTimeout { get => _stallTimeout; init => _stallTimeout = TimeLimit.Check(value); }

    /// <summary>
    /// Above how many octets a literal waits for the server's consent even where LITERAL+ makes that unnecessary, so
    /// that a refusal costs no upload.
    /// </summary>
    /// <value>Default: 128 KiB. <see cref="long.MaxValue"/>: never.</value>
    public long SynchronizeLiteralsOver { get; init; } = 128 << 10;

    /// <summary>
    /// How many untagged responses are kept for <see cref="ImapConnection.TakeResponses"/>, for each name.
    /// </summary>
    /// <value>Default: 100. 0: none.</value>
    public int KeptResponses { get; init; } = 100;

    /// <summary>
    /// Is given the text of each alert, which the user must be shown (RFC 9051 §7.1), as the server sent it: whichever
    /// response has it, from the greeting to the BYE, also where connecting or logging in fails. Called in the order of
    /// the wire by the connection's reader, which waits for it: it should return soon, and must not wait for a command.
    /// What it throws is logged. With <see cref="ImapSecurity.StartTls"/> nothing is shown that was said before TLS.
    /// </summary>
    /// <value>Default: null. <see cref="ImapConnection.TakeResponses"/> has the last alerts either way.</value>
    public Action<string>? AlertCallback { get; init; }

    /// <summary>The clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the connection logs to.</summary>
    /// <value>Default: nowhere.</value>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    internal static ImapConnectionOptions Default { get; } = new();
}
