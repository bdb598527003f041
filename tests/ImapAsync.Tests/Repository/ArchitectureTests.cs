namespace ImapAsync.Tests.Repository;

/// <summary>Which folder of the library may use the types of which: docs/architecture.md, "Folders and their dependencies".</summary>
public sealed class ArchitectureTests
{
    private const string Library = "src/ImapAsync/";

    // What a server answered to a command, as the parsers read it; all other exceptions are below the parsers, which throw them.
    private const string Refusal = "Errors/ImapCommandException.cs";

    // A folder (or a file), and the folders whose types it may mention besides its own.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Primitives"] = [],
        ["Errors"] = ["Primitives"],
        ["Decoding"] = ["Primitives"],
        ["Encoding"] = ["Primitives"],
        ["Parsing"] = ["Primitives", "Errors"],
        [Refusal] = ["Primitives", "Errors", "Parsing"],
        ["Literals"] = ["Primitives", "Errors", "Parsing"],
        // A message keeps octets and reads its items when they are asked for.
        ["Messages"] = ["Primitives", "Decoding", "Encoding", "Parsing", "Literals"],
        ["Authentication"] = ["Primitives", "Errors"],
        ["Transport"] = [],
        ["Commands"] =
        [
            "Primitives", "Errors", Refusal, "Decoding", "Encoding", "Parsing", "Literals", "Messages", "Authentication",
        ],
        ["Diagnostics"] = ["Primitives", "Parsing", "Commands"],
        ["Connection"] =
        [
            "Primitives", "Errors", Refusal, "Encoding", "Parsing", "Literals", "Messages", "Commands", "Transport",
            "Diagnostics",
        ],
        ["Account"] = ["Primitives", "Errors", Refusal, "Authentication", "Commands", "Connection"],
        ["DependencyInjection"] = ["Connection", "Account"],
    };

    // Bytes in, values out: what pure folders may not even mention.
    private static readonly string[] NotInPureCode = ["Task", "ValueTask", "async", "await", "Stream", "ILogger"];

    private static readonly Dictionary<string, string[]> MayNotMention = new()
    {
        ["Primitives"] = NotInPureCode,
        ["Encoding"] = NotInPureCode,
        ["Parsing"] = NotInPureCode,
        ["Decoding"] = ["ILogger"], // its transfer decoders are streams
    };

    // A literal to be sent is its source, memory, stream or pipe, which the write loop pulls; the encoder only sees its length.
    private static readonly string[] MayMentionAll = [Library + "Encoding/ImapLiteral.cs", Library + "Encoding/LiteralSources.cs", Library + "Encoding/CrLfLiteral.cs"];

    private static readonly FolderRules Rules = new(Library, MayUse, MayNotMention, MayMentionAll);

    public static TheoryData<string> Rooms => [.. Rules.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Folder_uses_only_what_it_may(string room) => Rules.Check(room);

    [Fact]
    public void Each_file_has_a_folder() => Rules.CheckThatEachFileHasARoom();

    [Fact]
    public void No_arrows_meet() => Rules.CheckThatNoArrowsMeet();
}
