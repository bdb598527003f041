namespace ImapAsync.Tests;

/// <summary>Fetched messages as text, see <see cref="Canon"/>.</summary>
internal static class CanonMessage
{
    private static readonly FetchItem[] Rare = [FetchItem.SaveDate, FetchItem.EmailId, FetchItem.ThreadId, FetchItem.Preview];

    /// <summary>The message in lines.</summary>
    /// <param name="message">The message.</param>
    /// <param name="streamed">What was read of the streamed bodies.</param>
    public static string Message(FetchedMessage message, IReadOnlyDictionary<MessageBody, byte[]>? streamed = null)
    {
        List<string> lines =
        [
            Canon.Join(
                "message",
                message.SequenceNumber.Value == 0 ? "?" : message.SequenceNumber.ToString(),
                message.Contains(FetchItem.Uid) ? Canon.Part("uid", message.Uid) : null,
                message.Contains(FetchItem.Flags) ? Canon.Part("flags", message.Flags) : null,
                message.Contains(FetchItem.InternalDate) ? Canon.Part("date", Canon.Date(message.InternalDate)) : null,
                message.Contains(FetchItem.Size) ? Canon.Part("size", message.Size) : null,
                message.Contains(FetchItem.ModSequence) ? Canon.Part("modseq", message.ModSequence?.ToString() ?? "none") : null),
        ];
        if (message.Contains(FetchItem.Envelope))
            lines.Add("envelope " + Envelope(message.Envelope));
        if (message.Contains(FetchItem.BodyStructure) || message.Contains(FetchItem.BasicBodyStructure))
            lines.Add("body " + CanonBody.Part(message.BodyStructure));
        lines.AddRange(Rare.Where(message.Contains).Select(item => $"{item.ToString().ToLowerInvariant()} {RareValue(message, item)}"));
        lines.AddRange(message.Sections.Select(body => Section(body, streamed)).Order(StringComparer.Ordinal));
        for (int part = 1; part <= 3; part++)
        {
            if (message.BinarySize(BodySection.Part(part)) is { } size)
                lines.Add($"binary.size[{part}] {size}");
        }

        lines.AddRange(message.Extensions.Select(static item => $"extension {item.Name} {Canon.Octets(item.Raw.Span)}"));
        lines.AddRange(message.Malformed.Select(Canon.Malformed));
        return string.Join('\n', lines);
    }

    public static string Envelope(Envelope envelope) => Canon.Join(
        Canon.Part("date", envelope.DateText is null ? null : $"{Canon.Date(envelope.Date)} {Canon.Text(envelope.DateText)}"),
        Canon.Part("subject", Canon.Text(envelope.Subject)),
        Addresses("from", envelope.From),
        envelope.Sender.SequenceEqual(envelope.From) ? null : Addresses("sender", envelope.Sender),
        envelope.ReplyTo.SequenceEqual(envelope.From) ? null : Addresses("reply-to", envelope.ReplyTo),
        Addresses("to", envelope.To),
        Addresses("cc", envelope.Cc),
        Addresses("bcc", envelope.Bcc),
        Canon.Part("in-reply-to", envelope.InReplyTo),
        Canon.Part("id", envelope.MessageId));

    private static string? Addresses(string name, IReadOnlyList<EmailAddress> addresses) =>
        addresses.Count == 0 ? null : Canon.Part(name, Canon.List(addresses, static address => Canon.Join(
            address.Group is null ? null : $"{address.Group}:", address.DisplayName is null ? null : Canon.Text(address.DisplayName), $"<{address.Address}>")));

    private static string RareValue(FetchedMessage message, FetchItem item)
    {
        if (item == FetchItem.SaveDate)
            return Canon.Date(message.SaveDate);
        if (item == FetchItem.EmailId)
            return Canon.Text(message.EmailId);
        return Canon.Text(item == FetchItem.ThreadId ? message.ThreadId : message.Preview);
    }

    private static string Section(MessageBody body, IReadOnlyDictionary<MessageBody, byte[]>? streamed)
    {
        string content = Canon.Octets(body is BufferedBody buffered ? buffered.Octets.Span : streamed![body]);
        return $"{(body.IsBinary ? "binary" : "section")}[{body.Section}]{(body.Offset is { } offset ? $"<{offset}>" : "")} {body.Size}: {content}";
    }
}
