namespace ImapAsync.Benchmarks;

/// <summary>A command as received, without its literals.</summary>
internal sealed record ReplayCommand(string Tag, string Name, string Arguments)
{
    /// <summary>Reads a line; the name of <c>UID FETCH</c> has two words.</summary>
    public static ReplayCommand Parse(string line)
    {
        string[] words = line.Split(' ', 3);
        string name = words.Length > 1 ? words[1].ToUpperInvariant() : "";
        string arguments = words.Length > 2 ? words[2] : "";
        if (name != "UID")
            return new ReplayCommand(words[0], name, arguments);
        words = arguments.Split(' ', 2);
        return new ReplayCommand(words[0] == "" ? "" : line[..line.IndexOf(' ', StringComparison.Ordinal)], "UID " + words[0].ToUpperInvariant(), words.Length > 1 ? words[1] : "");
    }

    /// <summary>The argument at that position, without quotes.</summary>
    public string Argument(int index)
    {
        string[] words = Arguments.Split(' ');
        return index < words.Length ? words[index].Trim('"') : "";
    }
}
