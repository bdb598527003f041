namespace ImapAsync.Tests.Repository;

/// <summary>Which folder of the server to embed in tests may use the types of which.</summary>
public sealed class TestingArchitectureTests
{
    // Mime, Search, Sort and Thread are pure and know no server; Store keeps what the sessions share; a command knows its session, no session knows a command.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Mime"] = [],
        ["Search"] = ["Mime"],
        ["Sort"] = ["Mime", "Search"],
        ["Thread"] = ["Mime", "Search", "Sort"],
        ["Store"] = ["Mime", "Search"],
        ["Protocol"] = [],
        ["Network"] = [],
        ["Recording"] = [],
        ["Authentication"] = ["Store"],
        ["Generation"] = [],
        ["Faults"] = ["Protocol", "Recording"],
        ["Session"] = ["Store", "Protocol", "Network", "Recording", "Faults", "Authentication", "Mime", "Search"],
        ["Commands"] = ["Session", "Store", "Protocol", "Recording", "Faults", "Authentication", "Mime", "Search", "Sort", "Thread"],
    };

    private static readonly string[] NotInPureCode = ["Task", "ValueTask", "async", "await", "Stream"];

    private static readonly Dictionary<string, string[]> MayNotMention = new()
    {
        ["Mime"] = NotInPureCode,
        ["Search"] = NotInPureCode,
        ["Sort"] = NotInPureCode,
        ["Thread"] = NotInPureCode,
    };

    private static readonly FolderRules Rules = new("src/ImapAsync.Testing/", MayUse, MayNotMention, [], static (_, folder) => folder);

    public static TheoryData<string> Folders => [.. Rules.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void FolderUsesOnlyWhatItMay(string folder) => Rules.Check(folder);
}
