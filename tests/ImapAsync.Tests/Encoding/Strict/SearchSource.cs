namespace ImapAsync.Tests;

/// <summary>Search keys, and the tokens that they must be written as (RFC 9051 §6.4.4).</summary>
internal sealed class SearchSource(CommandSource source)
{
    /// <summary>Whether a text beyond ASCII was given.</summary>
    public bool NeedsCharset { get; private set; }

    /// <summary>A query, and its tokens.</summary>
    public (SearchQuery Query, Wanted[] Tokens) Next(int depth = 1)
    {
        switch (source.Number(depth > 0 ? 12 : 8))
        {
            case 0:
                return Text(SearchQuery.From, "FROM");
            case 1:
                return Text(SearchQuery.Body, "BODY");
            case 2:
                return Text(SearchQuery.Subject, "SUBJECT");
            case 3:
                string text = Remember(source.Text());
                return (SearchQuery.Header("X-Field", text), [Wanted.Word("HEADER"), Wanted.AString("X-Field"), Wanted.AString(text)]);
            case 4:
                return (SearchQuery.Larger(77), Wanted.Words("LARGER 77"));
            case 5:
                return (SearchQuery.Since(new DateOnly(2026, 2, 1)), Wanted.Words("SINCE 1-Feb-2026"));
            case 6:
                string set = source.Set();
                return (SearchQuery.Uids(UidSet.Parse(set)), [Wanted.Word("UID"), Wanted.Word(set)]);
            case 7:
                return (SearchQuery.Unseen, [Wanted.Word("UNSEEN")]);
            case 8:
                (SearchQuery left, Wanted[] leftTokens) = Text(SearchQuery.To, "TO");
                if (source.Maybe())
                    return (!left, [Wanted.Word("NOT"), .. leftTokens]);
                (SearchQuery right, Wanted[] rightTokens) = Text(SearchQuery.Cc, "CC");
                return (!(left & right), [Wanted.Word("NOT"), Wanted.List([.. leftTokens, .. rightTokens])]);
            case 9:
                (SearchQuery one, Wanted[] oneTokens) = Leaf();
                (SearchQuery other, Wanted[] otherTokens) = Leaf();
                return (one | other, [Wanted.Word("OR"), .. oneTokens, .. otherTokens]);
            default:
                (SearchQuery first, Wanted[] firstTokens) = Leaf();
                (SearchQuery second, Wanted[] secondTokens) = Leaf();
                return (first & second, [.. firstTokens, .. secondTokens]);
        }
    }

    private (SearchQuery Query, Wanted[] Tokens) Leaf() => Next(depth: 0);

    private (SearchQuery Query, Wanted[] Tokens) Text(Func<string, SearchQuery> make, string word)
    {
        string text = Remember(source.Text());
        return (make(text), [Wanted.Word(word), Wanted.AString(text)]);
    }

    private string Remember(string text)
    {
        NeedsCharset |= text.Any(static c => c > '~' && c != '\u007F');
        return text;
    }
}
