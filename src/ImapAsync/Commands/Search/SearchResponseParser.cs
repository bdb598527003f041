using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary><c>SEARCH *(SP nz-number) [SP "(" "MODSEQ" SP number ")"]</c> (RFC 3501 §7.2.5, RFC 7162 §3.1.5).</summary>
internal static class SearchResponseParser
{
    public static void Read(ImapTokenReader arguments, SearchData data)
    {
        ReadOnlySpan<byte> list = arguments.Remaining;
        int position = 0;
        // Consecutive numbers are the rule: they are joined here, before they cost a call.
        uint first = 0;
        uint last = 0;
        while (NumberList.TryRead(list, ref position, out uint number))
        {
            if (number == last + 1 && last != 0)
            {
                last = number;
                continue;
            }

            data.Numbers.AddRange(first, last);
            first = last = number;
        }

        data.Numbers.AddRange(first, last);
        data.ModSeq = NumberList.ReadModSeq(list[position..]) ?? data.ModSeq;
        data.SetListed();
    }
}
