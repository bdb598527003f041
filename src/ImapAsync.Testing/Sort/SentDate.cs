namespace ImapAsync.Testing;

/// <summary>The sent date of a message (RFC 5256 §2.2).</summary>
internal static class SentDate
{
    /// <summary>The Date field in UTC, or INTERNALDATE if it is missing or unreadable.</summary>
    public static DateTime Of(IMessageView message) =>
        message.Mime.Header.Fields.TryGetField("Date", out MailHeaderField field)
            && MailDate.TryParse(field.RawValue.Span, out DateTimeOffset date)
            ? date.UtcDateTime
            : message.InternalDate.UtcDateTime;
}
