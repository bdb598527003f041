using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A command that is answered with items that can be handed over one by one; sent with
/// <see cref="IImapSender.SendAsync"/> all of them are gathered.
/// </summary>
/// <typeparam name="TItem">The item.</typeparam>
public abstract record ImapStreamCommand<TItem> : ImapCommand<IReadOnlyList<TItem>>
{
    /// <summary>Makes a command of that name.</summary>
    /// <param name="name">What stands behind the tag, such as <c>UID FETCH</c>.</param>
    protected ImapStreamCommand(string name)
        : base(name)
    {
    }

    /// <summary>
    /// Makes what recognises the items of the answer: a new one for each time that the command is sent.
    /// </summary>
    protected internal abstract ItemCollector<TItem> CreateItemCollector();

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<IReadOnlyList<TItem>> CreateCollector() =>
        new ListCollector<TItem>(CreateItemCollector());
}
