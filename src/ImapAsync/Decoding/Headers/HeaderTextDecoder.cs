using System.Text;

namespace ImapAsync;

/// <summary>
/// One pass over a header value. The octets of adjacent words in the same charset are collected and decoded together,
/// because mailers split words in the middle of a character, and even of a base64 quantum.
/// </summary>
internal ref struct HeaderTextDecoder(Span<char> text, Span<byte> octets)
{
    // At least as long as the value, and no word decodes to more than its own length.
    private readonly Span<byte> _octets = octets;

    private PooledText _text = new(text);
    private int _octetCount;
    private Encoding? _charset;
    private Base64Decoder _base64;

    public string Decode(ReadOnlySpan<byte> value)
    {
        int raw = 0;
        int position = 0;
        while (true)
        {
            int next = value[position..].IndexOf("=?"u8);
            if (next < 0)
                break;
            position += next;
            if (!EncodedWord.TryRead(value[position..], out EncodedWord word))
            {
                position += 2;
                continue;
            }

            if (Charsets.Find(word.Charset) is { } charset)
            {
                AppendBetween(value[raw..position]);
                AppendWord(word, charset);
                raw = position + word.Length;
            }

            position += word.Length;
        }

        EndWords();
        AppendRaw(value[raw..]);
        return _text.ToString();
    }

    public void Dispose() => _text.Dispose();

    // White space between two encoded words is not part of the text: RFC 2047 §6.2.
    private void AppendBetween(scoped ReadOnlySpan<byte> gap)
    {
        if (_charset is not null && gap.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return;
        EndWords();
        AppendRaw(gap);
    }

    private void AppendWord(scoped in EncodedWord word, Encoding charset)
    {
        if (_charset is not null && !ReferenceEquals(_charset, charset))
            EndWords();
        _charset = charset;
        if (word.IsBase64)
        {
            _octetCount += _base64.Decode(word.Text, _octets[_octetCount..]);
            if (!_base64.IsCutShort)
                EndBase64();
        }
        else
        {
            EndBase64();
            _octetCount += DecodeQ(word.Text, _octets[_octetCount..]);
        }
    }

    private void EndBase64() => _octetCount += _base64.Finish(_octets[_octetCount..]);

    private void EndWords()
    {
        if (_charset is null)
            return;
        EndBase64();
        _text.AppendOnOneLine(_charset, _octets[.._octetCount]);
        _octetCount = 0;
        _charset = null;
    }

    private void AppendRaw(scoped ReadOnlySpan<byte> raw)
    {
        while (true)
        {
            int lineEnd = raw.IndexOfAny((byte)'\r', (byte)'\n');
            if (lineEnd < 0)
                break;
            _text.Append(Charsets.Undeclared, raw[..lineEnd]);
            raw = raw[lineEnd..].TrimStart("\r\n"u8);
            _text.Append(' ');
            if (raw is [(byte)' ' or (byte)'\t', ..])
                raw = raw[1..];
        }

        _text.Append(Charsets.Undeclared, raw);
    }

    // RFC 2047 §4.2, which encodes a space as "_".
    private static int DecodeQ(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int written = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte octet = text[i];
            if (octet == '=' && HexOctet.TryParse(text[(i + 1)..], out byte escaped))
            {
                octet = escaped;
                i += 2;
            }
            else if (octet == '_')
            {
                octet = (byte)' ';
            }

            destination[written++] = octet;
        }

        return written;
    }
}
