namespace ImapAsync.Testing;

/// <summary>One item of a FETCH.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Section">The section of BODY, BINARY and BINARY.SIZE.</param>
/// <param name="Offset">The offset of a partial fetch; null for all.</param>
/// <param name="Count">How many octets of it.</param>
/// <param name="Peeks">Whether the message stays unseen.</param>
internal sealed record FetchItemRequest(
    FetchItemKind Kind, BodySection? Section = null, long? Offset = null, long Count = 0, bool Peeks = true);
