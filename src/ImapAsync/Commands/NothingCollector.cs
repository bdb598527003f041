namespace ImapAsync.Extensibility;

/// <summary>
/// The collector of commands whose answer is only their status: collects nothing. It is stateless, so one instance
/// serves all.
/// </summary>
public sealed class NothingCollector : ResponseCollector<ImapNothing>
{
    private NothingCollector()
    {
    }

    /// <summary>The only instance.</summary>
    public static NothingCollector Instance { get; } = new();

    /// <inheritdoc/>
    protected internal override ImapNothing Complete(ResponseCode? code) => default;
}
