using System.Text;

namespace ImapAsync.ServerTests.Embedded;

/// <summary>
/// What FETCH reports about a message, as text that can be compared. What servers may legitimately treat differently is omitted: tabs in texts, the case of language tags, a charset that is
/// not stated, whether a line without a line end counts, and how long parameters are split.
/// </summary>
internal static class Description
{
    public static string Of(Envelope envelope)
    {
        string[] fields =
        [
            envelope.DateText ?? "-", envelope.Subject, Of(envelope.From), Of(envelope.Sender), Of(envelope.ReplyTo), Of(envelope.To), Of(envelope.Cc), Of(envelope.Bcc),
            envelope.InReplyTo ?? "-", envelope.MessageId ?? "-",
        ];
        return string.Join(" | ", fields).Replace('\t', ' ');
    }

    public static string Of(BodyPart root)
    {
        StringBuilder text = new();
        foreach (BodyPart part in root.Parts)
        {
            text.Append($"{part.Section} {part.ContentType.Type}/{part.ContentType.Subtype} ({Of(part.ContentType.Parameters).Replace("charset=us-ascii", "", StringComparison.Ordinal)}) {part.TransferEncoding} {part.Size} ");
            text.Append($"{part.Id} {part.Description} {part.Md5} {part.Disposition?.Type} ({Of(part.Disposition?.Parameters)}) {string.Join(',', part.Languages).ToLowerInvariant()} {part.Location}\n");
            if (part.Envelope is { } envelope)
                text.Append($"    {Of(envelope)}\n");
        }

        return text.ToString();
    }

    /// <summary>Sections of all kinds that a message of this structure has, and some that it does not have.</summary>
    public static IEnumerable<BodySection> SectionsOf(BodyPart root)
    {
        List<BodySection> sections =
        [
            BodySection.Full, BodySection.Header, BodySection.Text, BodySection.HeaderFields("subject", "FROM", "X-Nothing"), BodySection.HeaderFieldsNot("Subject", "Date"), BodySection.Part(1),
        ];
        foreach (BodyPart part in root.Parts)
        {
            if (part.Section.PartNumbers.IsEmpty)
                continue;
            int[] numbers = part.Section.PartNumbers.ToArray();
            sections.Add(BodySection.Part(numbers));
            sections.Add(BodySection.Mime(numbers));
            if (part.Body is null)
                continue;
            sections.AddRange([BodySection.Header.In(numbers), BodySection.Text.In(numbers), BodySection.HeaderFields("Subject").In(numbers), BodySection.HeaderFieldsNot("Subject").In(numbers)]);
        }

        return sections.Distinct();
    }

    private static string Of(IReadOnlyList<EmailAddress> addresses) =>
        string.Join(", ", addresses.Select(address => $"{address.Group}:{address.DisplayName}<{address.Mailbox}@{address.Host}>"));

    private static string Of(MimeParameters? parameters) =>
        string.Join(' ', (parameters ?? MimeParameters.Empty).OrderBy(parameter => parameter.Key, StringComparer.OrdinalIgnoreCase).Select(parameter => $"{parameter.Key.ToLowerInvariant()}={parameter.Value}"));
}
