using System.Diagnostics.CodeAnalysis;

namespace ImapAsync;

/// <summary>Reads flag lists; the same octets give the same set again, without allocating. Belongs to one read loop.</summary>
internal sealed class FlagSetCache
{
    private readonly OctetCache<FlagSet> _sets = new();

    /// <summary>Reads what stands between the parentheses of a flag list. False when there is something that cannot be a flag.</summary>
    public bool TryRead(ReadOnlySpan<byte> list, [NotNullWhen(true)] out FlagSet? flags)
    {
        if (_sets.TryGet(list, out flags)) return true;
        if (!FlagListParser.TryParse(list, out flags)) return false;
        _sets.Add(list, flags);
        return true;
    }
}
