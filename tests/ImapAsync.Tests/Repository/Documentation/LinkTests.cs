using System.Text.RegularExpressions;

namespace ImapAsync.Tests.Repository;

/// <summary>Links between documents and citations of their sections and of tests lead somewhere.</summary>
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

    [Fact]
    public void Each_cited_section_exists()
    {
        string missing = string.Join('\n',
            from file in SourceFile.All
            from Match citation in Citation().Matches(file.Text)
            let document = RepositoryRoot.Combine("docs", citation.Groups["document"].Value)
            let heading = new Regex($"^#+ {Regex.Escape(citation.Groups["section"].Value)}\r?$", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            where !File.Exists(document) || !heading.IsMatch(File.ReadAllText(document))
            select $"{file}: {citation.Value}");

        Assert.True(missing.Length == 0, $"These cite a section that does not exist:\n{missing}");
    }

    [Fact]
    public void Each_named_file_exists()
    {
        string[] roots = ["", "src/ImapAsync", "docs"];
        string missing = string.Join('\n',
            from document in Documents.All
            from Match file in NamedFile().Matches(File.ReadAllText(RepositoryRoot.Combine(document)))
            let path = file.Groups["path"].Value
            where !roots.Any(root => File.Exists(RepositoryRoot.Combine(root, path)))
            select $"{document}: {path}");

        Assert.True(missing.Length == 0, $"These files do not exist:\n{missing}");
    }

    [Fact]
    public void Each_named_test_exists()
    {
        HashSet<string> tests =
        [
            .. SourceFile.CSharp
                .Where(static file => file.Path.StartsWith("tests/", StringComparison.Ordinal))
                .SelectMany(static file => TopLevelTypes.Of(file.Syntax)),
        ];
        string missing = string.Join('\n',
            from document in Documents.All
            from Match test in NamedTest().Matches(File.ReadAllText(RepositoryRoot.Combine(document)))
            where !tests.Contains(test.Groups["name"].Value)
            select $"{document}: {test.Groups["name"].Value}");

        Assert.True(missing.Length == 0, $"These tests do not exist:\n{missing}");
    }

    [GeneratedRegex(@"`(?<path>\.?\w[\w.-]*(/[\w.-]+)+\.(cs|csproj|props|md|sh|txt))`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"`(?<name>\w+(Tests|Quirks))\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\bdocs/(?<document>[\w-]+\.md), ""(?<section>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
