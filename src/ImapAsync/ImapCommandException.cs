namespace ImapAsync;

/// <summary>The server answered NO or BAD to a command. The connection is as good as before.</summary>
public class ImapCommandException : ImapException
{
    /// <summary>Makes one, as a test would.</summary>
    /// <param name="status">NO or BAD.</param>
    /// <param name="code">The response code, if there was one.</param>
    /// <param name="text">The server's text.</param>
    /// <param name="command">The command, without secrets.</param>
    public ImapCommandException(ImapStatus status, ResponseCode? code, string text, string command)
        : base($"{command} was refused: {StatusText.Format(status, code, text)}{RefusalHints.For(status, code, text)}")
    {
        Status = status;
        Code = code;
        ServerText = text;
        Command = command;
    }

    /// <summary>NO or BAD.</summary>
    public ImapStatus Status { get; }

    /// <summary>
    /// What became of the command: <see cref="CommandOutcome.Rejected"/>, as with every NO and BAD. So that code that decides about a repetition asks every exception the same,
    /// <see cref="ImapConnectionException.Outcome"/> as well.
    /// </summary>
    public CommandOutcome Outcome { get; } = CommandOutcome.Rejected;

    /// <summary>The response code, such as TRYCREATE; null when there was none.</summary>
    public ResponseCode? Code { get; }

    /// <summary>The server's text.</summary>
    public string ServerText { get; }

    /// <summary>The command, without secrets.</summary>
    public string Command { get; }

    /// <summary>Whether the command was refused because the server is asked for too much, and how long to wait before it is sent again; null for every other refusal.</summary>
    public ImapThrottling? Throttling => ImapThrottling.Read(Status, Code, ServerText);
}
