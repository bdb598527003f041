namespace ImapAsync.Extensibility;

/// <summary>For commands whose whole answer is OK: collects nothing. Has no state, so one serves all.</summary>
public sealed class NothingCollector : ResponseCollector<ImapNothing>
{
    private NothingCollector()
    {
    }

    /// <summary>The one there is.</summary>
    public static NothingCollector Instance { get; } = new();

    /// <inheritdoc/>
    protected internal override ImapNothing Complete(ResponseCode? code) => default;
}
