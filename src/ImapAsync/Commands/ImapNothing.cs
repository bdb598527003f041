namespace ImapAsync;

/// <summary>The value of a command whose answer is only its status.</summary>
public readonly record struct ImapNothing
{
    /// <inheritdoc/>
    public override string ToString() => "";
}
