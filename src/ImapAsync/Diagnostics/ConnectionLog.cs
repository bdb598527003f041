using System.Net.Security;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImapAsync;

/// <summary>
/// What a connection logs (category <c>ImapAsync.Connection</c>): never a secret, and only a one-line excerpt of what
/// the server sent.
/// </summary>
/// <param name="logger">The log.</param>
/// <param name="connection">The number that distinguishes the connections of a process.</param>
internal sealed partial class ConnectionLog(ILogger logger, int connection)
{
    public const string Category = "ImapAsync.Connection";

    private const int Excerpt = 200;

    private static int _connections;

    /// <summary>Whether each command is logged.</summary>
    public bool HasCommands => logger.IsEnabled(LogLevel.Debug);

    /// <summary>The log of all connections that do not log.</summary>
    public static ConnectionLog None { get; } = new(NullLogger.Instance, 0);

    /// <summary>Returns the number for a new connection.</summary>
    public static int NextNumber() => Interlocked.Increment(ref _connections);

    public void Connected(string server, string greeting)
    {
        if (logger.IsEnabled(LogLevel.Debug))
            Connected(connection, server, LogText.Line(greeting, Excerpt));
    }

    public void Secured(SslProtocols protocol, TlsCipherSuite cipher) => Secured(connection, protocol, cipher);

    public void Compressed() => Compressed(connection);

    public void Authenticated(ImapCommand command)
    {
        if (logger.IsEnabled(LogLevel.Debug))
            Authenticated(connection, command.Description);
    }

    /// <summary>Call it only if <see cref="HasCommands"/>.</summary>
    public void Sent(uint tag, ImapCommand command) =>
        Sent(connection, tag, LogText.Line(command.Description, Excerpt));

    /// <summary>Call it only if <see cref="HasCommands"/>.</summary>
    public void Answered(uint tag, ImapCommand command, string answer, TimeSpan elapsed) =>
        Answered(
            connection, tag, LogText.Line(command.Description, Excerpt), elapsed.TotalMilliseconds,
            LogText.Line(answer, Excerpt));

    public void Alert(string text)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            Alert(connection, LogText.Line(text, Excerpt));
    }

    /// <summary>The callback that shows alerts to the user has failed.</summary>
    public void AlertNotShown(Exception exception) => AlertNotShown(connection, exception);

    public void Malformed(ReadOnlySpan<byte> raw, Exception exception)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            Malformed(connection, LogText.Line(raw, Excerpt), exception.Message);
    }

    /// <summary>A FETCH response with an unreadable item, which the message lists among its malformed ones.</summary>
    public void Damaged(ReadOnlySpan<byte> raw)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            Damaged(connection, LogText.Line(raw, Excerpt));
    }

    public void Junk(ReadOnlySpan<byte> raw)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            Junk(connection, LogText.Line(raw, Excerpt));
    }

    /// <summary>An answer that no command in progress takes: unsolicited, or not what was asked for.</summary>
    public void Unclaimed(ReadOnlySpan<byte> raw)
    {
        if (logger.IsEnabled(LogLevel.Debug))
            Unclaimed(connection, LogText.Line(raw, Excerpt));
    }

    public void UnexpectedContinuation() => UnexpectedContinuation(connection);

    public void UnknownTag(uint tag) => UnknownTag(connection, tag);

    /// <summary>The client ended the connection.</summary>
    public void Closed(string reason) => Closed(connection, reason);

    /// <summary>The connection ended, but not by the client's wish.</summary>
    public void Lost(string reason, Exception? cause)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            Lost(connection, LogText.Line(reason, Excerpt), cause);
    }

    [LoggerMessage(1, LogLevel.Debug, "[{Connection}] Connected to {Server}: {Greeting}")]
    private partial void Connected(int connection, string server, string greeting);

    [LoggerMessage(2, LogLevel.Debug, "[{Connection}] Protected by {Protocol}, {CipherSuite}")]
    private partial void Secured(int connection, SslProtocols protocol, TlsCipherSuite cipherSuite);

    [LoggerMessage(3, LogLevel.Debug, "[{Connection}] Compressed in both directions")]
    private partial void Compressed(int connection);

    [LoggerMessage(4, LogLevel.Debug, "[{Connection}] Authenticated by {Command}")]
    private partial void Authenticated(int connection, string command);

    [LoggerMessage(5, LogLevel.Debug, "[{Connection}] A{Tag} {Command} is sent")]
    private partial void Sent(int connection, uint tag, string command);

    [LoggerMessage(6, LogLevel.Debug,
        "[{Connection}] A{Tag} {Command} was answered in {Milliseconds:0.###} ms: {Answer}")]
    private partial void Answered(int connection, uint tag, string command, double milliseconds, string answer);

    [LoggerMessage(7, LogLevel.Warning, "[{Connection}] The server sent an alert for users: {Alert}")]
    private partial void Alert(int connection, string alert);

    [LoggerMessage(16, LogLevel.Warning, "[{Connection}] The alert could not be shown: AlertCallback threw")]
    private partial void AlertNotShown(int connection, Exception exception);

    [LoggerMessage(8, LogLevel.Warning,
        "[{Connection}] A response could not be read and was set aside: \"{Response}\": {Reason}")]
    private partial void Malformed(int connection, string response, string reason);

    [LoggerMessage(14, LogLevel.Warning,
        "[{Connection}] A response has an item that cannot be read; the rest was read: \"{Response}\"")]
    private partial void Damaged(int connection, string response);

    [LoggerMessage(9, LogLevel.Warning, "[{Connection}] A line that is not a response was skipped: \"{Line}\"")]
    private partial void Junk(int connection, string line);

    [LoggerMessage(10, LogLevel.Debug,
        "[{Connection}] The server sent an unsolicited continuation; it is ignored")]
    private partial void UnexpectedContinuation(int connection);

    [LoggerMessage(15, LogLevel.Debug, "[{Connection}] No command in progress accepts this response: \"{Response}\"")]
    private partial void Unclaimed(int connection, string response);

    [LoggerMessage(11, LogLevel.Warning,
        "[{Connection}] The server answered the tag A{Tag}, which is not in progress; the answer is ignored")]
    private partial void UnknownTag(int connection, uint tag);

    [LoggerMessage(12, LogLevel.Debug, "[{Connection}] {Reason}")]
    private partial void Closed(int connection, string reason);

    [LoggerMessage(13, LogLevel.Warning, "[{Connection}] {Reason}")]
    private partial void Lost(int connection, string reason, Exception? exception);
}
