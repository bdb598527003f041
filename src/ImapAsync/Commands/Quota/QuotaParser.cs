using System.Globalization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads QUOTA and QUOTAROOT responses. Unreadable resources are left out.
/// <code>quota-response = "QUOTA" SP quota-root-name SP "(" [quota-resource *(SP quota-resource)] ")"</code>
/// <code>quota-resource = resource-name SP resource-usage SP resource-limit</code>
/// <code>quotaroot-response = "QUOTAROOT" SP mailbox *(SP quota-root-name)</code>
/// </summary>
internal static class QuotaParser
{
    /// <summary>Reads what follows the quota root's name.</summary>
    public static Quota Parse(ref ImapTokenReader reader, string root, out Damage damage)
    {
        damage = default;
        List<QuotaResource> resources = [];
        // Some servers omit the parentheses, or send NIL for none.
        bool isList = !reader.ListOctets.IsEmpty;
        ListReader elements = isList
            ? new(reader.ListOctets)
            : reader.TryReadNil() ? default : ListReader.Bare(reader.Remaining);
        while (elements.MoveNext())
        {
            if (elements.Current.IsList)
                damage.Note("the name of a resource", elements.Current.Octets);
            else if (TryReadResource(ref elements, ref damage) is { } resource)
                resources.Add(resource);
        }

        damage.NoteEnd(elements, isList);
        return new Quota(root, resources);
    }

    /// <summary>Reads what follows the mailbox's name.</summary>
    public static List<string> ParseRoots(ref ImapTokenReader reader, out Damage damage)
    {
        damage = default;
        List<string> roots = [];
        ListReader elements = ListReader.Bare(reader.Remaining);
        while (elements.MoveNext())
        {
            if (elements.Current.IsList)
                damage.Note("the name of a quota root", elements.Current.Octets);
            else if (!elements.Current.IsNil)
                roots.Add(elements.Current.String.ToString());
        }

        damage.NoteEnd(elements, inList: false);

        return roots;
    }

    // A negative usage means unknown, a negative limit means none: some servers write -1 for that.
    private static QuotaResource? TryReadResource(ref ListReader elements, ref Damage damage)
    {
        string name = elements.Current.String.ToString().ToUpperInvariant();
        ResponseValue usage = elements.Next();
        ResponseValue limit = elements.Next();
        if (TryReadAmount(usage, whereNegative: 0, out long used, ref damage)
            && TryReadAmount(limit, whereNegative: long.MaxValue, out long allowed, ref damage))
        {
            return new QuotaResource(name, used, allowed);
        }

        damage.Note($"two numbers after {name}", usage.Octets);
        return null;
    }

    private static bool TryReadAmount(ResponseValue value, long whereNegative, out long amount, ref Damage damage)
    {
        amount = whereNegative;
        if (value.IsList)
            return false;
        ReadOnlySpan<byte> text = value.String.Bytes;
        if (text is [(byte)'-', .. ReadOnlySpan<byte> digits]
            && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            if (whereNegative == 0 || !digits.SequenceEqual("1"u8))
                damage.NoteOdd("a number that is not below 0", text);
            return true;
        }

        bool isNumber = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number);
        amount = (long)Math.Min(number, long.MaxValue);
        if (!isNumber && NumberToken.TryParseRounded(text, out amount))
        {
            damage.NoteOdd("a number that is not rounded", text);
            return true;
        }

        return isNumber;
    }
}
