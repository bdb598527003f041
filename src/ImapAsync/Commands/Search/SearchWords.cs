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
        "$" => Capability.SearchRes,
        "EMAILID" or "THREADID" => Capability.ObjectId,
        "FILTER" => Capability.Filters,
        "FUZZY" => Capability.SearchFuzzy,
        "MODSEQ" => Capability.CondStore,
        "OLDER" or "YOUNGER" => Capability.Within,
        "SAVEDATESUPPORTED" or "SAVEDBEFORE" or "SAVEDON" or "SAVEDSINCE" => Capability.SaveDate,
        "X-GM-RAW" => Capability.XGmExt1,
        _ => EncodingOptions.Base,
    };
}
