using System.Diagnostics.CodeAnalysis;

namespace ImapAsync;

/// <summary>
/// Reads sections; equal octets return the same section, without allocating: a FETCH of a thousand messages echoes it a
/// thousand times. One instance serves one read loop.
/// </summary>
internal sealed class BodySectionCache
{
    // A cache per command would cost more than most commands.
    [ThreadStatic]
    private static BodySectionCache? _ofThread;

    private readonly OctetCache<BodySection> _sections = new();

    /// <summary>The sections that this thread has read; do not keep it across an await.</summary>
    public static BodySectionCache OfThread => _ofThread ??= new BodySectionCache();

    /// <summary>Reads the text between the brackets. False if it is not a section.</summary>
    public bool TryRead(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out BodySection? section)
    {
        if (_sections.TryGet(octets, out section))
            return true;
        if (!BodySectionParser.TryParse(octets, out section))
            return false;
        _sections.Add(octets, section);
        return true;
    }
}
