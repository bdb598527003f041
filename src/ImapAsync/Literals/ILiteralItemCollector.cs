using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A collector whose items may contain a streamed literal: the response then arrives in parts.</summary>
internal interface ILiteralItemCollector<TItem>
{
    /// <summary>
    /// Reads an item from what precedes a literal, if the response belongs to this command and the literal can be
    /// streamed.
    /// </summary>
    /// <param name="head">The response up to and including the literal's header.</param>
    /// <param name="literal">The literal that begins there.</param>
    /// <param name="item">The item, so far.</param>
    bool TryReadHead(in UntaggedResponse head, InboundLiteral literal, out TItem item);

    /// <summary>Adds the part of the response after a streamed literal to an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="part">
    /// The octets up to the response's end, or up to and including the header of the next literal.
    /// </param>
    /// <param name="next">The next literal; null at the response's end.</param>
    /// <returns>
    /// False if the next literal cannot be streamed: it is then offered again as part of a longer part.
    /// </returns>
    bool TryReadPart(TItem item, ReadOnlySpan<byte> part, InboundLiteral? next);
}

/// <summary>An item that holds on to something of the connection until the consumer moves on.</summary>
internal interface IReleasable
{
    /// <summary>The consumer has moved on.</summary>
    void Release();
}
