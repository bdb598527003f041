using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>An untagged response verbatim: its name and its octets.</summary>
/// <param name="Name">
/// The response's name in upper case, such as <c>FETCH</c>; for a status response <c>OK</c>, <c>NO</c>, <c>BAD</c> or
/// <c>BYE</c>.
/// </param>
/// <param name="Number">The number before the name, as in <c>* 12 FETCH</c>; otherwise null.</param>
/// <param name="Raw">All its octets, including literals, without the leading <c>* </c> and the line end.</param>
public sealed record UntypedResponse(string Name, uint? Number, ReadOnlyMemory<byte> Raw)
{
    /// <summary>The octets as text: UTF-8 or, failing that, Latin-1.</summary>
    public string Text => WireText.Decode(Raw.Span);

    /// <summary>A reader positioned after the name.</summary>
    public ImapTokenReader Read() => new UntaggedResponse(Raw.Span, ImapLimits.Default).Arguments;

    /// <summary>Reads the values after the name, including literals and lists.</summary>
    /// <exception cref="ImapProtocolException">
    /// What follows the name is not a sequence of values, as in the text of a status response.
    /// </exception>
    public IReadOnlyList<ImapValue> ReadValues() => ImapValue.ReadAll(Raw, Read().Position);

    internal static UntypedResponse From(in UntaggedResponse response) =>
        new(WireText.Decode(response.Name).ToUpperInvariant(), response.Number, response.Raw.ToArray());
}
