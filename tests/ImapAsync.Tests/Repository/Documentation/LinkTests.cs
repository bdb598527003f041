using System.Text.RegularExpressions;

namespace ImapAsync.Tests.Repository;

/// <summary>A link from one document to another file of the repository leads somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Each_link_has_a_file()
    {
        string broken = string.Join('\n',
            from document in Documents.All
            from Match link in Link().Matches(File.ReadAllText(RepositoryRoot.Combine(document)))
            let target = link.Groups["target"].Value
            where !target.Contains(':', StringComparison.Ordinal)
            let path = Path.Combine(RepositoryRoot.Path, Path.GetDirectoryName(document)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{document}: {target}");

        Assert.True(broken.Length == 0, $"These links lead nowhere:\n{broken}");
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
