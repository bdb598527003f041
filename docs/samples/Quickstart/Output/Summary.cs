using Spectre.Console;

namespace Quickstart;

/// <summary>What was done, in two columns.</summary>
internal static class Summary
{
    public static void Write(IAnsiConsole console, IEnumerable<(string Name, string Value)> lines)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        foreach ((string name, string value) in lines)
            grid.AddRow($"[grey]{Markup.Escape(name)}[/]", Markup.Escape(value));
        console.Write(grid);
    }
}
