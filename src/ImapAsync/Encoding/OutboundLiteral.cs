namespace ImapAsync;

/// <summary>
/// A literal that an encoded command sends from its source: it follows the first <paramref name="Offset"/> encoded
/// octets.
/// </summary>
/// <param name="Offset">The number of encoded octets before the literal, including its header.</param>
/// <param name="Source">The source of its octets.</param>
/// <param name="Synchronizing">Whether the server's continuation must be awaited first.</param>
/// <param name="SendsUnasked">
/// Whether a literal that does not wait is sent together with this one's header, or before it since the last one that
/// waits: this one, or a copied one.
/// </param>
internal readonly record struct OutboundLiteral(int Offset, ImapLiteral Source, bool Synchronizing, bool SendsUnasked);
