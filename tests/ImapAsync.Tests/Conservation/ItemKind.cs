namespace ImapAsync.Tests;

/// <summary>One item: its bit, how it is requested, its name in the response, and its section.</summary>
internal sealed record ItemKind(Items Item, FetchItem Asked, string Name, BodySection? Section = null, bool IsBinary = false)
{
    /// <summary>Its name in the command.</summary>
    public string Written { get; } = Asked.ToString();
}
