namespace ImapAsync.Tests.Repository;

/// <summary>A block of C# that begins with its using directives is a whole file: a reader who copies it can compile it.</summary>
public sealed class CodeBlockTests
{
    // Its blocks use each other; they are files of tests/ImapAsync.Testing.Tests/Documentation, which run there.
    private const string RunElsewhere = "docs/testing.md";

    // Such a block is a file there, too: MimeKit is referenced there, and not here.
    private const string UsesMimeKit = "using MimeKit;";

    public static TheoryData<string, int> CompleteBlocks
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (CodeBlock block in Documents.All.SelectMany(CodeBlock.In).Where(IsCompiledHere))
                data.Add(block.File, block.Line);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CompleteBlocks))]
    public async Task Compiles(string file, int line)
    {
        CodeBlock block = CodeBlock.In(file).Single(candidate => candidate.Line == line);

        string complaints = await Compiler.CompileAsync(block.Text, block.IsProgram, TestContext.Current.CancellationToken);

        Assert.True(complaints.Length == 0, $"{file}:{line} does not compile ({complaints})");
    }

    private static bool IsCompiledHere(CodeBlock block) =>
        block.IsComplete && block.File != RunElsewhere && !block.Text.Contains(UsesMimeKit, StringComparison.Ordinal);

    [Fact]
    public void The_first_programs_are_complete() =>
        Assert.Superset(
            new HashSet<string>(["README.md", "docs/adding-a-command.md", "docs/hosting.md", "docs/mime-libraries.md"]),
            CompleteBlocks.Select(row => row.Data.Item1).ToHashSet());
}
