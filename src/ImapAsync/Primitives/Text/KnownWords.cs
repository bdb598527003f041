namespace ImapAsync;

/// <summary>Words that servers send frequently, so that reading one again allocates no string.</summary>
internal sealed class KnownWords
{
    private const int Slots = 128;
    private readonly string?[] _words = new string?[Slots];

    public KnownWords(params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            int slot = SlotOf(System.Text.Encoding.ASCII.GetBytes(word));
            while (_words[slot] is not null)
                slot = (slot + 1) % Slots;
            _words[slot] = word;
        }
    }

    public static KnownWords Mime { get; } = new(
        "text", "plain", "html", "calendar", "csv", "multipart", "mixed", "alternative", "related", "report", "signed",
        "application", "octet-stream", "pdf", "zip", "pgp-signature", "pkcs7-signature", "image", "jpeg", "png", "gif",
        "audio", "video", "message", "rfc822", "delivery-status",
        "charset", "utf-8", "UTF-8", "us-ascii", "US-ASCII", "iso-8859-1", "ISO-8859-1", "windows-1252", "name",
        "boundary", "format", "flowed", "delsp", "yes", "no", "filename", "size", "protocol", "micalg", "report-type",
        "method", "type", "attachment", "inline",
        "7bit", "7BIT", "8bit", "8BIT", "base64", "BASE64", "quoted-printable", "QUOTED-PRINTABLE", "binary", "en",
        "de", "fr");

    /// <summary>The text of the octets, in its original case.</summary>
    public string ToText(ReadOnlySpan<byte> octets)
    {
        for (int slot = SlotOf(octets); _words[slot] is { } word; slot = (slot + 1) % Slots)
        {
            if (System.Text.Ascii.Equals(octets, word))
                return word;
        }

        return WireText.Decode(octets);
    }

    // Length, first and last letters distinguish most of these words.
    private static int SlotOf(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
            return 0;
        uint hash = ((uint)octets.Length * 0x9E3779B1) ^ ((uint)octets[0] * 0x85EBCA6B)
            ^ ((uint)octets[^1] * 0xC2B2AE35) ^ ((uint)octets[octets.Length / 2] * 0x27D4EB2F);
        return (int)(hash >> 25);
    }
}
