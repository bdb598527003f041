using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary><c>SORT *(SP nz-number) [SP "(" "MODSEQ" SP number ")"]</c> (RFC 5256 §4, RFC 7162 §3.1.6).</summary>
internal static class SortResponseParser
{
    public static void Read(ImapTokenReader arguments, SortData data)
    {
        ReadOnlySpan<byte> list = arguments.Remaining;
        int position = 0;
        while (NumberList.TryRead(list, ref position, out uint number))
            data.Append(number);
        data.ModSeq = NumberList.ReadModSeq(list[position..]) ?? data.ModSeq;
        data.SetListed();
    }
}
