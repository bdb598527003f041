using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Starts compression of everything that follows in both directions (COMPRESS DEFLATE, RFC 4978). It is active when the
/// command completes.
/// </summary>
public sealed record CompressCommand() : ImapCommand<ImapNothing>("COMPRESS DEFLATE")
{
    internal override SessionEffect Effect => SessionEffect.StartsCompression;

    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.CompressDeflate;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
