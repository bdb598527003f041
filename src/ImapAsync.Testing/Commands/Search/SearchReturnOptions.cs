namespace ImapAsync.Testing;

/// <summary>The options after RETURN in a SEARCH (RFC 9051 §6.4.4, RFC 4731, RFC 5182).</summary>
internal static class SearchReturnOptions
{
    /// <summary>Reads <c>RETURN (…)</c> and the space after it; null if it is missing.</summary>
    public static SearchReturn? Read(ClientSession session, ref ArgumentReader arguments)
    {
        bool isKnown = session.Server.Has("ESEARCH") || session.Server.Has("IMAP4rev2");
        if (!isKnown || !arguments.TryWord("RETURN"u8))
            return null;
        arguments.Space();
        SearchReturn options = SearchReturn.None;
        foreach (string word in arguments.KeywordList())
        {
            options |= word switch
            {
                "MIN" => SearchReturn.Min,
                "MAX" => SearchReturn.Max,
                "ALL" => SearchReturn.All,
                "COUNT" => SearchReturn.Count,
                "SAVE" when session.Server.Has("SEARCHRES") || session.Server.Has("IMAP4rev2") => SearchReturn.Save,
                _ => throw CommandRefusedException.Bad($"{word} cannot be returned by SEARCH"),
            };
        }

        arguments.Space();
        bool isNothing = options == SearchReturn.None && session.Server.Faults.Has(ImapQuirk.EmptyReturnYieldsNothing);
        return options == SearchReturn.None && !isNothing ? SearchReturn.All : options;
    }
}
