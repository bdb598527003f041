using System.Buffers;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The wait for the server's greeting, which is the first line that an IMAP server sends (RFC 9051 §7.1): anything else
/// shows what is there instead. Only until the connection is open.
/// </summary>
/// <param name="server">The server, for messages.</param>
internal sealed class GreetingWait(string server)
{
    private const int Kept = 256;

    private readonly TaskCompletionSource<StatusResponse> _greeting =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _soFar = "nothing";

    /// <summary>The greeting; fails if the connection ends before it.</summary>
    public Task<StatusResponse> Greeting => _greeting.Task;

    /// <summary>Whether the greeting is still to come.</summary>
    public bool IsDue => !_greeting.Task.IsCompleted;

    public void Greeted(in StatusResponse status) => _greeting.TrySetResult(status);

    public void Failed(Exception exception)
    {
        if (_greeting.TrySetException(exception))
            _ = _greeting.Task.Exception;
    }

    /// <summary>
    /// The fault if a line before the greeting is not how an IMAP server begins; null if it may be. Some servers send
    /// their capabilities first.
    /// </summary>
    public ConnectionFault? Refuse(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("["u8) || (ResponseStart.TryReadStar(line, out ReadOnlySpan<byte> response)
            && (StatusResponse.IsStatus(response) || response.StartsWith("["u8)
                || new UntaggedResponse(response, ImapLimits.Default).Kind == ResponseKind.Capability)))
        {
            _soFar = PlainTalk.Quote(line) + " and no greeting";
            return null;
        }

        string which = PlainTalk.Protocol(line) is { } protocol ? $", which is {protocol}" : "";
        return new ConnectionFault(
            $"{server} does not greet like an IMAP server, but sends {PlainTalk.Quote(line)}{which}. Check host and "
            + "port: IMAP usually uses 993 with TLS, and 143 without",
            ConnectionFailure.NotImap);
    }

    /// <summary>Records what has arrived so far, which is not a line yet.</summary>
    public void Waits(in ReadOnlySequence<byte> octets)
    {
        if (!octets.IsEmpty)
            _soFar = PlainTalk.Quote(octets.Slice(0, Math.Min(octets.Length, Kept)).ToArray()) + " without a line end";
    }

    /// <summary>The error when the time is up.</summary>
    public string TooSlow(TimeSpan limit) =>
        $"{server} did not greet within {limit.TotalSeconds:0} seconds: it sent {_soFar}. Is it an IMAP server, and is "
        + "the security setting right?";
}
