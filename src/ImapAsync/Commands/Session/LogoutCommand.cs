using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Ends the session (LOGOUT, RFC 9051 §6.1.3). The server sends BYE, then OK, and closes the connection.
/// </summary>
public sealed record LogoutCommand() : ImapCommand<ImapNothing>("LOGOUT")
{
    internal override SessionEffect Effect => SessionEffect.LogsOut;

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive | CommandTraits.EndsSelection;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
