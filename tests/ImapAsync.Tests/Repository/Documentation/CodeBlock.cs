namespace ImapAsync.Tests.Repository;

/// <summary>A block of C# in a document.</summary>
/// <param name="File">The document, from the repository's root.</param>
/// <param name="Line">The line that the block begins on, counted from 1.</param>
/// <param name="Text">The code.</param>
internal sealed record CodeBlock(string File, int Line, string Text)
{
    /// <summary>Whether the block is a whole file: then it has its using directives.</summary>
    public bool IsComplete => Text.StartsWith("using ", StringComparison.Ordinal);

    /// <summary>Whether the block is a program, and not only types.</summary>
    public bool IsProgram => Text.Split('\n').SkipWhile(line => line.StartsWith("using ", StringComparison.Ordinal) || line.Length == 0)
        .First() is var first && !first.StartsWith("public ", StringComparison.Ordinal) && !first.StartsWith("internal ", StringComparison.Ordinal) && !first.StartsWith("///", StringComparison.Ordinal);

    public static IEnumerable<CodeBlock> In(string file)
    {
        string[] lines = System.IO.File.ReadAllLines(RepositoryRoot.Combine(file));
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```csharp")
                continue;
            string[] code = [.. lines.Skip(i + 1).TakeWhile(line => line != "```")];
            yield return new(file, i + 2, string.Join('\n', code));
            i += code.Length + 1;
        }
    }
}
