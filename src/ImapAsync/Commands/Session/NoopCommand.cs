using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Does nothing but give the server occasion to tell what is new (NOOP, RFC 9051 §6.1.2).</summary>
public sealed record NoopCommand() : ImapCommand<ImapNothing>("NOOP")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
