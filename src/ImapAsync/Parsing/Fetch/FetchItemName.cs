using System.Buffers;
using System.Buffers.Text;

namespace ImapAsync;

/// <summary>
/// The name of a FETCH item, which may contain a section with spaces: <c>BODY[HEADER.FIELDS (SUBJECT)]&lt;0&gt;</c>
/// (RFC 9051 §9, msg-att).
/// </summary>
internal readonly ref struct FetchItemName
{
    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t()[\"{\r\n"u8);
    private static readonly SearchValues<byte> OriginEnd = SearchValues.Create(" \t()\"{~\r\n"u8);

    private readonly int _bracket;

    /// <summary>Reads the name at the start of <paramref name="octets"/>.</summary>
    public FetchItemName(ReadOnlySpan<byte> octets)
    {
        int length = octets.IndexOfAny(NameEnd);
        if (length < 0)
            length = octets.Length;
        _bracket = length < octets.Length && octets[length] == '[' ? length : -1;
        if (_bracket >= 0)
            length = EndOfSection(octets, length);
        Octets = octets[..length];
        Kind = _bracket >= 0 ? KindOfSection(octets[.._bracket]) : KindOf(Octets);
    }

    public ReadOnlySpan<byte> Octets { get; }

    public FetchItemKinds Kind { get; }

    /// <summary>Whether it can be a name at all; if not, something else stands in its place.</summary>
    public bool IsName => !Octets.IsEmpty && char.IsAsciiLetter((char)Octets[0]);

    /// <summary>Whether it is one of the known names with a section in brackets.</summary>
    public bool HasSection => _bracket >= 0 && Kind != FetchItemKinds.Other;

    /// <summary>Whether it is BINARY: a section without its transfer encoding (RFC 3516).</summary>
    public bool IsBinary => Kind == FetchItemKinds.Section && _bracket >= 0 && (Octets[1] | 0x20) == 'i';

    /// <summary>The text between the brackets, or its equivalent for RFC822 and its parts (RFC 3501 §6.4.5).</summary>
    public ReadOnlySpan<byte> Section
    {
        get
        {
            if (_bracket >= 0)
            {
                ReadOnlySpan<byte> rest = Octets[(_bracket + 1)..];
                int close = rest.LastIndexOf((byte)']');
                return close < 0 ? rest : rest[..close];
            }

            return Octets.Length switch
            {
                11 => "TEXT"u8,
                13 => "HEADER"u8,
                _ => default,
            };
        }
    }

    /// <summary>The origin octet of a partial section: the 0 of <c>BODY[]&lt;0&gt;</c>; otherwise null.</summary>
    public long? Origin
    {
        get
        {
            int angle = _bracket >= 0 && Octets[^1] == '>' ? Octets.LastIndexOf((byte)'<') : -1;
            return angle >= 0 && Utf8Parser.TryParse(Octets[(angle + 1)..], out long origin, out _) && origin >= 0
                ? origin
                : null;
        }
    }

    /// <summary>
    /// Skips to a known name that is enclosed in parentheses together with its value: some servers put them around one
    /// pair, or around several.
    /// </summary>
    public static int SkipParentheses(ReadOnlySpan<byte> octets, int position)
    {
        int inside = position;
        while (inside < octets.Length && octets[inside] is (byte)'(' or (byte)' ')
            inside++;
        if (inside == octets.Length)
            return inside;
        return inside > position && new FetchItemName(octets[inside..]).Kind != FetchItemKinds.Other
            ? inside
            : position;
    }

    public static FetchItemKinds KindOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 when Is(name, "UID"u8) => FetchItemKinds.Uid,
        4 when Is(name, "BODY"u8) => FetchItemKinds.Body,
        5 when Is(name, "FLAGS"u8) => FetchItemKinds.Flags,
        6 when Is(name, "MODSEQ"u8) => FetchItemKinds.ModSequence,
        6 when Is(name, "RFC822"u8) => FetchItemKinds.Section,
        7 when Is(name, "EMAILID"u8) => FetchItemKinds.EmailId,
        7 when Is(name, "PREVIEW"u8) => FetchItemKinds.Preview,
        8 when Is(name, "ENVELOPE"u8) => FetchItemKinds.Envelope,
        8 when Is(name, "SAVEDATE"u8) => FetchItemKinds.SaveDate,
        8 when Is(name, "THREADID"u8) => FetchItemKinds.ThreadId,
        11 when Is(name, "RFC822.SIZE"u8) => FetchItemKinds.Size,
        11 when Is(name, "RFC822.TEXT"u8) => FetchItemKinds.Section,
        12 when Is(name, "INTERNALDATE"u8) => FetchItemKinds.InternalDate,
        13 when Is(name, "BODYSTRUCTURE"u8) => FetchItemKinds.BodyStructure,
        13 when Is(name, "RFC822.HEADER"u8) => FetchItemKinds.Section,
        _ => FetchItemKinds.Other,
    };

    // Some servers echo the request's .PEEK.
    private static FetchItemKinds KindOfSection(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when Is(name, "BODY"u8) => FetchItemKinds.Section,
        6 when Is(name, "BINARY"u8) => FetchItemKinds.Section,
        9 when Is(name, "BODY.PEEK"u8) => FetchItemKinds.Section,
        11 when Is(name, "BINARY.PEEK"u8) => FetchItemKinds.Section,
        11 when Is(name, "BINARY.SIZE"u8) => FetchItemKinds.BinarySize,
        _ => FetchItemKinds.Other,
    };

    // Header field names can be quoted, and may then contain a bracket.
    private static int EndOfSection(ReadOnlySpan<byte> octets, int bracket)
    {
        for (int i = bracket + 1; i < octets.Length; i++)
        {
            i += octets[i..].IndexOfAny("]\"\r\n"u8) is >= 0 and int next ? next : octets.Length - i;
            if (i == octets.Length)
                break;
            if (octets[i] == ']')
                return i + 1 + EndOfOrigin(octets[(i + 1)..]);
            if (octets[i] != '"' || QuotedToken.Length(octets[(i + 1)..], out _) is not (>= 0 and int length))
                break;
            i += length + 1;
        }

        int end = octets.IndexOfAny(" \r\n"u8);
        return end < 0 ? octets.Length : Math.Max(end, bracket + 1);
    }

    private static int EndOfOrigin(ReadOnlySpan<byte> rest)
    {
        int length = rest.IndexOfAny(OriginEnd);
        return length < 0 ? rest.Length : length;
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected) =>
        Ascii.EqualsIgnoreCase(name, expected);
}
