namespace ImapAsync;

/// <summary>The value of a command whose whole answer is OK.</summary>
public readonly record struct ImapNothing
{
    /// <inheritdoc/>
    public override string ToString() => "";
}
