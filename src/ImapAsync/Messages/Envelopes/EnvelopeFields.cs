namespace ImapAsync;

/// <summary>The values of an envelope created by the caller.</summary>
internal sealed class EnvelopeFields
{
    public DateTimeOffset? Date { get; set; }

    public string? DateText { get; set; }

    public string Subject { get; set; } = "";

    public IReadOnlyList<EmailAddress> From { get; set; } = [];

    public IReadOnlyList<EmailAddress>? Sender { get; set; }

    public IReadOnlyList<EmailAddress>? ReplyTo { get; set; }

    public IReadOnlyList<EmailAddress> To { get; set; } = [];

    public IReadOnlyList<EmailAddress> Cc { get; set; } = [];

    public IReadOnlyList<EmailAddress> Bcc { get; set; } = [];

    public string? InReplyTo { get; set; }

    public string? MessageId { get; set; }
}
