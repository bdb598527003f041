namespace ImapAsync.Tests.Repository;

/// <summary>The folders of one library, and the types that each mentions.</summary>
/// <param name="library">The library's folder, with a slash at the end.</param>
/// <param name="mayUse">A folder, and the folders whose types it may mention besides its own.</param>
/// <param name="mayNotMention">What some folders may not even mention.</param>
/// <param name="mayMentionAll">Files that are excepted from that.</param>
/// <param name="folderOf">What counts as the folder of a type that is declared in a folder.</param>
internal sealed class FolderRules(
    string library,
    Dictionary<string, string[]> mayUse,
    Dictionary<string, string[]> mayNotMention,
    string[] mayMentionAll,
    Func<string, string, string> folderOf)
{
    private readonly (string Folder, SourceFile File)[] _files =
        [.. SourceFile.CSharp.Where(file => file.Path.StartsWith(library, StringComparison.Ordinal)).Select(file => (FolderOf(file, library), file))];

    // A name that two folders declare (each its own file-local or generic variant) tells nothing, so the first one counts.
    private Dictionary<string, string> FolderByType => field ??= _files
        .Where(entry => entry.Folder.Length > 0)
        .SelectMany(entry => TopLevelTypes.Of(entry.File.Syntax).Select(type => (type, Folder: folderOf(type, entry.Folder))))
        .GroupBy(entry => entry.type, entry => entry.Folder)
        .ToDictionary(group => group.Key, group => group.First());

    public IEnumerable<string> Folders => _files.Select(entry => entry.Folder).Where(folder => folder.Length > 0).Distinct();

    public void Check(string folder)
    {
        Assert.True(mayUse.ContainsKey(folder), $"{library}{folder} has no row in the table of the architecture tests: add one.");
        string[] allowed = [folder, .. mayUse[folder]];
        string[] forbidden = mayNotMention.GetValueOrDefault(folder, []);

        string found = string.Join('\n',
            from file in _files.Where(entry => entry.Folder == folder).Select(entry => entry.File)
            from mention in TypeMentions.Of(file.Syntax)
            let declaredIn = FolderByType.GetValueOrDefault(mention.Text, folder)
            where !allowed.Contains(declaredIn) || (forbidden.Contains(mention.Text) && !mayMentionAll.Contains(file.Path))
            select $"{file}:{mention.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {mention.Text}" + (declaredIn == folder ? "" : $" of {declaredIn}"));

        Assert.True(
            found.Length == 0,
            $"{folder} may use its own types, those of [{string.Join(", ", mayUse[folder])}] and of the files beside the folders, but not [{string.Join(", ", forbidden)}]:\n{found}");
    }

    private static string FolderOf(SourceFile file, string library)
    {
        string below = file.Path[library.Length..];
        int slash = below.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : below[..slash];
    }
}
