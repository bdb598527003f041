using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// UID EXPUNGE: removes those of the named messages that have the flag <c>\Deleted</c> (UIDPLUS, RFC 9051 §6.4.9,
/// RFC 4315 §2.1).
/// </summary>
/// <param name="Uids">The messages; those that do not exist are ignored.</param>
public sealed record UidExpungeCommand(UidSet Uids) : ImapCommand<ExpungeResult>("UID EXPUNGE")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.UidPlus;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection | CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Set(Uids);

    /// <inheritdoc/>
    protected internal override ResponseCollector<ExpungeResult> CreateCollector() => new ExpungeCollector(Uids);
}
