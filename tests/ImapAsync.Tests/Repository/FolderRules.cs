namespace ImapAsync.Tests.Repository;

/// <summary>The rooms of one library (folders, and single files that have their own row), and what each mentions.</summary>
/// <param name="library">The library's folder, with a slash at the end.</param>
/// <param name="mayUse">A room by its path in the library, and the rooms whose types it may mention besides its own.</param>
/// <param name="mayNotMention">What some rooms may not mention at all.</param>
/// <param name="mayMentionAll">Files that are excepted from that.</param>
/// <param name="doors">The files beside the folders: they may use all and be used by all.</param>
internal sealed class FolderRules(
    string library,
    Dictionary<string, string[]> mayUse,
    Dictionary<string, string[]> mayNotMention,
    string[] mayMentionAll,
    params string[] doors)
{
    private readonly ILookup<string, SourceFile> _files = SourceFile.CSharp
        .Where(file => file.Path.StartsWith(library, StringComparison.Ordinal))
        .ToLookup(file => RoomOf(file.Path[library.Length..], mayUse));

    // Several rooms may declare a name, each for its own use.
    private ILookup<string, string> RoomsByType => field ??= _files
        .Where(static room => room.Key.Length > 0)
        .SelectMany(static room => room.SelectMany(static file => TopLevelTypes.Of(file.Syntax)).Select(type => (type, room.Key)))
        .ToLookup(static entry => entry.type, static entry => entry.Key);

    public IEnumerable<string> Rooms => mayUse.Keys;

    public void CheckThatEachFileHasARoom()
    {
        string[] homeless = [.. _files[""].Select(file => file.Path[library.Length..]).Except(doors)];
        Assert.True(homeless.Length == 0, $"The table of the architecture tests has no row for these: {string.Join(", ", homeless)}");
    }

    public void CheckThatNoArrowsMeet()
    {
        Dictionary<string, string[]> left = new(mayUse);
        while (left.FirstOrDefault(row => !row.Value.Any(left.ContainsKey)).Key is { } lowest)
            left.Remove(lowest);
        Assert.True(left.Count == 0, $"These use each other in a circle, or use those that do: {string.Join(", ", left.Keys)}");
    }

    public void Check(string room)
    {
        string[] forbidden = mayNotMention.GetValueOrDefault(room, []);
        List<(SourceFile file, Microsoft.CodeAnalysis.SyntaxToken mention, string DeclaredIn)> mentions = _files[room]
            .SelectMany(static file => TypeMentions.Of(file.Syntax).Select(mention => (file, mention)))
            .Select(at => (at.file, at.mention, DeclaredIn: RoomOfType(at.mention.Text, room)))
            .ToList();
        string found = string.Join('\n',
            from at in mentions
            where (at.DeclaredIn != room && !mayUse[room].Contains(at.DeclaredIn))
                || (forbidden.Contains(at.mention.Text) && !mayMentionAll.Contains(at.file.Path))
            let line = at.mention.GetLocation().GetLineSpan().StartLinePosition.Line + 1
            select $"{at.file}:{line}: {at.mention.Text}" + (at.DeclaredIn == room ? "" : $" of {at.DeclaredIn}"));

        Assert.True(
            found.Length == 0,
            $"{room} may use its own types and those of [{string.Join(", ", mayUse[room])}], but not [{string.Join(", ", forbidden)}]:\n{found}");

        string[] unused = [.. mayUse[room].Except(mentions.Select(static at => at.DeclaredIn))];
        Assert.True(unused.Length == 0, $"{room} uses nothing of [{string.Join(", ", unused)}]: take that out of the table.");
    }

    private string RoomOfType(string type, string mentionedIn) =>
        RoomsByType[type].Contains(mentionedIn) ? mentionedIn : RoomsByType[type].FirstOrDefault(mentionedIn);

    private static string RoomOf(string path, Dictionary<string, string[]> mayUse) => mayUse.Keys
        .Where(room => path == room || path.StartsWith($"{room}/", StringComparison.Ordinal))
        .MaxBy(static room => room.Length) ?? "";
}
