using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// The collation that SORT and THREAD compare texts with (RFC 5256, Internationalization Considerations): UTF-8, without regard to case.
/// Characters are not decomposed, as nothing in a framework without ICU does that.
/// </summary>
internal static class CaseMap
{
    /// <summary>A text such that two of them are equal where the collation says so.</summary>
    public static string Fold(string text) => text.ToUpperInvariant();

    /// <summary>Compares by the octets of UTF-8: that is the order of code points, which the order of UTF-16 units is not.</summary>
    public static int Compare(byte[] left, byte[] right) => left.AsSpan().SequenceCompareTo(right);

    /// <summary>What <see cref="Compare"/> takes.</summary>
    public static byte[] Key(string text) => Encoding.UTF8.GetBytes(Fold(text));
}
