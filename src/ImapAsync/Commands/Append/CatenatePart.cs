using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A piece of a message that the server assembles (CATENATE, RFC 4469 §3): octets, or a URL of octets that the server
/// already has.
/// </summary>
public sealed class CatenatePart
{
    private readonly ImapLiteral? _octets;
    private readonly AppendForm _form;
    private readonly string _url = "";

    private CatenatePart(ImapLiteral octets, AppendForm form)
    {
        _octets = octets;
        _form = form;
    }

    private CatenatePart(string url) => _url = url;

    /// <summary>Creates a piece from octets.</summary>
    /// <param name="octets">The octets, sent unchanged.</param>
    /// <param name="form">How they are announced.</param>
    public static CatenatePart Text(ImapLiteral octets, AppendForm form = AppendForm.Literal)
    {
        ArgumentNullException.ThrowIfNull(octets);
        return new(octets, form);
    }

    /// <summary>Creates a piece from octets that the server has.</summary>
    /// <param name="url">
    /// An IMAP URL (RFC 5092), absolute or relative to the server:
    /// <c>/INBOX;UIDVALIDITY=785799047/;UID=113330;section=1.5.9</c>.
    /// </param>
    public static CatenatePart Url(string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        return new(url);
    }

    internal void Write(CommandEncoder encoder)
    {
        if (_octets is null)
            encoder.Word("URL"u8).String(_url);
        else if (_form == AppendForm.Utf8)
            MessageForms.WriteUtf8(encoder, _octets);
        else
            encoder.Word("TEXT"u8).Message(_octets, _form == AppendForm.Binary);
    }
}
