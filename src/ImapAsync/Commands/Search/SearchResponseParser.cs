using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary><c>SEARCH *(SP nz-number) [SP "(" "MODSEQ" SP number ")"]</c> (RFC 3501 §7.2.5, RFC 7162 §3.1.5).</summary>
internal static class SearchResponseParser
{
    public static void Read(ImapTokenReader arguments, SearchData data)
    {
        ReadOnlySpan<byte> list = arguments.Remaining;
        Damage damage = default;
        int position = 0;
        data.SetListed();
        do
            ReadNumbers(list, ref position, data);
        while (ReadOther(list, ref position, data, ref damage));
        damage.ThrowIfAny();
    }

    // Consecutive numbers are the rule: they are joined here, before they cost a call.
    private static void ReadNumbers(ReadOnlySpan<byte> list, ref int position, SearchData data)
    {
        uint first = 0;
        uint last = 0;
        while (NumberList.TryReadRun(list, ref position, out uint from, out uint to))
        {
            // Behind the highest number there is none.
            if (from != last + 1 || from == 0)
            {
                data.Numbers.AddRange(first, last);
                first = from;
            }

            last = to;
        }

        data.Numbers.AddRange(first, last);
    }

    // Where a number belongs some servers write a set, as ESEARCH has it, or parentheses around all of them.
    private static bool ReadOther(ReadOnlySpan<byte> list, ref int position, SearchData data, ref Damage damage)
    {
        if (!NumberList.TryReadOther(list, ref position, out ResponseValue other))
            return false;
        if (other.IsMissing)
            return true;
        if (SetToken.StartsWithNumber(other) && other.IsList)
            ReadList(other, data, ref damage);
        else if (other.IsList)
            data.ModSeq = NumberList.ReadModSeq(other, ref damage) ?? data.ModSeq;
        else if (SequenceSet.TryParse(other.Octets, out SequenceSet? set) && set.IsExplicit)
            SequenceRanges.AddTo(ref data.Numbers, other.Octets);
        else
            damage.Note("a message number", other.Octets);
        return true;
    }

    private static void ReadList(ResponseValue list, SearchData data, ref Damage damage)
    {
        try
        {
            SetToken.AddTo(ref data.Numbers, ListReader.Bare(list.Octets));
        }
        catch (ImapProtocolException exception)
        {
            damage.Note(exception);
        }
    }
}
