using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A collector whose items may hold a literal that is streamed: the response then comes in parts.</summary>
internal interface ILiteralItemCollector<TItem>
{
    /// <summary>
    /// Reads an item from what stands before a literal, if the response is this command's and the literal can be
    /// streamed.
    /// </summary>
    /// <param name="head">The response up to the literal, whose header it includes.</param>
    /// <param name="literal">The literal that begins there.</param>
    /// <param name="item">The item, so far.</param>
    bool TryReadHead(in UntaggedResponse head, InboundLiteral literal, out TItem item);

    /// <summary>Adds to an item what follows a streamed literal.</summary>
    /// <param name="item">The item.</param>
    /// <param name="part">
    /// The octets up to the response's end, or up to and with the header of the next literal.
    /// </param>
    /// <param name="next">The next literal; null at the response's end.</param>
    /// <returns>
    /// False when the next literal cannot be streamed: it is then offered again as a part of a longer part.
    /// </returns>
    bool TryReadPart(TItem item, ReadOnlySpan<byte> part, InboundLiteral? next);
}

/// <summary>An item that holds on to something of the connection until the consumer moves on.</summary>
internal interface IReleasable
{
    /// <summary>The consumer has moved on.</summary>
    void Release();
}
