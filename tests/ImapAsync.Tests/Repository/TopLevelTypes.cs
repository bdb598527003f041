namespace ImapAsync.Tests.Repository;

/// <summary>Which types a C# file declares outside of any other type.</summary>
internal static class TopLevelTypes
{
    public static IEnumerable<string> Of(IReadOnlyList<CSharpToken> tokens)
    {
        int depth = 0;
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            depth += tokens[i].Text switch { "{" => 1, "}" => -1, _ => 0 };
            if (depth != 0)
            {
                continue;
            }

            string? name = tokens[i].Text switch
            {
                "class" or "struct" or "interface" or "enum" or "record" => NameAfter(tokens[i + 1]),
                "delegate" => DelegateName(tokens, i),
                _ => null,
            };
            if (name is not null)
            {
                yield return name;
            }
        }
    }

    // "record class X" and "record struct X" are met at their second word; "where T : class" has no name after it.
    private static string? NameAfter(CSharpToken next) =>
        next.IsIdentifier && next.Text is not ("class" or "struct" or "where") ? next.Text : null;

    private static string? DelegateName(IReadOnlyList<CSharpToken> tokens, int start)
    {
        int angles = 0;
        string? last = null;
        foreach (CSharpToken token in tokens.Skip(start + 1).TakeWhile(token => token.Text is not ("(" or ";")))
        {
            angles += token.Text switch { "<" => 1, ">" => -1, _ => 0 };
            last = angles == 0 && token.IsIdentifier ? token.Text : last;
        }

        return last;
    }
}
