using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Asks for TLS on this connection (STARTTLS, RFC 9051 §6.2.1). The connection sends it, and negotiates when it is answered.</summary>
internal sealed record StartTlsCommand() : ImapCommand<ImapNothing>("STARTTLS")
{
    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
