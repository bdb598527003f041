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
    private static readonly string[] MayMentionAll = [Library + "Encoding/ImapLiteral.cs", Library + "Encoding/LiteralSources.cs"];

    private static readonly (string Folder, SourceFile File)[] Files =
        [.. SourceFile.CSharp.Where(file => file.Path.StartsWith(Library, StringComparison.Ordinal)).Select(file => (FolderOf(file), file))];

    // A name that two folders declare (each its own file-local or generic variant) tells nothing, so the first one counts.
    private static readonly Dictionary<string, string> FolderByType = Files
        .Where(entry => entry.Folder.Length > 0)
        .SelectMany(entry => TopLevelTypes.Of(entry.File.Tokens).Select(type => (type, Folder: FolderOf(type, entry.Folder))))
        .GroupBy(entry => entry.type, entry => entry.Folder)
        .ToDictionary(group => group.Key, group => group.First());

    public static TheoryData<string> Folders => [.. Files.Select(entry => entry.Folder).Where(folder => folder.Length > 0).Distinct()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void FolderUsesOnlyWhatItMay(string folder)
    {
        Assert.True(MayUse.ContainsKey(folder), $"{Library}{folder} has no row in {nameof(ArchitectureTests)}.{nameof(MayUse)}: add one.");
        string[] allowed = [folder, .. MayUse[folder]];
        string[] forbidden = MayNotMention.GetValueOrDefault(folder, []);

        string found = string.Join('\n',
            from file in Files.Where(entry => entry.Folder == folder).Select(entry => entry.File)
            from mention in TypeMentions.Of(file.Tokens)
            let declaredIn = FolderByType.GetValueOrDefault(mention.Text, folder)
            where !allowed.Contains(declaredIn) || (forbidden.Contains(mention.Text) && !MayMentionAll.Contains(file.Path))
            select $"{file}:{mention.Line}: {mention.Text}" + (declaredIn == folder ? "" : $" of {declaredIn}"));

        Assert.True(
            found.Length == 0,
            $"{folder} may use its own types, those of [{string.Join(", ", MayUse[folder])}] and of the files beside the folders, but not [{string.Join(", ", forbidden)}]:\n{found}");
    }

    private static string FolderOf(string type, string folder) =>
        folder == "Commands" && !CommandEndings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal)) ? CommandValues : folder;

    private static string FolderOf(SourceFile file)
    {
        string below = file.Path[Library.Length..];
        int slash = below.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : below[..slash];
    }
}
