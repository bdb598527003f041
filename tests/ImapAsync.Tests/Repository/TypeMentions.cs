namespace ImapAsync.Tests.Repository;

/// <summary>Which words of a C# file may be the names of types: a guess from the words beside them, good enough to keep members and types of one name apart.</summary>
internal static class TypeMentions
{
    // Words that may stand right before a type's name. After any other word a name is what is being declared: "Envelope Envelope".
    private static readonly HashSet<string> BeforeTypes = new(StringComparer.Ordinal)
    {
        "abstract", "and", "as", "async", "await", "case", "class", "const", "delegate", "else", "enum", "event", "explicit", "extern", "file", "fixed", "foreach",
        "global", "implicit", "in", "init", "interface", "internal", "is", "let", "new", "not", "operator", "or", "out", "override", "params", "partial", "private",
        "protected", "public", "readonly", "record", "ref", "required", "return", "scoped", "sealed", "static", "struct", "switch", "this", "throw", "unsafe",
        "using", "virtual", "volatile", "when", "where", "yield",
    };

    public static IEnumerable<CSharpToken> Of(IReadOnlyList<CSharpToken> tokens)
    {
        HashSet<string> aliases = [.. Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Where(at => tokens[at - 1].Text == "using" && IsAssigned(tokens, at)).Select(at => tokens[at].Text)];
        int enumDepth = 0;
        bool enumAhead = false;
        for (int at = 0; at < tokens.Count; at++)
        {
            CSharpToken token = tokens[at];
            enumAhead |= token.Text == "enum" && enumDepth == 0;
            enumDepth += token.Text switch { "{" when enumAhead || enumDepth > 0 => 1, "}" when enumDepth > 0 => -1, _ => 0 };
            enumAhead &= token.Text != "{";
            if (enumDepth == 0 && token.IsIdentifier && !aliases.Contains(token.Text) && IsType(tokens, at))
            {
                yield return token;
            }
        }
    }

    private static bool IsType(IReadOnlyList<CSharpToken> tokens, int at)
    {
        string before = at > 0 ? tokens[at - 1].Text : "";
        string after = TextAt(tokens, at + 1);
        bool isMember = before == ".";
        bool isDeclared = (at > 0 && tokens[at - 1].IsIdentifier && !BeforeTypes.Contains(before)) || (before is ">" or "?" or "]" && after is "{" or ";" or "=");
        bool isNamed = after == ":" && before is "(" or "," or "{";
        return !isMember && !isDeclared && !isNamed && !IsAssigned(tokens, at);
    }

    private static bool IsAssigned(IReadOnlyList<CSharpToken> tokens, int at) => TextAt(tokens, at + 1) == "=" && TextAt(tokens, at + 2) is not ("=" or ">");

    private static string TextAt(IReadOnlyList<CSharpToken> tokens, int at) => at < tokens.Count ? tokens[at].Text : "";
}
