using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>
/// A Content-Type (RFC 2045 §5) as the server reports it: parameters unquoted, in their order, neither joined nor
/// decoded.
/// </summary>
/// <param name="Type">For example <c>text</c>, as written.</param>
/// <param name="Subtype">For example <c>plain</c>, as written.</param>
/// <param name="Parameters">The parameters.</param>
internal sealed record MimeType(string Type, string Subtype, MimeParameters Parameters)
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The default if the type is missing or unreadable (RFC 2045 §5.2).</summary>
    public static MimeType PlainText { get; } = new("text", "plain", new MimeParameters([new("charset", "us-ascii")]));

    /// <summary>The default in a multipart/digest (RFC 2046 §5.1.5).</summary>
    public static MimeType EmbeddedMessage { get; } = new("message", "rfc822", MimeParameters.Empty);

    /// <summary>The type of what is nested too deep to be parsed.</summary>
    public static MimeType Opaque { get; } = new("application", "octet-stream", MimeParameters.Empty);

    /// <summary>Whether it is a text, whose lines are counted.</summary>
    public bool IsText => Is(Type, "text");

    /// <summary>Whether it is a message with an envelope (RFC 9051 §9, media-message).</summary>
    public bool IsMessage => Is(Type, "message") && (Is(Subtype, "rfc822") || Is(Subtype, "global"));

    /// <summary>Whether it has parts.</summary>
    public bool IsMultipart => Is(Type, "multipart");

    /// <summary>Whether its parts are messages by default.</summary>
    public bool IsDigest => IsMultipart && Is(Subtype, "digest");

    /// <summary>The delimiter between the parts of a multipart; empty if it is missing.</summary>
    public string Boundary =>
        Parameters.TryGetValue("boundary", out string? boundary) ? boundary.TrimEnd() : string.Empty;

    /// <summary>
    /// Reads the type of a part, which is <paramref name="unsaid"/> if its header does not specify one.
    /// </summary>
    public static MimeType Read(MimeHeader header, MimeType unsaid)
    {
        if (!header.Fields.TryGetField("Content-Type", out MailHeaderField field))
            return unsaid;
        (string value, MimeParameters parameters) = ParameterizedValue.Parse(field.RawValue.Span);
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return PlainText;
        string type = value[..slash].Trim();
        string subtype = value[(slash + 1)..].Trim();
        return IsToken(type) && IsToken(subtype) ? new MimeType(type, subtype, parameters) : PlainText;
    }

    private static bool IsToken(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept(TokenCharacters) < 0;

    private static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
