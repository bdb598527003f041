using System.Collections.Frozen;

namespace ImapAsync;

/// <summary>Maps charset names, reduced to lower-case letters and digits, to code pages.</summary>
internal static class CharsetNames
{
    // One line per code page: the IANA aliases, the WHATWG labels, and variants used by mailers.
    private static readonly (int CodePage, string Names)[] Aliases =
    [
        (CodePages.Utf8, "utf8 utf unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4"),
        (CodePages.Utf7, "utf7 unicode11utf7 unicode20utf7 xunicode20utf7 csunicode11utf7 csutf7"),
        (CodePages.Utf16, "utf16 utf16le ucs2 ucs2le unicode csunicode iso10646ucs2 unicodefeff csutf16"),
        (CodePages.Utf16BigEndian, "utf16be ucs2be unicodefffe"),
        (CodePages.Utf32, "utf32 utf32le ucs4 ucs4le iso10646ucs4"),
        (CodePages.Utf32BigEndian, "utf32be ucs4be"),
        (CodePages.Ascii,
            "usascii ascii us 646 ibm367 cp367 csascii ansix341968 ansix341986 iso646us iso646irv1991 isoir6 "
            + "unknown8bit unknown xunknown 8bit 7bit 8bitascii binary default defaultcharset charset none auto "
            + "autodetect xuserdefined"),
        (CodePages.Windows1252, "ansi latin1 l1 isolatin1 csisolatin1 isoir100 ibm819 cp819 iso8859 westerneuropean"),
        (28592, "latin2 l2 isolatin2 csisolatin2 isoir101"),
        (28593, "latin3 l3 csisolatin3 isoir109"),
        (28594, "latin4 l4 csisolatin4 isoir110"),
        (28595, "cyrillic csisolatincyrillic isoir144"),
        (28596, "arabic csisolatinarabic isoir127 ecma114 asmo708 csiso88596i csiso88596e"),
        (28597, "greek greek8 csisolatingreek isoir126 ecma118 elot928 suneugreek"),
        (28598, "hebrew visual csisolatinhebrew isoir138 csiso88598e"),
        (38598, "logical csiso88598i"),
        (CodePages.Latin5, "latin5 l5 csisolatin5 isoir148"),
        (CodePages.Latin6, "latin6 l6 csisolatin6 isoir157"),
        (28603, "latin7 l7"),
        (CodePages.Latin8, "latin8 l8 isoceltic isoir199"),
        (28605, "latin9 l9 latin0 csisolatin9 isoir203"),
        (CodePages.Latin10, "latin10 l10 isoir226"),
        (CodePages.Thai, "tis620 tis62025330 tis62025331 tis6202533 isoir166 thai"),
        (20866, "koi8r koi8 koi cskoi8r"),
        (21866, "koi8u koi8ru"),
        (10000, "macintosh mac macroman xmacroman csmacintosh"),
        (10007, "maccyrillic xmaccyrillic"),
        (10017, "macukrainian xmacukrainian"),
        (10029, "macce xmacce maccentraleurope xmaccentraleurroman"),
        (932,
            "shiftjis sjis xsjis xshiftjis csshiftjis mskanji csmskanji windows31j cswindows31j shiftjis2004 "
            + "shiftjisms sjiswin"),
        (51932, "eucjp xeucjp xeuc eucjpms eucjpwin ujis cseucpkdfmtjapanese extendedunixcodepackedformatforjapanese"),
        (50220,
            "iso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jp2004 iso2022jpms csiso2022jp csiso2022jp2 jis junet "
            + "cp50220 cp50221 cp50222"),
        (CodePages.Korean,
            "euckr xeuckr cseuckr ksc5601 ksc56011987 ksc56011989 ksc5601ksc56011987 ksc19871 csksc56011987 ksx1001 "
            + "ksx10011998 isoir149 korean kor uhc 5601"),
        (50225, "iso2022kr csiso2022kr"),
        (1361, "johab"),
        (CodePages.Gb18030,
            "gb18030 gb180302000 gb180302005 gb180302022 gbk xgbk csgbk gb2312 gb231280 csgb2312 csgb231280 "
            + "csiso58gb231280 gb isoir58 chinese euccn xeuccn gb23121980 cngb"),
        (52936, "hzgb2312 hz"),
        (50227, "iso2022cn iso2022cnext csiso2022cn"),
        (950, "big5 xbig5 xxbig5 cnbig5 csbig5 big5eten big5hkscs big5hkscs2004 csbig5hkscs"),
        (1258, "vietnamese"),
    ];

    private static readonly string[] NumberedPrefixes =
    [
        "windows", "win", "cp", "ibm", "ms", "dos", "pc", "codepage", "xwindows", "xcp", "xmscp", "xibm", "mswin",
        "ansicp", "mscp", "microsoftcp"
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> CodePageByName =
        Aliases.SelectMany(line => line.Names.Split(' '), (line, name) => KeyValuePair.Create(name, line.CodePage))
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static int? FindCodePage(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty)
            return null;
        if (CodePageByName.TryGetValue(key, out int codePage))
            return codePage;
        return FindIso8859(key) ?? FindNumbered(key);
    }

    // iso8859N, 8859N, iso8859N1987; 6 and 8 may end in "i" (logical order) or "e" (explicit): RFC 1556.
    private static int? FindIso8859(ReadOnlySpan<char> key)
    {
        if (key[0] == 'x')
            key = key[1..];
        if (key.StartsWith("iso"))
            key = key[3..];
        if (!key.StartsWith("8859"))
            return null;
        key = key[4..];
        bool logical = key is "8i";
        key = key.TrimEnd("ie");
        if (key.Length > 4 && key[^4..] is ['1', '9', _, _])
            key = key[..^4];
        if (!int.TryParse(key, out int part) || part is < 1 or > 16)
            return null;
        return logical ? 38598 : CodePages.Latin1 - 1 + part;
    }

    private static int? FindNumbered(ReadOnlySpan<char> key)
    {
        int digits = key.Length - key.TrimEnd("0123456789").Length;
        if (digits is < 3 or > 5)
            return null;
        foreach (string prefix in NumberedPrefixes)
        {
            if (key[..^digits].SequenceEqual(prefix))
                return int.Parse(key[^digits..]);
        }

        return null;
    }
}
