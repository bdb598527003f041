using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>
/// Parses search keys (RFC 9051 §9, search-key), and those of RFC 3501, RFC 5032, RFC 5182, RFC 7162, RFC 8474 and
/// RFC 8514.
/// </summary>
internal ref struct SearchKeyParser(SearchArgumentReader arguments)
{
    // NOT and OR nest without parentheses, which the token reader would count.
    private const int MaxDepth = 100;

    private SearchArgumentReader _arguments = arguments;
    private int _depth;

    /// <summary>The reader at the current position.</summary>
    public readonly ImapTokenReader Reader => _arguments.Reader;

    /// <summary>Whether MODSEQ was used.</summary>
    public bool UsesModSeq { get; private set; }

    /// <summary>Reads keys up to the end of the command.</summary>
    public SearchCriterion ReadProgram()
    {
        List<SearchCriterion> criteria = new() { ReadKey() };
        while (_arguments.Peek() != ImapTokenKind.End)
            criteria.Add(ReadKey());
        return All(criteria);
    }

    private SearchCriterion ReadKey()
    {
        if (++_depth > MaxDepth)
            throw CommandRefusedException.Bad($"Search keys are nested deeper than {MaxDepth}.");
        SearchCriterion criterion = _arguments.TryReadListStart() ? ReadList() : ReadWord();
        _depth--;
        return criterion;
    }

    private SearchCriterion ReadList()
    {
        List<SearchCriterion> criteria = new() { ReadKey() };
        while (!_arguments.TryReadListEnd())
            criteria.Add(ReadKey());
        return All(criteria);
    }

    private SearchCriterion ReadWord()
    {
        ReadOnlySpan<byte> word = _arguments.ReadWord();
        if (SequenceSet.TryParse(word, out SequenceSet? set))
            return subject => subject.Context.Contains(set, subject.Message);
        string key = WireText.Decode(word).ToUpperInvariant();
        return key switch
        {
            "ALL" => static _ => true,
            "NOT" => Not(ReadKey()),
            "OR" => Any(ReadKey(), ReadKey()),
            "UID" => Uids(_arguments.ReadUids()),
            "MODSEQ" => ReadModSeq(),
            "EMAILID" => EmailId(_arguments.ReadAtom("an object ID")),
            "THREADID" => ThreadId(_arguments.ReadAtom("an object ID")),
            _ => FlagKeys.Read(key, ref _arguments)
                ?? TextKeys.Read(key, ref _arguments)
                ?? DateKeys.Read(key, ref _arguments)
                ?? SizeKeys.Read(key, ref _arguments)
                ?? throw _arguments.Expected("a search key that this server knows"),
        };
    }

    // MODSEQ [entry-name entry-type-req] mod-sequence-valzer. Flags have no mod-sequences of their own, so the entry
    // makes no difference.
    private SearchCriterion ReadModSeq()
    {
        UsesModSeq = true;
        if (_arguments.Peek() is ImapTokenKind.Quoted)
        {
            string entry = _arguments.ReadText("an entry name");
            if (!entry.StartsWith("/flags/", StringComparison.OrdinalIgnoreCase))
                throw _arguments.Expected("an entry name such as \"/flags/\\\\seen\"");
            string type = _arguments.ReadAtom("priv, shared or all").ToUpperInvariant();
            if (type is not ("PRIV" or "SHARED" or "ALL"))
                throw _arguments.Expected("priv, shared or all");
        }

        ulong least = _arguments.ReadNumber("a mod-sequence");
        return subject => subject.Message.ModSequence.Value >= least;
    }

    private static SearchCriterion Uids(UidSet set) => subject => subject.Context.Contains(set, subject.Message);

    private static SearchCriterion EmailId(string id) => subject => subject.Message.EmailId == id;

    // THREADID is NIL for all messages, so none matches (RFC 8474 §5.2).
    private static SearchCriterion ThreadId(string _) => static _ => false;

    private static SearchCriterion Not(SearchCriterion criterion) => subject => !criterion(subject);

    private static SearchCriterion Any(SearchCriterion left, SearchCriterion right) =>
        subject => left(subject) || right(subject);

    private static SearchCriterion All(List<SearchCriterion> criteria) =>
        criteria is [var only] ? only : subject => criteria.TrueForAll(criterion => criterion(subject));
}
