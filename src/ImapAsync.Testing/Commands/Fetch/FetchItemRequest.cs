namespace ImapAsync.Testing;

/// <summary>One item of a FETCH.</summary>
/// <param name="Kind">The kind of item.</param>
/// <param name="Section">The section of BODY, BINARY and BINARY.SIZE.</param>
/// <param name="Offset">The offset of a partial fetch; null for the whole section.</param>
/// <param name="Count">The number of octets of a partial fetch.</param>
/// <param name="Peeks">Whether the message stays unseen.</param>
internal sealed record FetchItemRequest(
    FetchItemKind Kind, BodySection? Section = null, long? Offset = null, long Count = 0, bool Peeks = true);
