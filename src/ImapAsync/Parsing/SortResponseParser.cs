using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary><c>SORT *(SP nz-number) [SP "(" "MODSEQ" SP number ")"]</c> (RFC 5256 §4, RFC 7162 §3.1.6).</summary>
internal static class SortResponseParser
{
    public static void Read(ImapTokenReader arguments, SortData data)
    {
        NumberListReader list = new(arguments.Remaining);
        while (list.TryRead(out uint number))
            data.Append(number);
        data.ModSeq = list.ReadModSeq() ?? data.ModSeq;
        data.SetListed();
    }
}
