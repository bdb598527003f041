using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Requests a checkpoint of the selected mailbox, whatever that means to the server (CHECK, RFC 3501 §6.4.1). IMAP4rev2
/// does not have CHECK.
/// </summary>
public sealed record CheckCommand() : ImapCommand<ImapNothing>("CHECK")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection | CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
