using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Formats a query (RFC 9051 §9, search-key). OR takes two keys, so many alternatives are written as a balanced tree:
/// servers with a recursive parser see a depth of 14 for ten thousand of them. It does not recurse itself.
/// </summary>
internal static class SearchQueryWriter
{
    public static void Write(SearchQuery query, CommandEncoder encoder)
    {
        Stack<Step> pending = new();
        pending.Push(new Step(query, IsOperand: false));
        while (pending.TryPop(out Step step))
        {
            if (step.Alternatives.Count > 0)
                WriteAlternatives(step.Alternatives, encoder, pending);
            else if (step.Query is not null)
                Write(step.Query, step.IsOperand, encoder, pending);
            else
                encoder.EndList();
        }
    }

    private static void Write(SearchQuery query, bool isOperand, CommandEncoder encoder, Stack<Step> pending)
    {
        switch (query)
        {
            case SearchKey key:
                WriteKey(key, isOperand && key.MayBeSeveral, encoder);
                break;
            case PrefixQuery prefix:
                encoder.SearchWord(prefix.Word);
                pending.Push(new Step(prefix.Inner, IsOperand: true));
                break;
            case JoinedQuery { Kind: JoinKind.Or } any:
                pending.Push(new Step(any.Flatten()));
                break;
            case JoinedQuery all:
                WriteAll(all, isOperand, encoder, pending);
                break;
            default:
                throw new InvalidOperationException($"{query.GetType().Name} cannot be written.");
        }
    }

    private static void WriteKey(SearchKey key, bool inParentheses, CommandEncoder encoder)
    {
        if (inParentheses)
            encoder.BeginList();
        key.Write(encoder);
        if (inParentheses)
            encoder.EndList();
    }

    // Adjacent keys must all match; as one operand they need parentheses.
    private static void WriteAll(JoinedQuery all, bool isOperand, CommandEncoder encoder, Stack<Step> pending)
    {
        if (isOperand)
        {
            encoder.BeginList();
            pending.Push(default);
        }

        SearchQuery[] terms = all.Flatten();
        for (int i = terms.Length - 1; i >= 0; i--)
            pending.Push(new Step(terms[i], IsOperand: false));
    }

    private static void WriteAlternatives(
        ArraySegment<SearchQuery> alternatives, CommandEncoder encoder, Stack<Step> pending)
    {
        if (alternatives.Count == 1)
        {
            pending.Push(new Step(alternatives[0], IsOperand: true));
            return;
        }

        encoder.Word("OR"u8);
        int half = alternatives.Count / 2;
        pending.Push(new Step(alternatives[half..]));
        pending.Push(new Step(alternatives[..half]));
    }

    /// <summary>What is still to be written: a query, alternatives, or (default) a closing parenthesis.</summary>
    private readonly record struct Step(SearchQuery? Query, bool IsOperand)
    {
        public Step(ArraySegment<SearchQuery> alternatives)
            : this(null, IsOperand: true) => Alternatives = alternatives;

        public ArraySegment<SearchQuery> Alternatives { get; }
    }
}
