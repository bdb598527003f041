using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Begins compression of everything that follows in both directions (COMPRESS DEFLATE, RFC 4978). When the command
/// ends, it is there.
/// </summary>
public sealed record CompressCommand() : ImapCommand<ImapNothing>("COMPRESS DEFLATE")
{
    internal override SessionEffect Effect => SessionEffect.StartsCompression;

    /// <inheritdoc/>
    protected internal override string DefinedBy => "COMPRESS=DEFLATE";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive;

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
