namespace ImapAsync.Benchmarks;

/// <summary>A mailbox address in a recorded message.</summary>
internal sealed record MailAddress(string? Name, string Local, string Domain);

/// <summary>What a recorded message consists of; written as ENVELOPE, as BODYSTRUCTURE, and as the message itself.</summary>
internal sealed record Mail(DateTimeOffset Date, string Subject, MailAddress From, MailAddress[] To, MailAddress[] Cc, string MessageId, string? InReplyTo, MailPart Root);

/// <summary>A part of a recorded message: a multipart with children, an embedded message, or a leaf of a number of octets.</summary>
internal sealed record MailPart(string Type, string Subtype)
{
    public IReadOnlyList<MailPart> Children { get; init; } = [];

    public Mail? Embedded { get; init; }

    public string? Boundary { get; init; }

    public string Encoding { get; init; } = "7bit";

    public string? FileName { get; init; }

    public bool IsInline { get; init; }

    /// <summary>How many lines the encoded content has; each is 76 octets and a line end.</summary>
    public int Lines { get; init; }

    public long Octets => Lines * 78L;

    public bool IsMultipart => Children.Count > 0;
}
