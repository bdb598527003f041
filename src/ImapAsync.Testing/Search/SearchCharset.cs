using System.Text;
using System.Text.Unicode;

namespace ImapAsync.Testing;

/// <summary>The CHARSET of a SEARCH, SORT or THREAD: how its texts are encoded (RFC 9051 §6.4.4).</summary>
internal sealed class SearchCharset
{
    // Charsets.Find knows many more names, including ones such as "unknown", which a client must not believe to be
    // understood.
    private static readonly string[] Names =
        [
            "US-ASCII", "UTF-8", "ISO-8859-1", "ISO-8859-2", "ISO-8859-15", "WINDOWS-1252", "KOI8-R", "ISO-2022-JP",
            "SHIFT_JIS", "EUC-JP", "GB18030", "BIG5", "EUC-KR"
        ];

    private readonly string _name;
    private readonly Encoding _encoding;

    private SearchCharset(string name, Encoding encoding)
    {
        _name = name;
        _encoding = encoding;
    }

    /// <summary>The default charset of texts: ASCII for IMAP4rev1, UTF-8 for IMAP4rev2, which includes it.</summary>
    public static SearchCharset Unsaid { get; } = new("UTF-8", Encoding.UTF8);

    /// <exception cref="CommandRefusedException">The server does not know the charset.</exception>
    public static SearchCharset Find(string name)
    {
        string? known = Array.Find(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (known is not null && Charsets.Find(known) is { } encoding)
            return new SearchCharset(known, encoding);
        throw new CommandRefusedException(
            ImapStatus.No,
            $"The charset {Printable(name)} is not known.",
            $"BADCHARSET ({string.Join(' ', Names)})");
    }

    /// <exception cref="CommandRefusedException">The octets are not valid in the charset.</exception>
    public string Decode(ReadOnlySpan<byte> text)
    {
        bool valid = _name switch
        {
            "US-ASCII" => System.Text.Ascii.IsValid(text),
            "UTF-8" => Utf8.IsValid(text),
            _ => true,
        };
        return valid
            ? _encoding.GetString(text)
            : throw CommandRefusedException.Bad($"A text to search for is not {_name}: name its CHARSET.");
    }

    private static string Printable(string name) => new([.. name.Where(c => c is > ' ' and <= '~').Take(40)]);
}
