namespace ImapAsync.Tests.Repository;

/// <summary>Which folder of the library may use the types of which: docs/architecture.md, "Where things live".</summary>
public sealed class ArchitectureTests
{
    private const string Library = "src/ImapAsync/";

    // What a command takes and yields stands beside it, in its family's folder: FetchItem, MailboxInfo, Quota …
    private const string CommandValues = "Commands (values)";
    private static readonly string[] CommandEndings = ["Command", "Commands", "Collector", "Extensions"];

    // A folder, and the folders whose types it may mention besides its own. The files beside the folders
    // (ImapConnection.cs, the options, the exceptions …) may use all and be used by all.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Primitives"] = [],
        ["Decoding"] = ["Primitives"],
        ["Encoding"] = ["Primitives", CommandValues],
        // A FETCH response becomes a FetchedMessage, which keeps octets and reads its items when they are asked for.
        ["Parsing"] = ["Primitives", "Decoding", "Messages", CommandValues],
        ["Messages"] = ["Primitives", "Decoding", "Parsing", "Literals", CommandValues],
        ["Literals"] = ["Primitives", "Parsing"],
        ["Authentication"] = ["Primitives"],
        ["Transport"] = [],
        ["Diagnostics"] = ["Primitives", "Parsing", "Commands", CommandValues],
        ["Commands"] = ["Primitives", "Decoding", "Encoding", "Parsing", "Messages", "Literals", "Authentication", CommandValues],
        ["Connection"] = ["Primitives", "Decoding", "Encoding", "Parsing", "Messages", "Literals", "Authentication", "Commands", CommandValues, "Transport", "Diagnostics"],
        ["Account"] = ["Primitives", "Messages", "Authentication", "Commands", CommandValues, "Connection", "Diagnostics"],
        ["DependencyInjection"] = ["Primitives", "Authentication", "Commands", CommandValues, "Connection", "Account", "Diagnostics"],
    };

    // Bytes in, values out: what pure folders may not even mention.
    private static readonly Dictionary<string, string[]> MayNotMention = new()
    {
        ["Parsing"] = ["Task", "ValueTask", "async", "await", "Stream", "ILogger"],
        ["Encoding"] = ["Task", "ValueTask", "async", "await", "Stream", "ILogger"],
        ["Decoding"] = ["ILogger"], // its transfer decoders are streams
        ["Primitives"] = ["Task", "ValueTask", "async", "await", "Stream", "ILogger"],
    };

    // A literal to be sent is its source, memory, stream or pipe, which the write loop pulls; the encoder only sees its length.
    private static readonly string[] MayMentionAll = [Library + "Encoding/ImapLiteral.cs", Library + "Encoding/LiteralSources.cs", Library + "Encoding/CrLfLiteral.cs"];

    private static readonly FolderRules Rules = new(Library, MayUse, MayNotMention, MayMentionAll, FolderOf);

    public static TheoryData<string> Folders => [.. Rules.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void FolderUsesOnlyWhatItMay(string folder) => Rules.Check(folder);

    private static string FolderOf(string type, string folder) =>
        folder == "Commands" && !CommandEndings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal)) ? CommandValues : folder;
}
