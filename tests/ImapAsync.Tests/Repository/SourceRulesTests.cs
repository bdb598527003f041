using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImapAsync.Tests.Repository;

/// <summary>What no file of the repository may contain.</summary>
public sealed partial class SourceRulesTests
{
    private const int MaxLines = 400;
    private const int MaxColumns = 120;

    // A partial class is there for one of these to fill in.
    private static readonly string[] GeneratorAttributes = ["LoggerMessage", "GeneratedRegex", "JsonSerializable", "LibraryImport", "OptionsValidator"];

    [Fact]
    public void No_file_is_too_long() => AssertNone(
        $"Split these by concern; {MaxLines} lines are the most a file may have",
        SourceFile.CSharp.Where(file => file.Lines.Count - 1 > MaxLines).Select(file => $"{file}: {file.Lines.Count - 1} lines"));

    [Fact]
    public void No_line_is_too_long() => AssertNone(
        $"Wrap these; a line has at most {MaxColumns} columns",
        SourceFile.CSharp
            .Where(static file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(static file => file.WhereLines(static line => line.TrimEnd('\r').Length > MaxColumns)));

    [Fact]
    public void Nothing_is_left_unfinished() => AssertNone("Finish these", SourceFile.CSharp.SelectMany(file => file.WhereLines(Unfinished().IsMatch)));

    [Fact]
    public void No_path_of_one_machine() => AssertNone(
        "Use a path from the repository's root, or a temporary directory",
        SourceFile.All.SelectMany(file => file.WhereLines(MachinePath().IsMatch)));

    // The name of a mailbox or an attachment is chosen by a server or a sender.
    [Fact]
    public void Samples_build_paths_only_from_UIDs()
    {
        SourceFile[] samples = [.. SourceFile.CSharp.Where(static file => file.Path.StartsWith("docs/samples/", StringComparison.Ordinal))];
        Assert.NotEmpty(samples.SelectMany(static file => file.WhereLines(JoinedPath().IsMatch)));
        AssertNone(
            "Name the file by the message's UID",
            samples.SelectMany(static file => file.WhereLines(static line => JoinedPath().IsMatch(line) && !line.Contains("{message.Uid}", StringComparison.Ordinal))));
    }

    [Fact]
    public void No_two_test_classes_have_one_name() => AssertNone(
        "Tell these apart by their names; a filter by class finds both",
        SourceFile.CSharp
            .Where(static file => file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(static file => TopLevelTypes.Of(file.Syntax).Where(IsTestClass).Select(name => (name, file)))
            .GroupBy(static entry => entry.name, static entry => entry.file.Path)
            .Where(static sameName => sameName.Skip(1).Any())
            .Select(static sameName => $"{sameName.Key}: {string.Join(", ", sameName)}"));

    [Fact]
    public void The_names_of_tests_are_sentences() => AssertNone(
        "Write the name as words with underscores between them",
        SourceFile.CSharp
            .Where(static file => file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(static file => file.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(static method => IsTest(method) && JoinedWords().IsMatch(method.Identifier.Text))
                .Select(method => $"{file}: {method.Identifier.Text}")));

    [Fact]
    public void No_regions() => AssertNone("Split the file instead", SourceFile.CSharp.SelectMany(file => file.WhereLines(Region().IsMatch)));

    [Fact]
    public void Partial_is_for_source_generators_only() => AssertNone(
        "Split the type by concern instead",
        SourceFile.CSharp
            .Where(static file => file.Syntax.DescendantNodes().Any(IsPartialType) && !file.Syntax.DescendantNodes().Any(IsForGenerators))
            .Select(file => file.Path));

    private static bool IsTestClass(string name) =>
        name.EndsWith("Tests", StringComparison.Ordinal) || name.EndsWith("Quirks", StringComparison.Ordinal);

    private static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Any(static attribute => attribute.Name.ToString() is var name
            && (name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal)));

    private static bool IsPartialType(SyntaxNode node) => node is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool IsForGenerators(SyntaxNode node) =>
        node is AttributeSyntax attribute && GeneratorAttributes.Contains(attribute.Name.ToString());

    private static void AssertNone(string advice, IEnumerable<string> findings)
    {
        string found = string.Join('\n', findings);
        Assert.True(found.Length == 0, $"{advice}:\n{found}");
    }

    // Letters in brackets, so that the rules do not find themselves.
    [GeneratedRegex(@"\b(T[O]DO|FI[X]ME|H[A]CK|X[X]X)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.~})\]/$-])/(work|tmp|root|home|Users|mnt)/[A-Za-z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex("^[^_]*[a-z][A-Z][^_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JoinedWords();

    [GeneratedRegex(@"\bPath\.(Combine|Join)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JoinedPath();

    [GeneratedRegex(@"^\s*#(end)?r[e]gion", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Region();
}
