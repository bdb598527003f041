namespace ImapAsync.Tests;

/// <summary>The tables of docs/commands.md.</summary>
internal static class CommandTable
{
    private const int CommandCells = 7;
    private const int OtherCells = 3;

    /// <summary>A row of a command, or of an option of one.</summary>
    /// <param name="Line">The line's number, for messages.</param>
    /// <param name="Imaplib">What Python's imaplib calls it.</param>
    /// <param name="Command">The command as it follows the tag.</param>
    /// <param name="Records">Records, and members of types that describe an option.</param>
    /// <param name="Methods">Methods that send it.</param>
    /// <param name="Results">The types or members that hold the answer.</param>
    /// <param name="SeenOn">The servers, or "scripted".</param>
    public sealed record Row(
        int Line, string Imaplib, string Command, IReadOnlyList<string> Records, IReadOnlyList<string> Methods, IReadOnlyList<string> Results, IReadOnlyList<string> SeenOn)
    {
        public override string ToString() => $"docs/commands.md:{Line} {Command}";
    }

    /// <summary>The rows on commands.</summary>
    public static IReadOnlyList<Row> Commands { get; } = [.. ReadRows(CommandCells).Select(static row => new Row(
        row.Line, row.Cells[0], Quoted(row.Cells[1])[0], Quoted(row.Cells[2]), Quoted(row.Cells[3]), Quoted(row.Cells[4]), row.Cells[6].Split(", ")))];

    /// <summary>The rows on what is not a command: its name in imaplib, and its counterpart here.</summary>
    public static IReadOnlyList<(string Imaplib, IReadOnlyList<string> Members)> Others { get; } =
        [.. ReadRows(OtherCells).Select(static row => (row.Cells[0], Quoted(row.Cells[1])))];

    private static IEnumerable<(int Line, string[] Cells)> ReadRows(int cells)
    {
        string[] lines = File.ReadAllLines(RepositoryRoot.Combine("docs", "commands.md"));
        for (int i = 1; i < lines.Length; i++)
        {
            string[] found = [.. lines[i].Split('|').Skip(1).SkipLast(1).Select(static cell => cell.Trim())];
            // The line after a heading has only dashes.
            if (found.Length == cells && found[0] is not ("imaplib" or "---"))
                yield return (i + 1, found);
        }
    }

    private static IReadOnlyList<string> Quoted(string cell) => [.. cell.Split('`').Where(static (_, index) => index % 2 == 1)];
}
