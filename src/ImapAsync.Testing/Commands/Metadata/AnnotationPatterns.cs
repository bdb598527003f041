namespace ImapAsync.Testing;

/// <summary>
/// Entries and attributes of ANNOTATEMORE (draft-daboo-imap-annotatemore): one pattern, or several in parentheses. The
/// attribute of a value is stored as <c>entry value.priv</c>.
/// </summary>
internal static class AnnotationPatterns
{
    public static List<string> Read(ref ArgumentReader arguments)
    {
        List<string> patterns = new();
        if (!arguments.TryListStart())
        {
            patterns.Add(ReadOne(ref arguments));
            return patterns;
        }

        do
            patterns.Add(ReadOne(ref arguments));
        while (arguments.TrySpace());
        arguments.ListEnd();
        return patterns;
    }

    /// <summary>
    /// Whether a name matches a pattern. <c>value</c> stands for <c>value.priv</c> and <c>value.shared</c>.
    /// </summary>
    public static bool Fits(IEnumerable<string> patterns, string name) => patterns.Any(pattern =>
        ListPattern.Matches(pattern, name) || (pattern == "value" && name is "value.priv" or "value.shared"));

    private static string ReadOne(ref ArgumentReader arguments) => arguments.Next == '"' || arguments.Next == '{'
        ? WireText.Decode(arguments.String())
        : WireText.Decode(arguments.Run(CharacterSets.ListPattern, "an entry or attribute"));
}
