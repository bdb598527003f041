namespace ImapAsync.Tests;

/// <summary>One item: its bit, how it is asked for, its name in the response, and the section that it is.</summary>
internal sealed record ItemKind(Items Item, FetchItem Asked, string Name, BodySection? Section = null, bool IsBinary = false)
{
    /// <summary>Its name in the command.</summary>
    public string Written { get; } = Asked.ToString();
}
