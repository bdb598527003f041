using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Asks the server for a checkpoint of the selected mailbox, whatever that means to it (CHECK, RFC 3501 §6.4.1).
/// IMAP4rev2 has no CHECK.
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
