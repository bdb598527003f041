using Microsoft.Extensions.Logging;

namespace ImapAsync;

/// <summary>What a connection tells its log: never a secret, and of what the server sent only an excerpt.</summary>
internal sealed partial class ConnectionLog(ILogger logger)
{
    private const int Excerpt = 120;

    [LoggerMessage(1, LogLevel.Debug, "Connected to {Endpoint}: {Greeting}")]
    public partial void Connected(string endpoint, string greeting);

    [LoggerMessage(2, LogLevel.Debug, "The connection ended: {Reason}")]
    public partial void Ended(string reason);

    [LoggerMessage(3, LogLevel.Warning, "The server sends an alert: {Text}")]
    public partial void Alert(string text);

    [LoggerMessage(4, LogLevel.Debug, "The server sent a continuation that nobody asked for; it is ignored")]
    public partial void UnexpectedContinuation();

    [LoggerMessage(5, LogLevel.Warning, "The server answered the tag A{Tag}, which is not in progress; the answer is ignored")]
    public partial void UnknownTag(uint tag);

    [LoggerMessage(6, LogLevel.Debug, "{Command} was answered {Status} in {Milliseconds} ms")]
    public partial void Answered(string command, string status, double milliseconds);

    public void Malformed(ReadOnlySpan<byte> raw, Exception exception)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            MalformedResponse(Shorten(raw), exception.Message);
    }

    public void Junk(ReadOnlySpan<byte> raw)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            JunkLine(Shorten(raw));
    }

    [LoggerMessage(7, LogLevel.Warning, "A response could not be read and was set aside: \"{Response}\": {Reason}")]
    private partial void MalformedResponse(string response, string reason);

    [LoggerMessage(8, LogLevel.Warning, "A line that is no response was skipped: \"{Line}\"")]
    private partial void JunkLine(string line);

    private static string Shorten(ReadOnlySpan<byte> raw) => ProtocolErrors.Printable(raw[..Math.Min(raw.Length, Excerpt)]);
}
