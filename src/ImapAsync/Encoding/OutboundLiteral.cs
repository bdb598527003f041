namespace ImapAsync;

/// <summary>
/// A literal that an encoded command sends from its source: it stands behind the first <paramref name="Offset"/>
/// encoded octets.
/// </summary>
/// <param name="Offset">How many encoded octets stand before the literal, its header included.</param>
/// <param name="Source">Where its octets come from.</param>
/// <param name="Synchronizing">Whether the server's continuation must be awaited first.</param>
/// <param name="SendsUnasked">
/// Whether a literal that does not wait goes out with this one's header, or before it since the last that waits: it, or
/// one that was copied.
/// </param>
internal readonly record struct OutboundLiteral(int Offset, ImapLiteral Source, bool Synchronizing, bool SendsUnasked);
