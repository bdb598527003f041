namespace ImapAsync.Testing;

/// <summary>The options after RETURN in a SEARCH (RFC 9051 §6.4.4, RFC 4731, RFC 5182).</summary>
internal static class SearchReturnParser
{
    /// <summary>Reads <c>RETURN (…)</c> and the space after it; null if it is missing.</summary>
    public static SearchReturnOptions? Read(ClientSession session, ref ArgumentReader arguments)
    {
        bool isKnown = session.Server.Has("ESEARCH") || session.Server.Has("IMAP4rev2");
        if (!isKnown || !arguments.TryWord("RETURN"u8))
            return null;
        arguments.Space();
        SearchReturnOptions options = SearchReturnOptions.None;
        foreach (string word in arguments.KeywordList())
        {
            options |= word switch
            {
                "MIN" => SearchReturnOptions.Min,
                "MAX" => SearchReturnOptions.Max,
                "ALL" => SearchReturnOptions.All,
                "COUNT" => SearchReturnOptions.Count,
                "SAVE" when session.Server.Has("SEARCHRES") || session.Server.Has("IMAP4rev2") =>
                    SearchReturnOptions.Save,
                _ => throw CommandRefusedException.Bad($"{word} cannot be returned by SEARCH"),
            };
        }

        arguments.Space();
        bool isNothing = options == SearchReturnOptions.None
            && session.Server.Faults.Has(ImapQuirk.EmptyReturnYieldsNothing);
        return options == SearchReturnOptions.None && !isNothing ? SearchReturnOptions.All : options;
    }
}
