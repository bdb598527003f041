namespace ImapAsync;

/// <summary>Checks on text that a caller wants to send verbatim.</summary>
internal static class RawText
{
    /// <summary>Whether the text is one list from its first to its last parenthesis: <c>(a) (b)</c> is not.</summary>
    public static bool IsList(string text)
    {
        if (text is not ['(', .., ')'])
            return false;

        int depth = 0;
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when isQuoted:
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '(' when !isQuoted:
                    depth++;
                    break;
                case ')' when !isQuoted && --depth == 0:
                    return i == text.Length - 1;
                default:
                    break;
            }
        }

        return false;
    }
}
