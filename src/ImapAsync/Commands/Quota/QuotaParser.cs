using System.Globalization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads QUOTA and QUOTAROOT responses. A resource that cannot be read is left out.
/// <code>quota-response = "QUOTA" SP quota-root-name SP "(" [quota-resource *(SP quota-resource)] ")"</code>
/// <code>quota-resource = resource-name SP resource-usage SP resource-limit</code>
/// <code>quotaroot-response = "QUOTAROOT" SP mailbox *(SP quota-root-name)</code>
/// </summary>
internal static class QuotaParser
{
    /// <summary>Reads what stands behind the quota root's name.</summary>
    public static Quota Parse(ref ImapTokenReader reader, string root)
    {
        List<QuotaResource> resources = [];
        if (!reader.TryReadNil() && reader.TryReadListStart())
        {
            while (!reader.TryReadListEnd())
            {
                if (TryReadResource(ref reader) is { } resource)
                    resources.Add(resource);
            }
        }

        return new Quota(root, resources);
    }

    public static List<string> ParseRoots(ref ImapTokenReader reader)
    {
        List<string> roots = [];
        while (!reader.End)
            roots.Add(reader.ReadString().ToString());
        return roots;
    }

    private static QuotaResource? TryReadResource(ref ImapTokenReader reader)
    {
        if (reader.Peek() == ImapTokenKind.ListStart)
        {
            reader.SkipValue();
            return null;
        }

        string name = reader.ReadString().ToString().ToUpperInvariant();
        long usage = 0;
        long limit = 0;
        // A negative usage is unknown, a negative limit is none.
        bool isKnown = TryReadAmount(ref reader, ref usage, whereNegative: 0) & TryReadAmount(ref reader, ref limit, whereNegative: long.MaxValue);
        return isKnown ? new QuotaResource(name, usage, limit) : null;
    }

    private static bool TryReadAmount(ref ImapTokenReader reader, ref long amount, long whereNegative)
    {
        if (reader.Peek() is not (ImapTokenKind.Atom or ImapTokenKind.Quoted))
            return false;
        ReadOnlySpan<byte> text = reader.ReadString().Bytes;
        if (text is [(byte)'-', ..])
            amount = whereNegative;
        else if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value))
            amount = (long)Math.Min(value, long.MaxValue);
        else
            return false;
        return true;
    }
}
