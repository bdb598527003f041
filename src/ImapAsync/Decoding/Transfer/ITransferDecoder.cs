namespace ImapAsync;

/// <summary>
/// Undoes a transfer encoding piece by piece. However the input is cut into pieces, the output is the same.
/// </summary>
internal interface ITransferDecoder
{
    /// <summary>The least room that <see cref="Decode"/> must be given to make progress.</summary>
    const int LeastDestination = 64;

    /// <summary>
    /// The most input that a decoder may leave unconsumed while it waits for more: a line (RFC 5322 §2.1.1) and its
    /// end.
    /// </summary>
    const int MostHeldBack = 1024;

    /// <summary>Decodes what fits. What was consumed of <paramref name="source"/> may have been written over.</summary>
    /// <param name="source">What is left of earlier input, and what followed it.</param>
    /// <param name="destination">At least <see cref="LeastDestination"/> octets.</param>
    /// <param name="final">
    /// Nothing follows <paramref name="source"/>. It is all decoded once a call writes nothing.
    /// </param>
    /// <param name="consumed">How many octets of <paramref name="source"/> need not be given again.</param>
    /// <param name="written">How many octets were written.</param>
    void Decode(Span<byte> source, Span<byte> destination, bool final, out int consumed, out int written);
}
