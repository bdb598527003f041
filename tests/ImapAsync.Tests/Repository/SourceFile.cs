using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ImapAsync.Tests.Repository;

/// <summary>A text file of the repository.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] Tops = [".ci", "benchmarks", "docs", "src", "tests"];
    private static readonly string[] TextExtensions = [".cs", ".csproj", ".props", ".targets", ".sh", ".md", ".json", ".txt", ""];
    private static readonly string[] BuiltFolders = ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>Every text file that the repository's authors wrote, by its path from the root, with slashes.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Tops.Select(top => RepositoryRoot.Combine(top)).Where(Directory.Exists).SelectMany(Below).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IEnumerable<SourceFile> CSharp => All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    public IReadOnlyList<string> Lines => field ??= Text.Split('\n');

    public SyntaxNode Syntax => field ??= CSharpSyntaxTree.ParseText(Text).GetRoot();

    public override string ToString() => Path;

    /// <summary>"path:line: what is there", for each line that <paramref name="isWrong"/> says is wrong.</summary>
    public IEnumerable<string> WhereLines(Func<string, bool> isWrong) =>
        Lines.Select((line, index) => (line, index)).Where(at => isWrong(at.line)).Select(at => $"{Path}:{at.index + 1}: {at.line.Trim()}");

    private static IEnumerable<SourceFile> Below(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Where(file => TextExtensions.Contains(System.IO.Path.GetExtension(file))))
        {
            yield return new SourceFile(System.IO.Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'), File.ReadAllText(file));
        }

        foreach (SourceFile file in Directory.EnumerateDirectories(folder)
            .Where(below => !BuiltFolders.Contains(System.IO.Path.GetFileName(below)))
            .SelectMany(Below))
        {
            yield return file;
        }
    }
}
