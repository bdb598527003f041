using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A command answered with items that can be handed over one by one; with <see cref="IImapSession.SendAsync"/>, all of
/// them are gathered.
/// </summary>
/// <typeparam name="TItem">The item.</typeparam>
public abstract record ImapStreamCommand<TItem> : ImapCommand<IReadOnlyList<TItem>>
{
    /// <summary>Creates a command with this name.</summary>
    /// <param name="name">The command's name after the tag, such as <c>UID FETCH</c>.</param>
    protected ImapStreamCommand(string name)
        : base(name)
    {
    }

    /// <summary>
    /// Creates the collector that recognises the items of the answer: a new one each time the command is sent.
    /// </summary>
    protected internal abstract ItemCollector<TItem> CreateItemCollector();

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<IReadOnlyList<TItem>> CreateCollector() =>
        new ListCollector<TItem>(CreateItemCollector());
}
