using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Parses <c>*(SP nz-number) [SP "(" "MODSEQ" SP number ")"]</c> after SEARCH or SORT (RFC 3501 §7.2.5, RFC 5256 §4,
/// RFC 7162 §3.1.5, §3.1.6).
/// </summary>
internal static class FoundListParser
{
    public static void Read(ImapTokenReader arguments, FoundData data)
    {
        ReadOnlySpan<byte> list = arguments.Remaining;
        Damage damage = default;
        int position = 0;
        data.SetListed();
        do
            data.AddNumbers(list, ref position);
        while (ReadOther(list, ref position, data, ref damage));
        damage.ThrowIfAny();
    }

    // Some servers enclose all the numbers in parentheses.
    private static bool ReadOther(ReadOnlySpan<byte> list, ref int position, FoundData data, ref Damage damage)
    {
        if (!NumberList.TryReadOther(list, ref position, out ResponseValue other))
            return false;
        if (other.IsMissing)
            return true;
        if (SetToken.StartsWithNumber(other) && other.IsList)
            data.AddList(other, ref damage);
        else if (other.IsList)
            data.ModSequence = NumberList.ReadModSeq(other, ref damage) ?? data.ModSequence;
        else if (!data.TryAddSet(other.Octets))
            damage.Note("a message number", other.Octets);
        return true;
    }
}
