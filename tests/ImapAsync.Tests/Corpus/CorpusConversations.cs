namespace ImapAsync.Tests;

/// <summary>Probes that involve more than a command and its value.</summary>
internal static class CorpusConversations
{
    /// <summary>Unsolicited responses: as they were sent, and what they changed.</summary>
    public static CorpusProbe Untagged { get; } = new(true, static async client =>
    {
        ImapResult<ImapNothing> result = await client.Inbox.SendAsync(new NoopCommand { KeepUntagged = true });
        List<string> lines = [.. result.Untagged.Where(static response => !IsPrelude(response)).Select(Canon.Response)];
        SelectedMailbox inbox = client.Inbox;
        lines.Add($"exists={inbox.Exists} recent={inbox.Recent} flags={inbox.Flags}");
        lines.Add($"capabilities={client.Connection.Capabilities} enabled={client.Connection.Enabled}");
        return string.Join('\n', lines);
    });

    /// <summary>A challenge.</summary>
    public static CorpusProbe Continuation { get; } = new(false, static async client =>
    {
        string told = "none";
        SaslMechanism mechanism = SaslMechanism.FromCallback("X-ECHO", (challenge, _) =>
        {
            told = "challenge " + Canon.Octets(challenge.Span);
            return ValueTask.FromResult<byte[]?>([1]);
        });
        ImapAuthenticationException refused = await Assert.ThrowsAsync<ImapAuthenticationException>(() => client.Connection.AuthenticateAsync(mechanism));
        return refused.Message.Contains("enough", StringComparison.Ordinal) ? told : refused.Message;
    })
    {
        IsContinuation = true,
    };

    /// <summary>A FETCH, read as a whole or as a stream.</summary>
    public static CorpusProbe Fetch(ImapStreamCommand<FetchedMessage> command) =>
        CorpusProbe.Of(command, static messages => string.Join('\n', messages.Select(static message => CanonMessage.Message(message)))) with
        {
            Streamed = new CorpusProbe(true, client => StreamAsync(client, command)),
        };

    private static async Task<string> StreamAsync(CorpusClient client, ImapStreamCommand<FetchedMessage> command)
    {
        List<string> messages = [];
        ImapItems<FetchedMessage> stream = client.Inbox.StreamAsync(command).NoThrow();
        await foreach (FetchedMessage message in stream)
        {
            // What follows a body is available once the body was read, including the next body.
            Dictionary<MessageBody, byte[]> read = [];
            while (message.Sections.FirstOrDefault(body => !read.ContainsKey(body) && !body.IsBuffered) is { } next)
                read.Add(next, await next.ReadAllAsync());
            messages.Add(CanonMessage.Message(message, read));
        }

        ImapResult<long> result = await stream.Completion;
        // The rest of a broken line comes when its message may have been read already.
        messages.AddRange(result.Malformed.Select(Canon.Malformed).Except(messages.SelectMany(static message => message.Split('\n'))));
        if (!result.IsOk)
            messages.Insert(0, Canon.Join(result.Status.ToString(), $"[{result.Code?.Name}]", Canon.Text(result.Text)).Replace(" []", "", StringComparison.Ordinal));
        return string.Join('\n', messages);
    }

    // It may be read only after the command was sent.
    private static bool IsPrelude(UntypedResponse response) => response is
    { Name: "CAPABILITY", Text: "CAPABILITY IMAP4rev1 LITERAL+" } or { Name: "EXISTS", Number: 9 } or { Name: "RECENT", Number: 1 } or { Name: "FLAGS", Text: "FLAGS (\\Seen)" };
}
