using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>An item of a FETCH response as the server sent it.</summary>
/// <param name="Name">The item's name, such as <c>X-GM-LABELS</c>.</param>
/// <param name="Raw">The octets of its value.</param>
public sealed record RawFetchItem(string Name, ReadOnlyMemory<byte> Raw)
{
    /// <summary>The value as text: UTF-8 or, failing that, Latin-1.</summary>
    public string Text => WireText.Decode(Raw.Span);

    /// <summary>A reader positioned before the value.</summary>
    public ImapTokenReader Read() => new(Raw.Span);
}
