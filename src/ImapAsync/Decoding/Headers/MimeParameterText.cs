using System.Buffers;
using System.Text;

namespace ImapAsync;

/// <summary>
/// Joins the sections of a parameter. Their octets are collected before decoding, since a character may begin in one
/// section and end in the next (RFC 2231 §4.1).
/// </summary>
internal ref struct MimeParameterText
{
    private const int StackLimit = 256;

    // At least as long as all sections together, and none of their characters is more than one octet.
    private readonly Span<byte> _octets;

    private readonly Encoding _charset;
    private PooledText _text;
    private int _octetCount;

    private MimeParameterText(Span<byte> octets, Span<char> text, Encoding charset)
    {
        _octets = octets;
        _charset = charset;
        _text = new PooledText(text);
    }

    public static string Decode(List<MimeParameterSection> sections)
    {
        int length = 0;
        foreach (MimeParameterSection section in sections)
            length += section.Value.Length;
        ExtendedValue first = sections[0].IsExtended ? ExtendedValue.Parse(sections[0].Value) : default;
        byte[]? rented = length > StackLimit ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> octets = rented is null ? stackalloc byte[StackLimit] : rented;
        using MimeParameterText text =
            new MimeParameterText(octets, stackalloc char[StackLimit], first.Charset ?? Charsets.Undeclared);
        for (int i = 0; i < sections.Count; i++)
        {
            string value = sections[i].Value;
            text.Append(i == 0 ? value.AsSpan(first.TextStart) : value, sections[i].IsExtended);
        }

        text.DecodeOctets();
        string decoded = text._text.ToString();
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);

        // Without a charset it may still contain encoded words.
        return first.TextStart == 0 ? HeaderText.Decode(decoded) : decoded;
    }

    public void Dispose() => _text.Dispose();

    private void Append(ReadOnlySpan<char> value, bool isExtended)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c == '%' && isExtended && HexOctet.TryParse(value[(i + 1)..], out byte escaped))
            {
                _octets[_octetCount++] = escaped;
                i += 2;
            }
            else if (char.IsAscii(c))
            {
                _octets[_octetCount++] = (byte)c;
            }
            else
            {
                // Sent raw, contrary to the rules, and already a character.
                DecodeOctets();
                _text.Append(c);
            }
        }
    }

    private void DecodeOctets()
    {
        _text.AppendOnOneLine(_charset, _octets[.._octetCount]);
        _octetCount = 0;
    }
}
