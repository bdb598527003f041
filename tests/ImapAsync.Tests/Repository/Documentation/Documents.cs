namespace ImapAsync.Tests.Repository;

/// <summary>What people read: README and all below docs, by their paths from the repository's root.</summary>
internal static class Documents
{
    public static IEnumerable<string> All =>
        ["README.md", .. SourceFile.All.Select(file => file.Path).Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal))];
}
