using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>The keys of a SEARCH, SORT or THREAD, all of which a message must match (RFC 9051 §6.4.4).</summary>
internal sealed class SearchProgram
{
    private readonly SearchCriterion _criterion;

    private SearchProgram(SearchCriterion criterion, bool usesModSeq)
    {
        _criterion = criterion;
        UsesModSeq = usesModSeq;
    }

    /// <summary>
    /// Whether MODSEQ is one of the keys: that enables CONDSTORE, and the answer ends with the highest mod-sequence
    /// (RFC 7162 §3.1.5).
    /// </summary>
    public bool UsesModSeq { get; }

    /// <summary>Parses what follows SEARCH and its RETURN options, to the end: <c>[CHARSET name] 1*key</c>.</summary>
    /// <exception cref="CommandRefusedException">The syntax is wrong.</exception>
    public static SearchProgram Parse(ref ImapTokenReader reader) => Parse(ref reader, charsetIsRequired: false);

    /// <summary>
    /// Parses what follows the sort criteria of SORT or the algorithm of THREAD, to the end: <c>charset 1*key</c>
    /// (RFC 5256 §5).
    /// </summary>
    /// <exception cref="CommandRefusedException">The syntax is wrong.</exception>
    public static SearchProgram ParseWithCharset(ref ImapTokenReader reader) =>
        Parse(ref reader, charsetIsRequired: true);

    /// <summary>Whether a message matches all keys.</summary>
    public bool Matches(IMessageView message, SearchContext context) => _criterion(new SearchSubject(message, context));

    private static SearchProgram Parse(ref ImapTokenReader reader, bool charsetIsRequired)
    {
        SearchArgumentReader arguments = new(reader);
        if (charsetIsRequired)
            arguments.ReadCharset();
        else
            arguments.TryReadCharset();
        SearchKeyParser parser = new(arguments);
        SearchCriterion criterion = parser.ReadProgram();
        reader = parser.Reader;
        return new SearchProgram(criterion, parser.UsesModSeq);
    }
}
