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
/// Queries all of which, or one of which, must match. Each join is created in one step and flattened when it is
/// written.
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

    /// <summary>Joins queries, leaving out ALL where it has no effect.</summary>
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
    /// The terms in order, including those of nested joins of the same kind. A chain of ten thousand is walked without
    /// recursion.
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
