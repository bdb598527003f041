namespace ImapAsync.Tests.Repository;

/// <summary>Files that depend on each other in a cycle, by the types that they mention.</summary>
internal static class DependencyCycles
{
    /// <summary>The cycles of a library, without files in no cycle; each cycle is maximal.</summary>
    /// <param name="library">The library's folder, with a slash at the end.</param>
    public static IReadOnlyList<string[]> Of(string library) =>
        Of(UsesOf([.. SourceFile.CSharp.Where(file => file.Path.StartsWith(library, StringComparison.Ordinal))]));

    /// <summary>The cycles of a graph: each node, and the nodes that it uses.</summary>
    public static IReadOnlyList<string[]> Of(IReadOnlyDictionary<string, string[]> uses)
    {
        Search search = new(uses);
        foreach (string node in uses.Keys)
            search.Visit(node);
        return search.Cycles;
    }

    // A name that two files declare (a generic variant, a part) does not say which is meant, so the first one counts.
    private static Dictionary<string, string[]> UsesOf(SourceFile[] files)
    {
        Dictionary<string, string> fileByType = files
            .SelectMany(static file => TopLevelTypes.Of(file.Syntax).Select(type => (Type: type, file.Path)))
            .GroupBy(static entry => entry.Type, static entry => entry.Path)
            .ToDictionary(static group => group.Key, static group => group.First());
        return files.ToDictionary(
            static file => file.Path,
            file => TypeMentions.Of(file.Syntax)
                .Select(mention => fileByType.GetValueOrDefault(mention.Text, file.Path))
                .Where(path => path != file.Path)
                .Distinct()
                .ToArray());
    }

    /// <summary>Tarjan's search for strongly connected components.</summary>
    private sealed class Search(IReadOnlyDictionary<string, string[]> uses)
    {
        private readonly Dictionary<string, int> _index = [];
        private readonly Dictionary<string, int> _lowest = [];
        private readonly Stack<string> _open = [];

        public List<string[]> Cycles { get; } = [];

        public void Visit(string node)
        {
            if (!_index.TryAdd(node, _index.Count))
                return;
            _lowest[node] = _index[node];
            _open.Push(node);
            foreach (string next in uses[node])
            {
                Visit(next);
                if (_open.Contains(next))
                    _lowest[node] = Math.Min(_lowest[node], _lowest[next]);
            }

            if (_lowest[node] == _index[node])
                Close(node);
        }

        private void Close(string root)
        {
            List<string> members = [];
            do
            {
                members.Add(_open.Pop());
            }
            while (members[^1] != root);

            if (members.Count > 1)
                Cycles.Add([.. members.Order(StringComparer.Ordinal)]);
        }
    }
}
