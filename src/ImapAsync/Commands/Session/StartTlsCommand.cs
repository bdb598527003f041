using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Starts TLS on this connection (STARTTLS, RFC 9051 §6.2.1). TLS is active when the command completes, and what the
/// server said about itself before is forgotten.
/// </summary>
public sealed record StartTlsCommand() : ImapCommand<ImapNothing>("STARTTLS")
{
    internal override SessionEffect Effect => SessionEffect.StartsTls;

    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.StartTls;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
