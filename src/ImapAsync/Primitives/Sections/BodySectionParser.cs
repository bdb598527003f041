using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ImapAsync;

/// <summary>
/// Parses section-spec (RFC 9051 §9) as servers echo it: in any case, header fields quoted or not, in any order, with
/// spaces anywhere.
/// <code>section-spec = section-msgtext / (section-part ["." section-text])</code>
/// </summary>
internal static class BodySectionParser
{
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out BodySection? section)
    {
        section = null;
        octets = octets.Trim((byte)' ');
        if (!TryReadPart(ref octets, out int[]? part))
            return false;
        int paren = octets.IndexOf((byte)'(');
        ReadOnlySpan<byte> keyword = (paren < 0 ? octets : octets[..paren]).TrimEnd((byte)' ');
        if (!TryReadText(keyword, out BodySectionText text))
            return false;
        if (text == BodySectionText.Mime && part.Length == 0)
            return false;

        string[]? fields = [];
        bool wantsFields = text is BodySectionText.HeaderFields or BodySectionText.HeaderFieldsNot;
        if (wantsFields != paren >= 0 || (wantsFields && !TryReadFields(octets[paren..], out fields)))
            return false;
        section = part.Length > 0 || wantsFields ? new(text, part, fields) : WholeMessage(text);
        return true;
    }

    private static BodySection WholeMessage(BodySectionText text) => text switch
    {
        BodySectionText.Header => BodySection.Header,
        BodySectionText.Text => BodySection.Text,
        _ => BodySection.Full,
    };

    // Takes the part and the dot after it, which must not be the end.
    private static bool TryReadPart(ref ReadOnlySpan<byte> octets, out int[] part)
    {
        part = [];
        if (octets is not [>= (byte)'0' and <= (byte)'9', ..])
            return true;
        List<int> numbers = new();
        while (octets is [>= (byte)'0' and <= (byte)'9', ..])
        {
            if (!Utf8Parser.TryParse(octets, out int number, out int used) || number == 0)
                return false;
            numbers.Add(number);
            octets = octets[used..];
            if (octets.IsEmpty)
                break;
            if (octets is not [(byte)'.', _, ..])
                return false;
            octets = octets[1..];
        }

        part = [.. numbers];
        return true;
    }

    private static bool TryReadText(ReadOnlySpan<byte> keyword, out BodySectionText text)
    {
        text = BodySectionText.Full;
        if (keyword.IsEmpty)
            return true;
        if (Ascii.EqualsIgnoreCase(keyword, "HEADER"u8))
            text = BodySectionText.Header;
        else if (Ascii.EqualsIgnoreCase(keyword, "HEADER.FIELDS"u8))
            text = BodySectionText.HeaderFields;
        else if (Ascii.EqualsIgnoreCase(keyword, "HEADER.FIELDS.NOT"u8))
            text = BodySectionText.HeaderFieldsNot;
        else if (Ascii.EqualsIgnoreCase(keyword, "TEXT"u8))
            text = BodySectionText.Text;
        else if (Ascii.EqualsIgnoreCase(keyword, "MIME"u8))
            text = BodySectionText.Mime;
        return text != BodySectionText.Full;
    }

    private static bool TryReadFields(ReadOnlySpan<byte> list, [NotNullWhen(true)] out string[]? fields)
    {
        fields = null;
        if (list is not [(byte)'(', .., (byte)')'])
            return false;
        List<string> names = new();
        ReadOnlySpan<byte> rest = list[1..^1];
        while (!(rest = rest.TrimStart((byte)' ')).IsEmpty)
        {
            if (!TryReadName(ref rest, out string? name))
                return false;
            names.Add(name);
        }

        if (names.Count == 0)
            return false;
        fields = HeaderFieldNames.Distinct(names);
        return true;
    }

    private static bool TryReadName(ref ReadOnlySpan<byte> rest, [NotNullWhen(true)] out string? name)
    {
        name = null;
        int length;
        if (rest[0] == '"')
        {
            for (length = 1; length < rest.Length && rest[length] != '"'; length++)
            {
                if (rest[length] == '\\')
                    length++;
            }

            if (length >= rest.Length)
                return false;
            name = Unescape(Encoding.UTF8.GetString(rest[1..length]));
            length++;
        }
        else
        {
            length = rest.IndexOf((byte)' ');
            if (length < 0)
                length = rest.Length;
            name = Encoding.UTF8.GetString(rest[..length]);
        }

        rest = rest[length..];
        return HeaderFieldNames.IsValid(name);
    }

    // A backslash occurs only before a quote or another backslash.
    private static string Unescape(string quoted) =>
        quoted.Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);
}
