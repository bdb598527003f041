namespace ImapAsync.SmokeTest;

/// <summary>A message whose subject shows whether charsets and encoded words have survived.</summary>
internal static class SampleMessage
{
    private const string Subject = "smöke";

    public static byte[] Octets =>
        "Subject: =?utf-8?q?sm=C3=B6ke?=\r\nFrom: A <a@example.org>\r\n\r\nhello\r\n"u8.ToArray();

    /// <summary>Reads all messages of a mailbox, their bodies as they arrive.</summary>
    public static async Task<List<StoredMessage>> ReadAllAsync(IImapMailbox mailbox, CancellationToken cancellationToken)
    {
        SearchResult hits = await mailbox.SearchAsync(SearchQuery.All, cancellationToken);
        FetchItems items = [FetchItem.Flags, FetchItem.Envelope, FetchItem.BodyStructure, FetchItem.Body()];
        List<StoredMessage> stored = [];
        await foreach (FetchedMessage message in mailbox.FetchAsync(hits.Uids, items, cancellationToken))
            stored.Add(await ReadAsync(message, cancellationToken));
        return stored.Count > 0 ? stored : throw new InvalidOperationException("There is no message.");
    }

    private static async Task<StoredMessage> ReadAsync(FetchedMessage message, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        await message.CopyBodyToAsync(body, cancellationToken);
        Console.WriteLine(
            $"{message.Uid} {message.Flags} {message.Envelope.Subject} from {message.Envelope.From[0]}: "
            + $"{message.BodyStructure.ContentType}, {body.Length} octets");
        return message.Envelope.Subject == Subject && body.Length > 0
            ? new StoredMessage(message.Uid.Value, Subject, [.. message.Flags.Select(static flag => flag.ToString())])
            : throw new InvalidOperationException("The message is not the one that was appended.");
    }
}
