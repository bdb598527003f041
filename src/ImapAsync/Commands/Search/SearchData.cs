namespace ImapAsync;

/// <summary>The content of the answers to one SEARCH so far. A million messages are kept as ranges.</summary>
internal sealed class SearchData(bool isListed) : FoundData(isListed)
{
    private NumberSetBuilder _numbers;

    public IReadOnlyList<int> Relevancy { get; private set; } = [];

    /// <summary>The messages; call it once.</summary>
    public TSet Build<TSet>()
        where TSet : IMessageSet<TSet> => _numbers.Build<TSet>();

    public override void Add(in ESearchResponse response)
    {
        Relevancy = response.Relevancy ?? Relevancy;
        base.Add(response);
    }

    // Consecutive numbers are typical: they are joined here, before they cost a call.
    public override void AddNumbers(ReadOnlySpan<byte> list, ref int position)
    {
        uint first = 0;
        uint last = 0;
        while (NumberList.TryReadRun(list, ref position, out uint from, out uint to))
        {
            // There is none after the highest number.
            if (from != last + 1 || from == 0)
            {
                _numbers.AddRange(first, last);
                first = from;
            }

            last = to;
        }

        _numbers.AddRange(first, last);
    }

    public override void AddList(ResponseValue list, ref Damage damage)
    {
        try
        {
            SetToken.AddTo(ref _numbers, ListReader.Bare(list.Octets));
        }
        catch (ImapProtocolException exception)
        {
            damage.Note(exception);
        }
    }

    // Some servers write a set, as in ESEARCH.
    public override bool TryAddSet(ReadOnlySpan<byte> set)
    {
        if (!NumberSetParser.TryParse(set, out NumberSet numbers) || !numbers.IsExplicit)
            return false;
        _numbers.Add(numbers);
        return true;
    }

    protected override void AddSet(ReadOnlySpan<byte> set) => SequenceRanges.AddTo(ref _numbers, set);
}
