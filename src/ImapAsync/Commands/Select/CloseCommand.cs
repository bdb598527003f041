using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Removes the messages with <c>\Deleted</c> from the selected mailbox, if it was selected for writing, and leaves it
/// (CLOSE, RFC 9051 §6.4.1). No EXPUNGE responses are sent. <see cref="UnselectCommand"/> leaves without removing
/// anything.
/// </summary>
public sealed record CloseCommand() : ImapCommand<ImapNothing>("CLOSE")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection | CommandTraits.EndsSelection;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}

/// <summary>
/// Leaves the selected mailbox without removing anything from it (UNSELECT, RFC 9051 §6.4.2, RFC 3691).
/// </summary>
public sealed record UnselectCommand() : ImapCommand<ImapNothing>("UNSELECT")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Unselect;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection | CommandTraits.EndsSelection;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
