using System.Collections.Frozen;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// The collation for searching, sorting and threading: i;unicode-casemap (RFC 5051), which ignores case and separates
/// letters from their accents. Only accents of Latin letters are covered: a framework without ICU decomposes nothing,
/// and the order must not depend on that.
/// </summary>
internal static class CaseMap
{
    private const char FirstAccented = 'À';

    // A mark, the capital letters that have it, and those letters without it.
    private static readonly (char Mark, string Letters, string Bases)[] Accents =
    [
        ('\u0300', "ÀÈÌÒÙ", "AEIOU"),
        ('\u0301', "ÁÉÍÓÚÝĆĹŃŔŚŹ", "AEIOUYCLNRSZ"),
        ('\u0302', "ÂÊÎÔÛĈĜĤĴŜŴŶ", "AEIOUCGHJSWY"),
        ('\u0303', "ÃÑÕĨŨ", "ANOIU"),
        ('\u0304', "ĀĒĪŌŪ", "AEIOU"),
        ('\u0306', "ĂĔĞĬŎŬ", "AEGIOU"),
        ('\u0307', "ĊĖĠİŻ", "CEGIZ"),
        ('\u0308', "ÄËÏÖÜŸ", "AEIOUY"),
        ('\u030A', "ÅŮ", "AU"),
        ('\u030B', "ŐŰ", "OU"),
        ('\u030C', "ČĎĚĽŇŘŠŤŽ", "CDELNRSTZ"),
        ('\u0327', "ÇĢĶĻŅŖŞŢ", "CGKLNRST"),
        ('\u0328', "ĄĘĮŲ", "AEIU"),
    ];

    private static readonly FrozenDictionary<char, string> Decomposed = Accents
        .SelectMany(row =>
            row.Letters.Zip(row.Bases, (letter, plain) => KeyValuePair.Create(letter, $"{plain}{row.Mark}")))
        .ToFrozenDictionary();

    /// <summary>Converts a text to a form in which equality and containment are those of the collation.</summary>
    public static string Fold(string text)
    {
        string upper = text.ToUpperInvariant();
        if (upper.AsSpan().IndexOfAnyInRange(FirstAccented, char.MaxValue) < 0)
            return upper;
        StringBuilder folded = new(upper.Length + 16);
        foreach (char c in upper)
        {
            if (Decomposed.TryGetValue(c, out string? parts))
                folded.Append(parts);
            else
                folded.Append(c);
        }

        return folded.ToString();
    }

    /// <summary>Compares by UTF-8 octets, which is the order of code points, unlike that of UTF-16 units.</summary>
    public static int Compare(byte[] left, byte[] right) => left.AsSpan().SequenceCompareTo(right);

    /// <summary>The argument for <see cref="Compare"/>.</summary>
    public static byte[] Key(string text) => Encoding.UTF8.GetBytes(Fold(text));
}
