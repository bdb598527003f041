using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Documentation;

/// <summary>What the documents show are these files, which run here.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("testing.md", "Invoices.cs")]
    [InlineData("testing.md", "SubstituteTests.cs")]
    [InlineData("testing.md", "ServerTests.cs")]
    [InlineData("testing.md", "LostAnswerTests.cs")]
    public async Task Shows_what_runs_here(string page, string file)
    {
        string code = await File.ReadAllTextAsync(RepositoryRoot.Combine("tests", "ImapAsync.Testing.Tests", "Documentation", file), TestContext.Current.CancellationToken);
        string document = await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", page), TestContext.Current.CancellationToken);
        Assert.Contains($"```csharp\n{code}```\n", document.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
