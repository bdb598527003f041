namespace ImapAsync.Tests.Repository;

/// <summary>
/// How many files of the library may depend on each other in a cycle: docs/architecture.md, "Cycles". A larger cycle is
/// a class that reads another's inside; reverse one of its arrows, by passing in what is needed.
/// </summary>
public sealed class DependencyCycleTests
{
    private const string Library = "src/ImapAsync/";

    private const int Most = 4;

    // The largest cycle allowed for files of that folder, if that differs.
    private static readonly Dictionary<string, int> MostByFolder = new()
    {
        ["Connection"] = 2,
        ["Parsing"] = 2,

        // SaslMechanism creates its subclasses: Plain, Scram …
        ["Authentication"] = 13,

        // A message, and what reads its items when they are asked for.
        ["Messages"] = 8,

        // A flag, and the sets of flags that an operator creates from two.
        ["Primitives"] = 5,
    };

    [Fact]
    public void No_cycle_is_larger_than_its_folders_allow()
    {
        string found = string.Join('\n', DependencyCycles.Of(Library)
            .Where(static cycle => cycle.Length > cycle.Min(MostIn))
            .Select(static cycle => $"{cycle.Length} files, and {cycle.Min(MostIn)} may be: "
                + string.Join(", ", cycle.Select(static file => file[Library.Length..]))));
        Assert.True(found.Length == 0, $"Too many files depend on each other in a circle:\n{found}");
    }

    [Fact]
    public void Cycles_are_found()
    {
        Dictionary<string, string[]> uses = new()
        {
            ["a"] = ["b", "d"],
            ["b"] = ["c"],
            ["c"] = ["a"],
            ["d"] = ["e"],
            ["e"] = ["d", "f"],
            ["f"] = [],
        };
        IEnumerable<string[]> cycles =
            DependencyCycles.Of(uses).OrderBy(static cycle => cycle[0], StringComparer.Ordinal);

        Assert.Equal([["a", "b", "c"], ["d", "e"]], cycles);
    }

    private static int MostIn(string file)
    {
        string below = file[Library.Length..];
        int slash = below.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Most : MostByFolder.GetValueOrDefault(below[..slash], Most);
    }
}
