using System.Text;

namespace ImapAsync;

/// <summary>A byte order mark overrides the declared charset, and is not part of the text.</summary>
internal static class ByteOrderMark
{
    public static Encoding Remove(ref ReadOnlySpan<byte> octets, Encoding declared)
    {
        if (octets is [0xEF, 0xBB, 0xBF, ..])
        {
            octets = octets[3..];
            return Encoding.UTF8;
        }

        if (declared.CodePage is not (CodePages.Utf16 or CodePages.Utf16BigEndian))
            return declared;
        if (octets is not ([0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]))
            return declared;
        Encoding marked = octets[0] == 0xFE ? Encoding.BigEndianUnicode : Encoding.Unicode;
        octets = octets[2..];
        return marked;
    }
}
