using Spectre.Console;

namespace Quickstart;

/// <summary>
/// Where the output goes: a terminal, with colours, or a file, a pipe or a build log, which get plain text that does not
/// move.
/// </summary>
internal static class Terminal
{
    public static IAnsiConsole Create() => Console.IsOutputRedirected
        ? AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No
        })
        : AnsiConsole.Console;

    public static void Heading(this IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.Write(
            new Rule($"[bold deepskyblue1]{Printable.Escaped(text, 70)}[/]")
                .LeftJustified()
                .RuleStyle(Style.Parse("grey")));
    }

    /// <summary>Prints a remark.</summary>
    public static void Note(this IAnsiConsole console, string text) =>
        console.MarkupLine($"[grey]{Markup.Escape(text)}[/]");

    /// <summary>Runs something that takes a while.</summary>
    public static Task<T> WaitAsync<T>(this IAnsiConsole console, string text, Func<Task<T>> run)
    {
        if (console.Profile.Capabilities.Interactive)
            return console.Status().StartAsync(Markup.Escape(text), _ => run());
        console.Note(text);
        return run();
    }
}
