namespace ImapAsync;

/// <summary>How queries are joined.</summary>
internal enum JoinKind
{
    And,
    Or,
}

/// <summary>NOT or FUZZY: one word before one key.</summary>
internal sealed class PrefixQuery(string word, SearchQuery inner)
    : SearchQuery(inner.HasNonAscii, inner.UsesSequenceNumbers)
{
    public string Word => word;

    public SearchQuery Inner => inner;

    internal override SearchQuery Negate() => word == "NOT" ? inner : base.Negate();
}

/// <summary>
/// Queries that must all hold, or one of which must. Made in one step each; flattened when it is written.
/// </summary>
internal sealed class JoinedQuery : SearchQuery
{
    private readonly SearchQuery[] _terms;

    private JoinedQuery(JoinKind kind, SearchQuery[] terms)
        : base(
            Array.Exists(terms, static term => term.HasNonAscii),
            Array.Exists(terms, static term => term.UsesSequenceNumbers))
    {
        Kind = kind;
        _terms = terms;
    }

    public JoinKind Kind { get; }

    /// <summary>Joins, and leaves ALL out where it says nothing.</summary>
    public static SearchQuery Join(JoinKind kind, SearchQuery[] terms)
    {
        foreach (SearchQuery term in terms)
            ArgumentNullException.ThrowIfNull(term, nameof(terms));

        if (Array.IndexOf(terms, All) >= 0)
        {
            if (kind == JoinKind.Or)
                return All;
            terms = Array.FindAll(terms, static term => term != All);
        }

        return terms switch
        {
            [] => kind == JoinKind.And ? All : !All,
            [var only] => only,
            _ => new JoinedQuery(kind, terms),
        };
    }

    /// <summary>
    /// The terms in order, those of joins of the same kind within it included. A chain of ten thousand is walked
    /// without recursion.
    /// </summary>
    public SearchQuery[] Flatten()
    {
        List<SearchQuery> flat = [];
        Stack<SearchQuery> pending = new();
        pending.Push(this);
        while (pending.TryPop(out SearchQuery? query))
        {
            if (query is not JoinedQuery joined || joined.Kind != Kind)
            {
                flat.Add(query);
                continue;
            }

            for (int i = joined._terms.Length - 1; i >= 0; i--)
                pending.Push(joined._terms[i]);
        }

        return [.. flat];
    }
}
