namespace ImapAsync.Tests.Repository;

/// <summary>The documents: those at the root and all below docs, by their paths from the root.</summary>
internal static class Documents
{
    public static IEnumerable<string> All =>
    [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md",
        .. SourceFile.All
            .Select(file => file.Path)
            .Where(path => path.StartsWith("docs/", StringComparison.Ordinal)
                && path.EndsWith(".md", StringComparison.Ordinal)),
    ];
}
