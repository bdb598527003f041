using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// EXPUNGE: removes all messages with the flag <c>\Deleted</c>, regardless of who set it (RFC 9051 §6.4.3).
/// <see cref="UidExpungeCommand"/> removes only the named ones.
/// </summary>
public sealed record ExpungeCommand() : ImapCommand<ExpungeResult>("EXPUNGE")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ExpungeResult> CreateCollector() => new ExpungeCollector();
}
