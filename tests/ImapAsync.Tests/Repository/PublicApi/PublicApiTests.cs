using System.Reflection;

namespace ImapAsync.Tests.Repository;

/// <summary>The public API is recorded in docs: a change of it is visible in the diff.</summary>
public sealed class PublicApiTests
{
    private const string UpdateVariable = "IMAPASYNC_UPDATE_API";

    [Theory]
    [InlineData("ImapAsync", "docs/PublicApi.txt")]
    [InlineData("ImapAsync.MimeKit", "docs/PublicApi.MimeKit.txt")]
    [InlineData("ImapAsync.Testing", "docs/PublicApi.Testing.txt")]
    public async Task Is_written_down(string assembly, string file)
    {
        string path = RepositoryRoot.Combine(file);
        string actual = ApiText.Of(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(path, actual, TestContext.Current.CancellationToken);
        }

        string expected = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";
        string difference = Difference(expected.ReplaceLineEndings("\n"), actual);
        Assert.True(difference.Length == 0, $"The public API of {assembly} is not what {file} says. If that is meant, run the tests with {UpdateVariable}=1 and commit the file.\n{difference}");
    }

    // Members repeat from type to type, so each line is compared together with the type that it belongs to.
    private static string Difference(string expected, string actual)
    {
        string[] before = [.. Qualified(expected)];
        string[] after = [.. Qualified(actual)];
        return string.Join('\n', [.. before.Except(after).Select(line => "- " + line), .. after.Except(before).Select(line => "+ " + line)]);
    }

    private static IEnumerable<string> Qualified(string text)
    {
        string type = "";
        foreach (string line in text.Split('\n').Where(line => line.Length > 0))
        {
            type = line[0] == ' ' ? type : line;
            yield return line[0] == ' ' ? $"{type} {{ {line.Trim()} }}" : line;
        }
    }
}
