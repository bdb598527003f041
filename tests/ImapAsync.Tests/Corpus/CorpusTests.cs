namespace ImapAsync.Tests;

/// <summary>The complete corpus: its size, and that each response gives the value written below it.</summary>
public sealed class CorpusTests
{
    private const int Least = 600;

    public static TheoryData<string> Files => [.. CorpusFiles.Names];

    [Fact]
    public void There_are_more_than_600_responses_and_no_two_are_alike()
    {
        Assert.InRange(CorpusFiles.Cases.Count, Least, int.MaxValue);
        Assert.Empty(CorpusFiles.Cases.GroupBy(static c => c.Text).Where(static group => group.Count() > 1).Select(static group => string.Join(" = ", group.Select(static c => c.Id))));
        Assert.Empty(CorpusFiles.Cases.Where(static c => c.Text.Length == 0).Select(static c => c.Id));
    }

    [Fact]
    public void Each_family_has_its_file()
    {
        string[] families =
        [
            "acl", "annotation", "append-copy", "bodystructure", "capability", "continuation", "envelope", "esearch", "expunge", "fetch", "greeting", "list", "metadata",
            "namespace", "quota", "search", "select", "session", "sort", "status", "store", "tagged", "thread", "untagged",
        ];
        Assert.Empty(families.Except(CorpusFiles.Names));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Whole(string file)
    {
        await using CorpusClient client = await CorpusClient.OpenAsync();
        Dictionary<CorpusCase, string> values = [];
        foreach (CorpusCase @case in CorpusFiles.Of(file))
            values.Add(@case, await client.RunAsync(@case, static octets => [octets]));

        if (Environment.GetEnvironmentVariable("IMAPASYNC_UPDATE_CORPUS") == "1")
            CorpusFiles.Complete(file, values);
        Assert.Multiple([.. values.Select(static pair => (Action)(() => Assert.True(pair.Key.Expected == pair.Value, $"{pair.Key.Id}\n{pair.Key.Text}\nmust be\n{pair.Key.Expected}\nand is\n{pair.Value}")))]);
    }
}
