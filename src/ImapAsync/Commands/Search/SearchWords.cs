using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The document that defines each search key.</summary>
internal static class SearchWords
{
    /// <summary>
    /// Writes a key's word; if an extension defines it, what follows is known only to servers that announce the
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
