namespace ImapAsync.Benchmarks;

/// <summary>Reads every property that ENVELOPE and BODYSTRUCTURE have.</summary>
internal static class SdkEverything
{
    public static long Read(FetchedMessage message) => SdkSummaries.ReadFields(message) + Read(message.Envelope) + Read(message.BodyStructure);

    private static long Read(Envelope envelope)
    {
        long check = envelope.Subject.Length + Length(envelope.MessageId) + Length(envelope.InReplyTo) + (envelope.Date?.Month ?? 0);
        return check + Read(envelope.From) + Read(envelope.Sender) + Read(envelope.ReplyTo) + Read(envelope.To) + Read(envelope.Cc) + Read(envelope.Bcc);
    }

    private static long Read(IReadOnlyList<EmailAddress> addresses)
    {
        long check = 0;
        for (int i = 0; i < addresses.Count; i++)
            check += Length(addresses[i].DisplayName) + addresses[i].Address.Length;
        return check;
    }

    private static long Read(BodyPart part)
    {
        ContentType type = part.ContentType;
        long check = type.Type.Length + type.Subtype.Length + part.Size + (part.Lines ?? 0) + Length(part.Id) + Length(part.Description) + Length(part.Md5) + Length(part.Location);
        check += type.Parameters.Count + Length(type.Charset) + Length(part.FileName) + Length(part.Disposition?.Type) + part.Languages.Count + (int)part.TransferEncoding;
        if (part.Envelope is { } envelope)
            check += Read(envelope);
        if (part.Body is { } body)
            check += Read(body);
        for (int i = 0; i < part.Children.Count; i++)
            check += Read(part.Children[i]);
        return check;
    }

    private static long Length(string? text) => text?.Length ?? 0;
}
