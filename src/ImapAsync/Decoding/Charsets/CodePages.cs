using System.Collections.Concurrent;
using System.Text;

namespace ImapAsync;

/// <summary>Encodings by code page number, each created once, without the process-wide provider registry.</summary>
internal static class CodePages
{
    public const int Utf8 = 65001;
    public const int Utf7 = 65000;
    public const int Utf16 = 1200;
    public const int Utf16BigEndian = 1201;
    public const int Utf32 = 12000;
    public const int Utf32BigEndian = 12001;
    public const int Ascii = 20127;
    public const int Latin1 = 28591;
    public const int Latin5 = 28599;
    public const int Latin6 = 28600;
    public const int Thai = 874;
    public const int ThaiIso = 28601;
    public const int Latin8 = 28604;
    public const int Latin10 = 28606;
    public const int Korean = 949;
    public const int KoreanEuc = 51949;
    public const int Gbk = 936;
    public const int Gb2312 = 51936;
    public const int Gb18030 = 54936;
    public const int Windows1252 = 1252;
    public const int Windows1254 = 1254;

    // Bounded by the number of code pages: unknown ones are not cached.
    private static readonly ConcurrentDictionary<int, Encoding> Known = new();

    public static Encoding? Find(int codePage)
    {
        codePage = Widen(codePage);
        if (Known.TryGetValue(codePage, out Encoding? encoding))
            return encoding;
        encoding = Create(codePage);
        return encoding is null ? null : Known.GetOrAdd(codePage, encoding);
    }

    /// <summary>Looks up names that only the code page provider knows.</summary>
    public static Encoding? FindByName(ReadOnlySpan<char> name) =>
        name.IsWhiteSpace() ? null
            : CodePagesEncodingProvider.Instance.GetEncoding(name.ToString()) is { } found ? Find(found.CodePage)
            : null;

    // Mailers name the standard but send its vendor's extension: the larger repertoire reads both.
    private static int Widen(int codePage) => codePage switch
    {
        Latin1 => Windows1252,
        Latin5 => Windows1254,
        ThaiIso => Thai,
        KoreanEuc => Korean,
        Gbk or Gb2312 => Gb18030,
        _ => codePage,
    };

    private static Encoding? Create(int codePage) => codePage switch
    {
        Utf8 => Encoding.UTF8,
        Utf7 => new Utf7Encoding(),
        Utf16 => Encoding.Unicode,
        Utf16BigEndian => Encoding.BigEndianUnicode,
        Utf32 => Encoding.UTF32,
        Utf32BigEndian => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        Ascii => Charsets.Undeclared,
        Latin6 => new SingleByteEncoding(Iso8859Tables.Latin6, "iso-8859-10"),
        Latin8 => new SingleByteEncoding(Iso8859Tables.Latin8, "iso-8859-14"),
        Latin10 => new SingleByteEncoding(Iso8859Tables.Latin10, "iso-8859-16"),
        _ => FromProvider(codePage),
    };

    // The fallback of the provider, and .NET's default, is a question mark, which cannot be distinguished from one that
    // was sent.
    private static Encoding? FromProvider(int codePage) => codePage is <= 0 or > ushort.MaxValue
        ? null
        : CodePagesEncodingProvider.Instance.GetEncoding(
            codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
}
