using System.Text;

namespace ImapAsync.Tests;

/// <summary>Reads the corpus, and adds missing expectations to it.</summary>
internal static class CorpusFiles
{
    private const string Folder = "tests/ImapAsync.Tests/Corpus/Responses";

    private static readonly Lazy<IReadOnlyList<CorpusCase>> All = new(ReadAll);

    public static IReadOnlyList<CorpusCase> Cases => All.Value;

    public static IEnumerable<string> Names => Cases.Select(static c => c.File).Distinct();

    public static IEnumerable<CorpusCase> Of(string file) => Cases.Where(c => c.File == file);

    /// <summary>Writes the actual value below each case that has no expectation.</summary>
    public static void Complete(string file, IReadOnlyDictionary<CorpusCase, string> values)
    {
        string path = Path.Combine(RepositoryRoot.Combine(Folder), file + ".txt");
        List<string> lines = [.. File.ReadAllLines(path)];
        foreach (CorpusCase missing in values.Keys.Where(static c => c.Expected is null).OrderByDescending(static c => c.Line))
        {
            int at = missing.Line + missing.Text.Split("\r\n").Length - (missing.Text.EndsWith("\r\n", StringComparison.Ordinal) ? 1 : 0);
            lines.InsertRange(at, ["--", .. values[missing].Split('\n')]);
        }

        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }

    private static List<CorpusCase> ReadAll()
    {
        List<CorpusCase> cases = [];
        foreach (string path in Directory.GetFiles(RepositoryRoot.Combine(Folder), "*.txt").Order(StringComparer.Ordinal))
            Read(Path.GetFileNameWithoutExtension(path), File.ReadAllLines(path), cases);
        return cases;
    }

    private static void Read(string file, string[] lines, List<CorpusCase> cases)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("== ", StringComparison.Ordinal))
                continue;
            int start = i;
            StringBuilder text = new();
            while (++i < lines.Length && lines[i] != "--" && !IsEnd(lines, i))
                text.Append(lines[i].EndsWith("«»", StringComparison.Ordinal) ? lines[i][..^2] : lines[i] + "\r\n");
            List<string>? expected = i < lines.Length && lines[i] == "--" ? [] : null;
            while (expected is not null && ++i < lines.Length && !IsEnd(lines, i))
                expected.Add(lines[i]);
            cases.Add(new CorpusCase(file, start + 1, lines[start][3..], text.ToString(), expected is null ? null : string.Join('\n', expected)));
            i--;
        }
    }

    // An empty line can be a part of a literal: only one before the next case, or a comment, or the end, ends a case.
    private static bool IsEnd(string[] lines, int at)
    {
        if (lines[at].StartsWith("== ", StringComparison.Ordinal))
            return true;
        if (lines[at].Length > 0)
            return false;
        return at + 1 >= lines.Length || lines[at + 1].StartsWith("== ", StringComparison.Ordinal) || lines[at + 1].StartsWith("# ", StringComparison.Ordinal);
    }
}
