using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The arguments that SEARCH, SORT and THREAD share.</summary>
internal static class SearchArguments
{
    /// <summary>
    /// Writes <c>RETURN (…)</c> if something is requested. Never <c>RETURN ()</c>, which some servers answer with
    /// nothing.
    /// </summary>
    public static void WriteReturn(
        CommandEncoder encoder, string definedBy, SearchReturnOptions returns, PartialRange? partial)
    {
        if (returns == SearchReturnOptions.None && partial is null)
            return;

        encoder.Needs(definedBy).Word("RETURN"u8).BeginList();
        WriteOption(encoder, returns, SearchReturnOptions.Min, "MIN"u8);
        WriteOption(encoder, returns, SearchReturnOptions.Max, "MAX"u8);
        WriteOption(encoder, returns, SearchReturnOptions.All, "ALL"u8);
        WriteOption(encoder, returns, SearchReturnOptions.Count, "COUNT"u8);
        if (returns.HasFlag(SearchReturnOptions.Save))
            encoder.Needs(Capability.SearchRes).Word("SAVE"u8);
        if (returns.HasFlag(SearchReturnOptions.Relevancy))
            encoder.Needs(Capability.SearchFuzzy).Word("RELEVANCY"u8);
        if (partial is { } range)
            encoder.Needs(Capability.Partial).Word("PARTIAL"u8).Word(range.ToString());
        encoder.EndList();
    }

    /// <summary>
    /// Writes the query of SEARCH, with a charset only if it is needed and allowed (RFC 6855 §3), since servers
    /// disagree about it.
    /// </summary>
    public static void WriteQuery(CommandEncoder encoder, SearchQuery query)
    {
        if (query.HasNonAscii && !encoder.Utf8)
            encoder.Word("CHARSET UTF-8"u8);
        SearchQueryWriter.Write(query, encoder);
    }

    /// <summary>Writes the query of SORT and THREAD, which always begins with its charset (RFC 5256 §5).</summary>
    public static void WriteQueryWithCharset(CommandEncoder encoder, SearchQuery query)
    {
        encoder.Word(query.HasNonAscii ? "UTF-8"u8 : "US-ASCII"u8);
        SearchQueryWriter.Write(query, encoder);
    }

    /// <summary>
    /// The traits of a search: sequence numbers in its query or its answer must not change before it is done (RFC 9051
    /// §5.5).
    /// </summary>
    public static CommandTraits Traits<TNumber>(SearchQuery query)
    {
        const CommandTraits Common = CommandTraits.NeedsSelection | CommandTraits.Idempotent;
        if (!MessageNumber.IsUid<TNumber>())
            return Common | CommandTraits.UsesSequenceNumbers | CommandTraits.ForbidsExpunge;
        return query.UsesSequenceNumbers ? Common | CommandTraits.UsesSequenceNumbers : Common;
    }

    /// <summary>
    /// The untagged response that answers without a tag, unless an ESEARCH is requested, which carries the tag.
    /// </summary>
    public static string? OwnedResponse(string classic, SearchReturnOptions returns, PartialRange? partial) =>
        returns == SearchReturnOptions.None && partial is null ? classic : null;

    private static void WriteOption(
        CommandEncoder encoder, SearchReturnOptions returns, SearchReturnOptions option, ReadOnlySpan<byte> word)
    {
        if (returns.HasFlag(option))
            encoder.Word(word);
    }
}
