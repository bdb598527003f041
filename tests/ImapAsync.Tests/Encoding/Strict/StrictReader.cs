using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ImapAsync.Tests;

/// <summary>
/// Reads one command strictly as in RFC 9051 §9: one space between tokens, none anywhere else, no forbidden octet in a string, CR LF at the end and nowhere before.
/// Shares nothing with the library.
/// </summary>
internal sealed class StrictReader(byte[] octets, bool utf8)
{
    private int _at;
    private bool _hasSections;

    /// <summary>The tokens after the tag, including the command's name.</summary>
    public static IReadOnlyList<StrictNode> Read(byte[] octets, string tag, bool utf8)
    {
        StrictReader reader = new(octets, utf8);
        Require(reader.ReadWord().Text == tag, "the tag");
        List<StrictNode> tokens = [];
        while (!reader.At("\r\n"))
        {
            reader.Take(" ");
            tokens.Add(reader.ReadToken());
            // Only FETCH items have sections; elsewhere an atom may look like one.
            reader._hasSections |= tokens[^1].Text == "FETCH" && tokens.Count <= 2;
        }

        reader.Take("\r\n");
        Require(reader._at == octets.Length, "nothing behind the command's line");
        return tokens;
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
            throw new InvalidDataException("There must be " + what);
    }

    private bool At(string text) => Encoding.Latin1.GetString(octets.AsSpan(_at, Math.Min(text.Length, octets.Length - _at))) == text;

    private void Take(string text)
    {
        Require(At(text), $"\"{text}\" at {_at}");
        _at += text.Length;
    }

    private StrictNode ReadToken() => octets[_at] switch
    {
        (byte)'(' => ReadList(),
        (byte)'"' => ReadQuoted(),
        (byte)'{' => ReadLiteral(StrictKind.Literal),
        (byte)'~' when octets[_at + 1] == '{' => ReadLiteral(StrictKind.Literal8),
        _ => ReadWord(),
    };

    private StrictNode ReadList()
    {
        Take("(");
        List<StrictNode> items = [];
        while (!At(")"))
        {
            if (items.Count > 0)
                Take(" ");
            items.Add(ReadToken());
        }

        Take(")");
        return new StrictNode(StrictKind.List, [], items);
    }

    // QUOTED-CHAR = <any TEXT-CHAR except quoted-specials> / "\" quoted-specials / UTF8-2 / UTF8-3 / UTF8-4
    private StrictNode ReadQuoted()
    {
        Take("\"");
        List<byte> text = [];
        while (octets[_at] != '"')
        {
            bool escaped = octets[_at] == '\\';
            if (escaped)
                _at++;
            byte octet = octets[_at++];
            Require(!escaped || octet is (byte)'"' or (byte)'\\', "a quote or a backslash behind a backslash");
            Require(octet is not (0 or (byte)'\r' or (byte)'\n'), "neither NUL, CR nor LF in a quoted string");
            Require(octet < 0x80 || utf8, "ASCII in a quoted string");
            text.Add(octet);
        }

        Take("\"");
        Require(Utf8.IsValid(text.ToArray()), "UTF-8 in a quoted string");
        return new StrictNode(StrictKind.Quoted, [.. text], []);
    }

    // literal = "{" number64 ["+"] "}" CRLF *CHAR8; literal8 = "~{" number64 "}" CRLF *OCTET
    private StrictNode ReadLiteral(StrictKind kind)
    {
        Take(kind == StrictKind.Literal8 ? "~{" : "{");
        int start = _at;
        while (octets[_at] is >= (byte)'0' and <= (byte)'9')
            _at++;
        int length = int.Parse(Encoding.ASCII.GetString(octets[start.._at]), NumberStyles.None, CultureInfo.InvariantCulture);
        if (At("+"))
            _at++;
        Take("}\r\n");
        byte[] content = octets[_at..(_at + length)];
        _at += length;
        Require(kind == StrictKind.Literal8 || !content.Contains((byte)0), "no NUL in a literal");
        return new StrictNode(kind, content, []);
    }

    // An atom, a number, a set, a flag, a pattern or a section: a section's brackets may contain spaces and parentheses.
    private StrictNode ReadWord()
    {
        int start = _at;
        int open = 0;
        while (open > 0 || octets[_at] is not ((byte)' ' or (byte)'(' or (byte)')' or (byte)'"' or (byte)'{' or (byte)'\r'))
        {
            Require(octets[_at] is >= 0x20 and < 0x7F, "printable ASCII in a word");
            if (open > 0 && octets[_at] == '"')
            {
                // The name of a header field: a bracket in it does not close the section.
                ReadQuoted();
                continue;
            }

            open += octets[_at] switch { (byte)'[' when IsSection(start) => 1, (byte)']' when open > 0 => -1, _ => 0 };
            _at++;
        }

        Require(_at > start, "a word");
        return new StrictNode(StrictKind.Word, octets[start.._at], []);
    }

    private bool IsSection(int start) => _hasSections && Encoding.ASCII.GetString(octets[start.._at]) is "BODY" or "BODY.PEEK" or "BINARY" or "BINARY.PEEK" or "BINARY.SIZE";
}
