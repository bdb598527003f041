using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Lets the server report pending updates (NOOP, RFC 9051 §6.1.2).</summary>
public sealed record NoopCommand() : ImapCommand<ImapNothing>("NOOP")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
