using System.Globalization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A message to add to a mailbox. Its octets are sent unchanged: nothing is added, and no line end is converted. If its
/// lines may end in LF alone, as in text files, use <see cref="ImapLiteral.WithCrLfAsync"/>: most servers store what
/// they receive, and other clients cannot read that.
/// </summary>
public sealed record AppendMessage
{
    /// <summary>Creates a message from octets.</summary>
    /// <param name="content">
    /// The message in the format of RFC 5322, with lines that end in CR LF; at least one octet.
    /// </param>
    /// <exception cref="ArgumentException">There are no octets.</exception>
    public AppendMessage(ImapLiteral content)
    {
        ArgumentNullException.ThrowIfNull(content);
        // RFC 3502 §5: an empty literal makes the server abandon all messages of the command.
        if (content.Length == 0)
        {
            throw new ArgumentException(
                "The message is empty: servers refuse a message without octets. (A stream is sent from its current "
                + "position: set it to 0 first.)",
                nameof(content));
        }

        Content = content;
    }

    /// <summary>
    /// Creates a message that the server assembles (CATENATE, RFC 4469). If the server does not announce CATENATE, it
    /// is not sent: <see cref="NotSupportedException"/>.
    /// </summary>
    /// <param name="parts">Its pieces in order; at least one.</param>
    /// <exception cref="ArgumentException">There are no pieces.</exception>
    public AppendMessage(IReadOnlyList<CatenatePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
            throw new ArgumentException("The message has no parts: pass at least one.", nameof(parts));
        Parts = parts;
    }

    /// <summary>The octets; null if the server assembles the message.</summary>
    public ImapLiteral? Content { get; }

    /// <summary>The pieces that the server assembles; empty for a message of octets.</summary>
    public IReadOnlyList<CatenatePart> Parts { get; } = [];

    /// <summary>The flags of the message. <c>\Recent</c>, which no client can set, is left out.</summary>
    /// <value>Default: none.</value>
    public FlagSet Flags { get; init; } = FlagSet.Empty;

    /// <summary>When the message was received (INTERNALDATE), to the second.</summary>
    /// <value>Default: null, the server's current time.</value>
    public DateTimeOffset? InternalDate { get; init; }

    /// <summary>How the octets are announced.</summary>
    /// <value>Default: <see cref="AppendForm.Literal"/>.</value>
    public AppendForm Form { get; init; }

    // append-message = append-opts SP append-data (RFC 4466 §2.7)
    internal void Write(CommandEncoder encoder)
    {
        FlagSet flags = Flags.Contains(Flag.Recent) ? Flags - Flag.Recent : Flags;
        if (flags.Count > 0)
            encoder.Flags(flags);
        if (InternalDate is { } date)
            encoder.Word(Format(date));

        if (Content is null)
            WriteParts(encoder);
        else if (Form == AppendForm.Utf8)
            MessageForms.WriteUtf8(encoder, Content);
        else
            encoder.Message(Content, Form == AppendForm.Binary);
    }

    // RFC 9051 §9: date-time = DQUOTE date-day-fixed "-" date-month "-" date-year SP time SP zone DQUOTE
    private static string Format(DateTimeOffset date)
    {
        char sign = date.Offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"\"{date:dd-MMM-yyyy HH:mm:ss} {sign}{date.Offset:hhmm}\"");
    }

    private void WriteParts(CommandEncoder encoder)
    {
        MessageForms.BeginCatenate(encoder);
        foreach (CatenatePart part in Parts)
            part.Write(encoder);
        encoder.EndList();
    }
}
