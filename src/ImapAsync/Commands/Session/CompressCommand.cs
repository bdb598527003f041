using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Asks for compression of everything that follows in both directions (COMPRESS DEFLATE, RFC 4978). The connection sends it, and compresses when it is answered.</summary>
internal sealed record CompressCommand() : ImapCommand<ImapNothing>("COMPRESS DEFLATE")
{
    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
