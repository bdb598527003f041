using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Documentation;

/// <summary>What docs/testing.md shows are these files, which run here.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("Invoices.cs")]
    [InlineData("SubstituteTests.cs")]
    [InlineData("ServerTests.cs")]
    [InlineData("FaultTests.cs")]
    public async Task ShowsWhatRunsHere(string file)
    {
        string code = await File.ReadAllTextAsync(RepositoryRoot.Combine("tests", "ImapAsync.Testing.Tests", "Documentation", file), TestContext.Current.CancellationToken);
        string document = await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "testing.md"), TestContext.Current.CancellationToken);
        Assert.Contains($"```csharp\n{code}```\n", document.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
