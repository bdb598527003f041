namespace ImapAsync;

/// <summary>
/// The server answered NO or BAD to a command. The connection is unaffected. Its <see cref="ImapException.Outcome"/> is
/// <see cref="CommandOutcome.Rejected"/>, or <see cref="CommandOutcome.Partial"/> if <see cref="PartialValue"/> says
/// what was done nevertheless.
/// </summary>
public class ImapCommandException : ImapException
{
    /// <summary>Creates an exception, for tests.</summary>
    /// <param name="status">NO or BAD.</param>
    /// <param name="code">The response code, if there was one.</param>
    /// <param name="text">The server's text.</param>
    /// <param name="command">The command, without secrets.</param>
    /// <param name="partialValue">The value of what was done before the refusal, if anything.</param>
    public ImapCommandException(
        ImapStatus status, ResponseCode? code, string text, string command, object? partialValue = null)
        : base(
            $"{command} was refused{(partialValue is null ? "" : " after a part of it was done")}: "
            + $"{StatusText.Format(status, code, text)}{RefusalHints.For(status, code, text)}")
    {
        Outcome = partialValue is null ? CommandOutcome.Rejected : CommandOutcome.Partial;
        PartialValue = partialValue;
        Status = status;
        Code = code;
        ServerText = text;
        Command = command;
    }

    /// <summary>NO or BAD.</summary>
    public ImapStatus Status { get; }

    /// <summary>
    /// The value of the part that was done or answered before the server refused the rest, of the command's type: a
    /// <see cref="CopyResult"/> for MOVE or COPY, with the UIDs of the messages that are now in the other mailbox; an
    /// <see cref="AppendResult"/>, <see cref="StoreResult{TSet}"/> or <see cref="ExpungeResult"/>; for a stream, the
    /// number of items. Null if nothing was done.
    /// </summary>
    public object? PartialValue { get; }

    /// <summary>
    /// The responses that arrived while the command ran and were unreadable; usually empty. If they may concern
    /// messages that were moved, copied, changed or removed, <see cref="ImapException.Outcome"/> is
    /// <see cref="CommandOutcome.Partial"/>, although it is unknown which messages those are.
    /// </summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    /// <summary>The server's text.</summary>
    public string ServerText { get; }

    /// <summary>The command, without secrets.</summary>
    public string Command { get; }

    /// <summary>
    /// Whether the command was refused because the server throttles, and how long to wait before retrying; null for
    /// every other refusal.
    /// </summary>
    public ImapThrottling? Throttling => ImapThrottling.Read(Status, Code, ServerText);

    private protected override bool MayPass => base.MayPass || Throttling is not null;
}
