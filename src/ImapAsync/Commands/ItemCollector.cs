namespace ImapAsync.Extensibility;

/// <summary>Turns the untagged responses that answer a streaming command into items.</summary>
/// <typeparam name="TItem">The item.</typeparam>
public abstract class ItemCollector<TItem>
{
    /// <summary>Whether <see cref="Tag"/> is wanted.</summary>
    protected internal virtual bool NeedsTag => false;

    /// <summary>The command's tag, once it is on its way.</summary>
    protected internal string? Tag { get; internal set; }

    /// <summary>
    /// Whether an item was made of a response that could not be read in all its parts: for the log, since the item
    /// tells it only to those who ask.
    /// </summary>
    internal bool HasDamage { get; set; }

    /// <summary>Reads an item from a response if it answers this command. Must not block.</summary>
    /// <param name="response">The response; valid during the call only.</param>
    /// <param name="item">The item, when the method returns true.</param>
    /// <returns>True when the response is this command's; false passes it on.</returns>
    /// <exception cref="ImapProtocolException">
    /// The response is this command's and cannot be read: it is kept as malformed.
    /// </exception>
    protected internal abstract bool TryRead(in UntaggedResponse response, out TItem item);

    /// <inheritdoc cref="ResponseCollector.HoldsBack"/>
    internal virtual bool HoldsBack(in UntaggedResponse response) => false;

    /// <inheritdoc cref="ResponseCollector.WantsHead"/>
    internal virtual bool WantsHead(in UntaggedResponse head) => false;

    /// <inheritdoc cref="ResponseCollector.OnlyUid"/>
    internal virtual uint OnlyUid => 0;

    /// <inheritdoc cref="ResponseCollector.NumbersMoved"/>
    internal virtual void NumbersMoved()
    {
    }

    /// <inheritdoc cref="ResponseCollector.TryKeepRest"/>
    internal virtual bool TryKeepRest(MalformedResponse rest) => false;

    /// <summary>
    /// Makes the item that was read last a part of one that was read before; false where it is one of its own.
    /// </summary>
    internal virtual bool TryMerge(TItem item) => false;
}

/// <summary>Gathers all items of a streaming command that was sent as an ordinary one.</summary>
internal sealed class ListCollector<TItem>(ItemCollector<TItem> items) : ResponseCollector<IReadOnlyList<TItem>>
{
    private readonly List<TItem> _list = [];

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (!items.TryRead(response, out TItem item))
            return false;
        if (!items.TryMerge(item))
            _list.Add(item);
        return true;
    }

    internal override bool HoldsBack(in UntaggedResponse response) => items.HoldsBack(response);

    internal override uint OnlyUid => items.OnlyUid;

    internal override bool WantsHead(in UntaggedResponse head) => items.WantsHead(head);

    internal override void NumbersMoved() => items.NumbersMoved();

    internal override bool TryKeepRest(MalformedResponse rest) => items.TryKeepRest(rest);

    internal override bool HasPart(ResponseCode? code) => _list.Count > 0;

    internal override bool TakeDamage()
    {
        bool damaged = items.HasDamage;
        items.HasDamage = false;
        return damaged;
    }

    protected internal override IReadOnlyList<TItem> Complete(ResponseCode? code) => _list;
}
