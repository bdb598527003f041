using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Which document each search key comes from.</summary>
internal static class SearchWords
{
    /// <summary>
    /// Writes a key's word; where an extension defines it, what follows is known to servers that announce the
    /// extension.
    /// </summary>
    public static CommandEncoder SearchWord(this CommandEncoder encoder, string word) =>
        encoder.Needs(DefinedBy(word)).Word(word);

    private static string DefinedBy(string word) => word switch
    {
        "$" => "SEARCHRES",
        "EMAILID" or "THREADID" => "OBJECTID",
        "FILTER" => "FILTERS",
        "FUZZY" => "SEARCH=FUZZY",
        "MODSEQ" => "CONDSTORE",
        "OLDER" or "YOUNGER" => "WITHIN",
        "SAVEDATESUPPORTED" or "SAVEDBEFORE" or "SAVEDON" or "SAVEDSINCE" => "SAVEDATE",
        "X-GM-RAW" => "X-GM-EXT-1",
        _ => EncodingOptions.Base,
    };
}
