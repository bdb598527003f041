using System.Globalization;
using System.Text;

namespace ImapAsync;

/// <summary>A server's message: <c>attr-val *("," attr-val)</c> in a fixed order (RFC 5802 §5.1, §7).</summary>
internal readonly struct ScramMessage
{
    private readonly string[] _attributes;

    public ScramMessage(ReadOnlySpan<byte> message) => _attributes = Encoding.UTF8.GetString(message).Split(',');

    /// <summary>
    /// The value of the attribute at a position, or <see langword="null"/> if another attribute stands there.
    /// </summary>
    public string? this[int place, char name]
        => place < _attributes.Length && _attributes[place] is { Length: >= 2 } attribute && attribute[0] == name
            && attribute[1] == '='
            ? attribute[2..]
            : null;

    /// <summary>Decodes base64 as §7 defines it: padded, without white space.</summary>
    public static byte[]? DecodeBase64(string? text)
    {
        if (text is null || text.AsSpan().ContainsAny(" \t\r\n"))
            return null;
        byte[] bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64String(text, bytes, out int written) ? bytes[..written] : null;
    }

    /// <summary><c>posit-number</c>. A value too large for a <see cref="long"/> counts as the largest one.</summary>
    public static long? ParsePositive(string? text)
    {
        if (string.IsNullOrEmpty(text) || text[0] is < '1' or > '9' || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? value
            : long.MaxValue;
    }
}
