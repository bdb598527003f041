namespace ImapAsync;

/// <summary>The server's answer to one command: OK, NO or BAD with code and text, and the typed value.</summary>
/// <typeparam name="T">The typed value.</typeparam>
public sealed class ImapResult<T>
{
    private readonly T? _value;
    private readonly bool _isPartial;

    /// <summary>Creates a successful result, for tests.</summary>
    /// <param name="value">The typed value.</param>
    /// <param name="code">The response code of the tagged response, if there was one.</param>
    /// <param name="text">The human-readable text of the tagged response.</param>
    public ImapResult(T value, ResponseCode? code = null, string text = "")
        : this(ImapStatus.Ok, code, text, command: "") => _value = value;

    /// <summary>Creates the result of a refused command, for tests.</summary>
    /// <param name="status">NO or BAD.</param>
    /// <param name="code">The response code of the tagged response, if there was one.</param>
    /// <param name="text">The human-readable text of the tagged response.</param>
    /// <param name="command">The command as shown in the exception that <see cref="Value"/> throws.</param>
    public ImapResult(ImapStatus status, ResponseCode? code, string text, string command)
    {
        Status = status;
        Code = code;
        Text = text;
        Command = command;
    }

    internal ImapResult(T? value, StatusResponse status, string command, bool isPartial = false)
        : this((ImapStatus)status.Kind, status.Code, status.Text, command) => (_value, _isPartial) = (value, isPartial);

    /// <summary>OK, NO or BAD.</summary>
    public ImapStatus Status { get; }

    /// <summary>Whether the status is OK.</summary>
    public bool IsOk => Status == ImapStatus.Ok;

    /// <summary>The response code of the tagged response, such as TRYCREATE; null if there was none.</summary>
    public ResponseCode? Code { get; }

    /// <summary>The human-readable text of the tagged response; may be empty.</summary>
    public string Text { get; }

    /// <summary>The command as shown in exceptions and logs.</summary>
    public string Command { get; }

    /// <summary>The typed value.</summary>
    /// <exception cref="ImapCommandException">The status is NO or BAD.</exception>
    public T Value => IsOk ? _value! : throw Refusal(_isPartial ? _value : null, Malformed);

    /// <summary>
    /// What was done or answered before the server refused the rest, as in
    /// <see cref="ImapCommandException.PartialValue"/>; default if there was nothing, and with OK.
    /// </summary>
    public T? PartialValue => _isPartial ? _value : default;

    /// <summary>The unreadable answers to this command, with their octets; usually empty.</summary>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    /// <summary>
    /// The warnings that arrived while the command ran: NO and BAD without a tag, which refuse nothing (RFC 9051
    /// §7.1.2, §7.1.3). They do not say which command they refer to, so each command in progress gets them. If
    /// <see cref="ImapCommand.KeepUntagged"/> is set, every untagged response.
    /// </summary>
    public IReadOnlyList<UntypedResponse> Untagged { get; init; } = [];

    /// <summary>
    /// Whether the server is throttling, and the back-off it suggests; null if it did not say so. Also available with
    /// OK.
    /// </summary>
    public ImapThrottling? Throttling => ImapThrottling.Read(Status, Code, Text);

    /// <summary>The exception for a refusal.</summary>
    internal ImapCommandException Refusal(object? partialValue, IReadOnlyList<MalformedResponse> malformed) =>
        new(Status, Code, Text, Command, partialValue) { Malformed = malformed };

    /// <summary>The status line as the server sent it.</summary>
    public override string ToString() => StatusText.Format(Status, Code, Text);
}
