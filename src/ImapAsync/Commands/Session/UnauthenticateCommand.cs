using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Returns to the state before authentication on the same connection (UNAUTHENTICATE, RFC 8437): nothing is selected,
/// nothing enabled, and another user can log in.
/// </summary>
public sealed record UnauthenticateCommand() : ImapCommand<ImapNothing>("UNAUTHENTICATE")
{
    internal override SessionEffect Effect => SessionEffect.Unauthenticates;

    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Unauthenticate;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive | CommandTraits.EndsSelection;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
