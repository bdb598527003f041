using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary><c>SORT *(SP nz-number) [SP "(" "MODSEQ" SP number ")"]</c> (RFC 5256 §4, RFC 7162 §3.1.6).</summary>
internal static class SortResponseParser
{
    public static void Read(ImapTokenReader arguments, SortData data)
    {
        ReadOnlySpan<byte> list = arguments.Remaining;
        Damage damage = default;
        int position = 0;
        data.SetListed();
        do
        {
            while (NumberList.TryRead(list, ref position, out uint number))
                data.Append(number);
        }
        while (ReadOther(list, ref position, data, ref damage));

        damage.ThrowIfAny();
    }

    private static bool ReadOther(ReadOnlySpan<byte> list, ref int position, SortData data, ref Damage damage)
    {
        if (!NumberList.TryReadOther(list, ref position, out ResponseValue other))
            return false;
        if (other.IsMissing)
            return true;
        if (SetToken.StartsWithNumber(other) && other.IsList)
            ReadList(other, data, ref damage);
        else if (other.IsList)
            data.ModSeq = NumberList.ReadModSeq(other, ref damage) ?? data.ModSeq;
        else
            damage.Note("a message number", other.Octets);
        return true;
    }

    // Some servers write parentheses around all of them.
    private static void ReadList(ResponseValue list, SortData data, ref Damage damage)
    {
        ListReader elements = list.Elements;
        while (elements.MoveNext())
        {
            if (elements.Current.TryGetNumber(out long number) && number <= uint.MaxValue)
                data.Append((uint)number);
            else
                damage.Note("a message number", elements.Current.Octets);
        }
    }
}
