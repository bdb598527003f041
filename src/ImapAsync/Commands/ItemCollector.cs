namespace ImapAsync.Extensibility;

/// <summary>Turns the untagged responses that answer a streaming command into items.</summary>
/// <typeparam name="TItem">The item.</typeparam>
public abstract class ItemCollector<TItem> : ResponseCollector
{
    /// <summary>
    /// Whether an item was made of a response that could not be read in all its parts: for the log, since the item
    /// reports it only to those who ask.
    /// </summary>
    private protected bool HasDamage { get; set; }

    /// <summary>Reads an item from a response if it answers this command. Must not block.</summary>
    /// <param name="response">The response; valid during the call only.</param>
    /// <param name="item">The item, when the method returns true.</param>
    /// <returns>True when the response is this command's; false passes it on.</returns>
    /// <exception cref="ImapProtocolException">
    /// The response is this command's and cannot be read: it is kept as malformed.
    /// </exception>
    protected internal abstract bool TryRead(in UntaggedResponse response, out TItem item);

    /// <summary>
    /// Makes the item that was read last a part of one that was read before; false where it is one of its own.
    /// </summary>
    internal virtual bool TryMerge(TItem item) => false;

    internal sealed override bool TakeDamage()
    {
        bool damaged = HasDamage;
        HasDamage = false;
        return damaged;
    }
}

/// <summary>Gathers all items of a streaming command that was sent as an ordinary one.</summary>
internal sealed class ListCollector<TItem>(ItemCollector<TItem> items) : ResponseCollector<IReadOnlyList<TItem>>
{
    private readonly List<TItem> _list = [];

    protected internal override bool NeedsTag => items.NeedsTag;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        items.Tag = Tag;
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

    internal override bool TakeDamage() => items.TakeDamage();

    protected internal override IReadOnlyList<TItem> Complete(ResponseCode? code) => _list;
}
