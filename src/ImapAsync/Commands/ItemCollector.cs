namespace ImapAsync.Extensibility;

/// <summary>Turns the untagged responses that answer a streaming command into items.</summary>
/// <typeparam name="TItem">The item.</typeparam>
public abstract class ItemCollector<TItem> : ResponseCollector
{
    /// <summary>
    /// Whether an item was created from a partly unreadable response: for the log, since the item reports it only on
    /// request.
    /// </summary>
    private protected bool HasDamage { get; set; }

    /// <summary>Reads an item from a response if it answers this command. Must not block.</summary>
    /// <param name="response">The response; valid only during the call.</param>
    /// <param name="item">The item, if the method returns true.</param>
    /// <returns>True if the response belongs to this command; false passes it on.</returns>
    /// <exception cref="ImapProtocolException">
    /// The response belongs to this command but is unreadable: it is kept as malformed.
    /// </exception>
    protected internal abstract bool TryRead(in UntaggedResponse response, out TItem item);

    /// <summary>Merges the last item into an earlier one; false if it is a separate item.</summary>
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
