namespace ImapAsync;

/// <summary>Decodes a transfer encoding piece by piece. The output does not depend on how the input is split.</summary>
internal interface ITransferDecoder
{
    /// <summary>The least space that <see cref="Decode"/> needs to make progress.</summary>
    const int LeastDestination = 64;

    /// <summary>
    /// The most input that a decoder may leave unconsumed while it waits for more: a line (RFC 5322 §2.1.1) and its
    /// end.
    /// </summary>
    const int MostHeldBack = 1024;

    /// <summary>Decodes what fits. The consumed part of <paramref name="source"/> may have been overwritten.</summary>
    /// <param name="source">The rest of earlier input, and what followed it.</param>
    /// <param name="destination">At least <see cref="LeastDestination"/> octets.</param>
    /// <param name="final">
    /// Whether nothing follows <paramref name="source"/>. Everything is decoded once a call writes nothing.
    /// </param>
    /// <param name="consumed">How many octets of <paramref name="source"/> must not be passed again.</param>
    /// <param name="written">How many octets were written.</param>
    void Decode(Span<byte> source, Span<byte> destination, bool final, out int consumed, out int written);
}
