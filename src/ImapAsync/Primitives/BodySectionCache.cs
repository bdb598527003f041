using System.Diagnostics.CodeAnalysis;

namespace ImapAsync;

/// <summary>
/// Reads sections; the same octets give the same section again, without allocating: a FETCH of a thousand messages
/// echoes a thousand times. Belongs to one read loop.
/// </summary>
internal sealed class BodySectionCache
{
    private readonly OctetCache<BodySection> _sections = new();

    /// <summary>Reads what stands between the brackets. False when that is no section.</summary>
    public bool TryRead(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out BodySection? section)
    {
        if (_sections.TryGet(octets, out section)) return true;
        if (!BodySectionParser.TryParse(octets, out section)) return false;
        _sections.Add(octets, section);
        return true;
    }
}
