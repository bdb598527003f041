namespace ImapAsync.Tests;

/// <summary>What a response of the corpus is read as: a command that it answers, and how the command's value is written.</summary>
/// <param name="IsInMailbox">Whether the command needs a selected mailbox.</param>
/// <param name="AskAsync">Sends the command and writes its value.</param>
internal sealed record CorpusProbe(bool IsInMailbox, Func<CorpusClient, Task<string>> AskAsync)
{
    /// <summary>The same command, its items taken one by one while they arrive; null where it has none.</summary>
    public CorpusProbe? Streamed { get; init; }

    /// <summary>Whether the response is the greeting.</summary>
    public bool IsGreeting { get; init; }

    /// <summary>Whether the response is a continuation, which the client answers with a line.</summary>
    public bool IsContinuation { get; init; }

    /// <summary>Whether the case is about the tagged response itself, so that its status is written too.</summary>
    public bool TellsStatus { get; init; }

    public static CorpusProbe Of<T>(ImapCommand<T> command, Func<T, string> write, bool isInMailbox = true, bool tellsStatus = false) =>
        new(isInMailbox, async client =>
        {
            IImapSession sender = isInMailbox ? client.Inbox : client.Connection;
            return Write(await sender.SendAsync(command), write, tellsStatus);
        })
        {
            TellsStatus = tellsStatus,
        };

    private static string Write<T>(ImapResult<T> result, Func<T, string> write, bool tellsStatus)
    {
        List<string> lines = [];
        if (tellsStatus || !result.IsOk)
        {
            lines.Add(Canon.Join(
                result.Status.ToString(),
                result.Code is { } code ? $"[{code.Name}{(code.Arguments.IsEmpty ? "" : " " + Canon.Octets(code.Arguments.Span))}]" : null,
                Canon.Text(result.Text),
                result.Throttling is { } throttling ? $"throttled {throttling.Backoff}" : null));
        }

        if (result.IsOk)
            lines.Add(write(result.Value));
        lines.AddRange(result.Malformed.Select(Canon.Malformed));
        return string.Join('\n', lines.Where(static line => line.Length > 0));
    }
}
