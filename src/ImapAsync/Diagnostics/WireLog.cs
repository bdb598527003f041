using ImapAsync.Extensibility;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImapAsync;

/// <summary>
/// What goes over the wire, line by line (category <c>ImapAsync.Wire</c>, level Trace): <c>C:</c> what the client
/// sends, <c>S:</c> what the server sends. It never shows the arguments of a command that holds a secret, the content
/// of an authentication exchange, or the octets of a literal. The length of lines is bounded.
/// </summary>
/// <param name="logger">The log.</param>
/// <param name="connection">The number that distinguishes the connections of a process.</param>
internal sealed partial class WireLog(ILogger logger, int connection)
{
    public const string Category = "ImapAsync.Wire";

    private const string Redacted = "<redacted>";

    /// <summary>The log of all connections that do not log.</summary>
    public static WireLog None { get; } = new(NullLogger.Instance, 0);

    /// <summary>
    /// This log if it is enabled at the moment, otherwise null: checked once for each read and each flush.
    /// </summary>
    public WireLog? IfEnabled => logger.IsEnabled(LogLevel.Trace) ? this : null;

    /// <summary>
    /// Whether the arguments of a command must not be logged: always for LOGIN and AUTHENTICATE, whatever their traits.
    /// </summary>
    public static bool IsSecret(ImapCommand command) =>
        command.Traits.Has(CommandTraits.Secret)
        || command.Name.Equals("LOGIN", StringComparison.OrdinalIgnoreCase)
        || command.Name.Equals("AUTHENTICATE", StringComparison.OrdinalIgnoreCase);

    /// <summary>The octets of a command, or those up to its first literal that is sent separately.</summary>
    public void Sent(uint tag, ImapCommand command, ReadOnlySpan<byte> octets) =>
        Client(connection, IsSecret(command) ? $"A{tag} {command.Description} {Redacted}" : WireLine.Format(octets));

    /// <summary>The part of a command after a literal.</summary>
    public void SentRest(ImapCommand command, ReadOnlySpan<byte> octets)
    {
        if (!WireLine.IsLineEnd(octets))
            Client(connection, IsSecret(command) ? Redacted : WireLine.Format(octets));
    }

    /// <summary>A literal that was sent from its source.</summary>
    public void SentLiteral(ImapCommand command, long size) =>
        Client(connection, IsSecret(command) ? Redacted : WireLine.Literal(size));

    /// <summary>A line that a command sends after its own. A cancellation (<c>*</c>) is not a secret.</summary>
    public void SentLine(ImapCommand command, ReadOnlySpan<byte> line) =>
        Client(connection, IsSecret(command) && !line.SequenceEqual("*"u8) ? Redacted : WireLine.Format(line));

    /// <summary>A response, or its part after a streamed literal.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="secret">
    /// Whether a command that holds a secret is in progress: then only untagged and tagged responses are logged
    /// verbatim.
    /// </param>
    public void Received(ReadOnlySpan<byte> octets, bool secret)
    {
        if (octets.Length > 0 && octets[0] == '+')
            Server(connection, secret ? "+ " + Redacted : WireLine.Format(octets));
        else
            Server(connection, secret && !WireLine.IsResponse(octets) ? Redacted : WireLine.Format(octets));
    }

    /// <summary>The part before a streamed literal, including its header.</summary>
    public void ReceivedHead(ReadOnlySpan<byte> head, long size) =>
        Server(connection, WireLine.Format(head) + WireLine.Literal(size));

    [LoggerMessage(1, LogLevel.Trace, "[{Connection}] C: {Line}", SkipEnabledCheck = true)]
    private partial void Client(int connection, string line);

    [LoggerMessage(2, LogLevel.Trace, "[{Connection}] S: {Line}", SkipEnabledCheck = true)]
    private partial void Server(int connection, string line);
}
