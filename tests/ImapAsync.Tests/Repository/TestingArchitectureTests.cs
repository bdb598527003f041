namespace ImapAsync.Tests.Repository;

/// <summary>Which folder of the server to embed in tests may use the types of which.</summary>
public sealed class TestingArchitectureTests
{
    // Mime, Search, Sort and Thread are pure and know no server; Store keeps what the sessions share; a command knows its session, but a session knows no command.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Mime"] = [],
        ["Search"] = ["Mime"],
        ["Sort"] = ["Mime", "Search"],
        ["Thread"] = ["Mime", "Search", "Sort"],
        ["Store"] = ["Mime"],
        ["Protocol"] = [],
        ["Network"] = [],
        ["Recording"] = [],
        ["Authentication"] = ["Store"],
        ["Generation"] = [],
        ["Faults"] = ["Protocol", "Recording"],
        ["Session"] = ["Store", "Protocol", "Network", "Recording", "Faults", "Mime", "Search"],
        ["Commands"] = ["Session", "Store", "Protocol", "Faults", "Authentication", "Mime", "Search", "Sort", "Thread"],
    };

    private static readonly string[] NotInPureCode = ["Task", "ValueTask", "async", "await", "Stream"];

    private static readonly Dictionary<string, string[]> MayNotMention = new()
    {
        ["Mime"] = NotInPureCode,
        ["Search"] = NotInPureCode,
        ["Sort"] = NotInPureCode,
        ["Thread"] = NotInPureCode,
    };

    private static readonly FolderRules Rules = new(
        "src/ImapAsync.Testing/",
        MayUse,
        MayNotMention,
        [],
        "CommandRefusedException.cs",
        "DefaultCapabilities.cs",
        "ImapTestMailbox.cs",
        "ImapTestMessage.cs",
        "ImapTestServer.cs",
        "ImapTestServerLimits.cs",
        "ImapTestServerOptions.cs",
        "ImapTestUser.cs",
        "ServerCommands.cs");

    public static TheoryData<string> Rooms => [.. Rules.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Folder_uses_only_what_it_may(string room) => Rules.Check(room);

    [Fact]
    public void Each_file_has_a_folder() => Rules.CheckThatEachFileHasARoom();

    [Fact]
    public void No_arrows_meet() => Rules.CheckThatNoArrowsMeet();
}
